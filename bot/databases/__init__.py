"""The two databases: a plain function is one transaction, one hop to a thread at most."""
