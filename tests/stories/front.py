"""
What stands before several processes.

A real nginx with the README's own configuration, but for its paths and ports; and a relay for those
who have none, which knows but one thing: who lets nobody in is not asked.
"""

import asyncio
import shutil
import ssl
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from itertools import count, cycle, islice
from pathlib import Path

from tests.stories.conftest import free_port
from tests.stories.processes import PATIENCE_S, until
from tests.test_readme import examples

CERTIFICATE = (
    "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=bot.example.com"
    " -addext subjectAltName=IP:127.0.0.1,DNS:bot.example.com -keyout key.pem -out chain.pem"
)
CHAIN, PRIVATE = "chain.pem", "key.pem"
MISSING = [name for name in ("nginx", "openssl") if not shutil.which(name)]


def certified(folder: Path) -> None:
    """Make a certificate there."""
    subprocess.run(CERTIFICATE.split(), cwd=folder, check=True, capture_output=True)  # noqa: S603


def configuration(folder: Path, port: int, behind: tuple[int, int]) -> Path:
    """Write the README's block into a file of nginx."""
    [block] = examples("nginx")
    for shown, ours in {
        "127.0.0.1:8080": f"127.0.0.1:{behind[0]}",
        "127.0.0.1:8081": f"127.0.0.1:{behind[1]}",
        "listen 443 ssl": f"listen 127.0.0.1:{port} ssl",
        "/etc/letsencrypt/live/bot.example.com/fullchain.pem": str(folder / CHAIN),
        "/etc/letsencrypt/live/bot.example.com/privkey.pem": str(folder / PRIVATE),
    }.items():
        assert block.count(shown) == 1, shown
        block = block.replace(shown, ours)
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    temporary = "".join(f"{kind}_temp_path {folder}/{kind};\n" for kind in kinds)
    file = folder / "nginx.conf"
    file.write_text(
        f"daemon off;\npid {folder}/nginx.pid;\nerror_log {folder}/nginx.log info;\n"
        f"events {{}}\nhttp {{\naccess_log {folder}/access.log;\n{temporary}{block}}}\n"
    )
    return file


@asynccontextmanager
async def nginx(folder: Path, behind: tuple[int, int]) -> AsyncIterator[str]:
    """Run it; its address."""
    port = free_port()
    file = configuration(folder, port, behind)
    log = folder / "nginx.log"
    process = await asyncio.create_subprocess_exec(
        "nginx", "-c", str(file), "-e", str(log), stderr=asyncio.subprocess.DEVNULL
    )
    try:
        await until(lambda: log.exists() and "start worker process" in log.read_text())
        yield f"https://127.0.0.1:{port}"
    finally:
        process.terminate()
        async with asyncio.timeout(PATIENCE_S):
            await process.wait()


def trusting(folder: Path) -> ssl.SSLContext:
    """Trust nginx's certificate."""
    return ssl.create_default_context(cafile=str(folder / CHAIN))


@asynccontextmanager
async def relay(ports: tuple[int, int]) -> AsyncIterator[str]:
    """Pass every connection on to one after the other; its address."""
    turn = count()
    carried: set[asyncio.Task[None]] = set()

    async def carry(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task
        carried.add(task)
        task.add_done_callback(carried.discard)
        for port in islice(cycle(ports), next(turn), None):
            with suppress(ConnectionRefusedError):
                behind = await asyncio.open_connection("127.0.0.1", port)
                break
            await asyncio.sleep(0.02)
        both = ((reader, behind[1]), (behind[0], writer))
        async with asyncio.TaskGroup() as ways:
            for one, other in both:
                ways.create_task(_pass_on(one, other))

    server = await asyncio.start_server(carry, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        server.close()
        for task in tuple(carried):
            task.cancel()
        await asyncio.gather(*carried, return_exceptions=True)


async def _pass_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        with suppress(ConnectionError):
            while data := await reader.read(65536):
                writer.write(data)
                await writer.drain()
    finally:
        writer.close()
