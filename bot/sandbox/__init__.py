"""Loopback stand-ins and the demo story: try everything with no account."""
