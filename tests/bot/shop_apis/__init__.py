"""Tests of the shops' own APIs: the real clients against stand-ins on the loopback."""
