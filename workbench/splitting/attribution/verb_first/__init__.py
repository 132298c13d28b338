"""Speech where the verb stands before its subject: قالت الوزارة إن…"""
