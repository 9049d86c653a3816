"""Whose certificates are believed when we call others over TLS."""

import ssl
from functools import cache

import httpx


@cache
def trusted() -> ssl.SSLContext:
    """
    The authorities that httpx would believe, or those that SSL_CERT_FILE or SSL_CERT_DIR name.

    They are read once: that takes 20 ms, and every client would read them for itself.
    """
    return httpx.create_ssl_context()
