"""The processes that are measured: `loyalty run`, the bare bot, and the Bot API's stand-in."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

import psutil

ROOT = Path(__file__).parents[2]
SECRET = "only-telegram-knows"
PATIENCE_S = 60
MEBIBYTE = 2**20


@dataclass(frozen=True, slots=True)
class Process:
    """A server that runs, or is about to."""

    url: str
    started_at: float
    pid: int

    @property
    def resident_mib(self) -> float:
        """Its memory that is not swapped out."""
        resident: int = psutil.Process(self.pid).memory_info().rss
        return resident / MEBIBYTE


@contextmanager
def stand_in() -> Iterator[Process]:
    """The Bot API's stand-in."""
    port = _free_port()
    with _running(["-m", "tests.benchmarks.stand_in", f"{port}"], port) as process:
        yield process


@contextmanager
def bare(library: str, api: Process) -> Iterator[Process]:
    """The bot of one line."""
    port = _free_port()
    arguments = ["-m", "tests.benchmarks.bare", library, f"{port}", api.url]
    with _running(arguments, port) as process:
        yield process


@contextmanager
def loyalty(
    library: str, api: Process, database_url: str, more: dict[str, str] | None = None
) -> Iterator[Process]:
    """`loyalty run` in webhook mode, with more settings."""
    port = _free_port()
    settings = {
        "LOYALTY_DATABASE_URL": database_url,
        "LOYALTY_PORT": f"{port}",
        "LOYALTY_PUBLIC_URL": f"http://127.0.0.1:{port}",
        "LOYALTY_TELEGRAM_API_URL": api.url,
        "LOYALTY_TELEGRAM_LIBRARY": library,
        "LOYALTY_TELEGRAM_TOKEN": "42:BENCH",
        "LOYALTY_TELEGRAM_WEBHOOK_SECRET": SECRET,
        "LOYALTY_LOG_LEVEL": "warning",
        **(more or {}),
    }
    with _running(["-m", "bot", "run"], port, settings) as process:
        yield process


@contextmanager
def _running(
    arguments: Sequence[str], port: int, settings: dict[str, str] | None = None
) -> Iterator[Process]:
    inherited = {name: value for name, value in os.environ.items() if "LOYALTY_" not in name}
    started_at = perf_counter()
    process = subprocess.Popen(  # noqa: S603 our own interpreter and modules
        [sys.executable, *arguments], cwd=ROOT, env={**inherited, **(settings or {})}
    )
    try:
        yield Process(f"http://127.0.0.1:{port}", started_at, process.pid)
    finally:
        process.terminate()
        try:
            process.wait(PATIENCE_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
