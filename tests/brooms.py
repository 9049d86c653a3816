"""What empties a PostgreSQL database between two tests."""

import psycopg


class Broom:
    """
    Empties every table of a database, over a connection that stays: a new one would have to read
    about all of the tables first, which takes ten times as long as the rest.
    """

    def __init__(self, url: str) -> None:
        self._url = url
        self._connection = self._connected()
        names = tables(self._connection)
        self._delete = ";".join(f'DELETE FROM "{name}"' for name in names)  # noqa: S608

    def _connected(self) -> psycopg.Connection[tuple[str]]:
        no_foreign_keys = "-c session_replication_role=replica"
        options = f"-c lock_timeout=5s {no_foreign_keys}"
        return psycopg.connect(self._url, options=options, autocommit=True)

    def sweep(self) -> None:
        """Delete every row; a test may have ended our session with others."""
        try:
            self._connection.execute(self._delete)
        except psycopg.OperationalError:
            if not self._connection.closed:
                raise
            self._connection = self._connected()
            self._connection.execute(self._delete)

    def close(self) -> None:
        """End the session."""
        self._connection.close()


def tables(connection: psycopg.Connection[tuple[str]]) -> list[str]:
    """Our tables, but for the one that says which migrations were applied."""
    rows = connection.execute(
        "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migrations'"
    )
    return [name for (name,) in rows]
