"""Bytes to article text and metadata, one file per format."""
