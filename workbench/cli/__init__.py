"""The command line: parse arguments, call the desk, print. Data on stdout, talk on stderr."""
