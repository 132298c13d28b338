"""A campaign of faults against a claim store: ``python -m benchmarks.faults``.

Programs are killed at random moments, the disk is full or fails, several programs write at once,
and single bytes of the file are flipped. After each fault the file is opened as a user would open
it, and three things are asked: is everything there that was committed, is the file sound, and is
every corruption that matters reported? A kill ends the program, not the machine: what a power cut
leaves of unwritten pages depends on the disk and is not tried here.
"""
