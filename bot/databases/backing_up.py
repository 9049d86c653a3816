"""A consistent copy of a database while others write to it, looked through before it counts."""

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Mapping
from contextlib import closing, suppress
from pathlib import Path
from urllib.parse import unquote, urlsplit

from bot.ports import WorldError

PART = ".part"  # until it is whole
PATIENCE_S = 30.0


class BackupFailed(WorldError):
    """There is no copy; the message says why, and what to do."""


def back_up(url: str, file: Path) -> int:
    """
    Copy the database into the file, in the place of what was there; its size in bytes. Takes its
    time: call it in a thread. Raises BackupFailed.
    """
    part = file.with_name(f"{file.name}{PART}")
    part.unlink(missing_ok=True)
    try:
        if url.startswith("sqlite:///"):
            _copy_sqlite(Path(url.removeprefix("sqlite:///")), part, file)
        else:
            _dump_postgres(url, part)
        with part.open("rb") as copy:
            os.fsync(copy.fileno())
        part.replace(file)
    except OSError as error:
        raise BackupFailed(f"{file}: it can't be written ({error.strerror}).") from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return file.stat().st_size


def _copy_sqlite(path: Path, part: Path, file: Path) -> None:
    """VACUUM INTO reads one snapshot, however much is written meanwhile; nobody waits for it."""
    if not path.is_file():
        raise BackupFailed(f"The database {path} is not there: nothing was copied.")
    if file.exists() and file.samefile(path):  # the bot would go on writing into the old one
        raise BackupFailed(f"{file} is the database itself: name another file.")
    try:
        with closing(sqlite3.connect(path, timeout=PATIENCE_S, isolation_level=None)) as source:
            source.execute("VACUUM INTO ?", [str(part)])
        with closing(sqlite3.connect(part, isolation_level=None)) as copy:
            [(state,)] = copy.execute("PRAGMA quick_check(1)").fetchall()
            broken = copy.execute("PRAGMA foreign_key_check").fetchone()
    except sqlite3.Error as error:
        raise BackupFailed(f"The database {path} can't be copied: {error}.") from error
    if state != "ok" or broken:
        raise BackupFailed(f"The copy of {path} is damaged ({state}): check the disk.")


def _dump_postgres(url: str, part: Path) -> None:
    """PostgreSQL's own tool makes the copy, in the format that pg_restore reads."""
    tool, reader = shutil.which("pg_dump"), shutil.which("pg_restore")
    if tool is None or reader is None:
        raise BackupFailed(
            "PostgreSQL is copied by its own pg_dump, which is not installed here: install"
            " postgresql-client, or run pg_dump --format=custom on the database's machine."
        )
    bare, secret = _without_password(url)
    dump = [tool, "--format=custom", "--no-owner", f"--file={part}", f"--dbname={bare}"]
    for command in (dump, [reader, "--list", str(part)]):
        done = subprocess.run(  # noqa: S603 both are PostgreSQL's own
            command, env={**os.environ, **secret}, capture_output=True, text=True, check=False
        )
        if done.returncode:
            why = "; ".join(done.stderr.strip().splitlines()) or "it gave no reason"
            raise BackupFailed(f"{Path(command[0]).name} did not copy the database: {why}")


def _without_password(url: str) -> tuple[str, Mapping[str, str]]:
    """The URL as everybody may see it in the list of processes, and the password beside it."""
    parts = urlsplit(url)
    if not parts.password:
        return url, {}
    user, _, host = parts.netloc.rpartition("@")
    bare = parts._replace(netloc=f"{user.partition(':')[0]}@{host}")
    return bare.geturl(), {"PGPASSWORD": unquote(parts.password)}
