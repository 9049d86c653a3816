"""The rules of the code that no linter knows, read from the syntax tree."""

import ast
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
OURS = {"bot", "core", "locales"}
OWNERS = {  # library → the files, or folders, that may import it
    "aiogram": ["bot/channels/aiogram_loading.py", "bot/channels/telegram_aiogram"],
    "aiohttp": [
        "bot/channels/sms_twilio.py",
        "bot/channels/telegram_aiogram",
        "bot/sandbox/loopback.py",
        "bot/sandbox/shops/",
        "bot/sandbox/telegram/",
        "bot/sandbox/twilio/",
    ],
    "aiosqlite": ["bot/databases/sqlite_connection.py"],
    "apscheduler": ["bot/repeating.py"],
    "babel": ["bot/conversation/formats.py"],
    "fastapi": ["bot/web/"],
    "fluent": ["bot/conversation/sentences.py"],
    "httpx": [
        "bot/demo.py",
        "bot/hooks.py",
        "bot/listening.py",
        "bot/sandbox/story.py",
        "bot/sandbox/web_shop.py",
        "bot/shops/apis/calling.py",
        "bot/trust.py",
    ],
    "matplotlib": ["bot/charts.py"],
    "phonenumbers": ["bot/phones.py"],
    "prometheus_client": ["bot/web/metrics.py"],
    "psycopg": ["bot/databases/libpq.py", "bot/databases/postgres"],
    "pydantic": [
        "bot/channels/aiogram_loading.py",
        "bot/demo.py",
        "bot/settings",
        "bot/web/",
        "core/program/",
    ],
    "pydantic_core": [
        "bot/settings",
        "bot/web/fields.py",
        "core/program/",
        "core/tables/compact.py",
    ],
    "dotenv": ["bot/settings"],
    "pydantic_settings": ["bot/settings"],
    "rich": [
        "bot/cli/members.py",
        "bot/progress.py",
        "bot/cli/shops.py",
        "bot/cli/simulate.py",
        "bot/sandbox/stage.py",
    ],
    "segno": ["bot/pictures.py"],
    "standardwebhooks": ["bot/hooks.py", "bot/shops/signatures.py"],
    "starlette": ["bot/web/"],
    "telegram": ["bot/channels/telegram_ptb"],
    "twilio": ["bot/channels/sms_twilio.py"],
    "typer": ["bot/cli"],
    "uvicorn": ["bot/web/connection.py", "bot/web/server.py"],
}
CLOCKS = {"now", "utcnow", "today", "time", "time_ns", "monotonic", "perf_counter"}
CLOCK_OWNERS = {"datetime", "date", "time"}
PUT_TOGETHER = {  # names in SQL that are no constants, and why no stranger's words get there
    ("core/tables/measures.py", "wanted"),  # these five: of the module's own constants
    ("core/tables/measures.py", "sources"),
    ("core/tables/measures.py", "columns"),
    ("core/tables/measures.py", "table"),
    ("core/tables/measures.py", "at"),
    ("core/tables/arrivals.py", "key"),  # of members.KEYS, which it asserts
    ("core/tables/members.py", "key"),  # one of the caller's own three column names
    ("core/tables/members.py", "where"),  # made of :placeholders
    ("core/tables/referrals.py", "where"),  # made of :placeholders
    ("core/tables/buyers.py", "lookups(keys)"),  # of its own constants, by known names alone
    ("core/tables/orders.py", "buyers.lookups(keys)"),  # same
    ("core/tables/segments.py", "condition.sql"),  # of that module's own words and :placeholders
}


@cache
def sources(*folders: str) -> list[tuple[str, ast.Module]]:
    """Every file of those folders with its syntax tree."""
    paths = [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]
    return [
        (path.relative_to(ROOT).as_posix(), ast.parse(path.read_text(encoding="utf-8")))
        for path in paths
    ]


def imports(tree: ast.Module) -> set[str]:
    """The packages that are imported, wherever in the file."""
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.partition(".")[0])
    return names


def statements(tree: ast.Module) -> Iterator[ast.expr]:
    """What is handed to a transaction's rows, lock, send and many."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Attribute(attr="rows" | "many"), args=[statement, *_]):
                yield statement
            case ast.Call(
                func=ast.Attribute(value=ast.Name(id="tx"), attr="send" | "lock"),
                args=[statement, *_],
            ):
                yield statement  # channels send too, but not to a tx


def test_every_library_is_imported_by_its_owner_alone() -> None:
    for name, tree in sources("bot", "core"):
        for library in imports(tree) - sys.stdlib_module_names - OURS:
            assert name.startswith(tuple(OWNERS[library])), f"{name} imports {library}"


def test_core_stands_on_the_standard_library_and_pydantic() -> None:
    allowed = sys.stdlib_module_names | {"core", "pydantic", "pydantic_core"}
    for name, tree in sources("core"):
        assert imports(tree) <= allowed, name


def test_core_waits_for_nothing() -> None:
    waiting = (ast.Await, ast.AsyncFunctionDef, ast.AsyncFor, ast.AsyncWith)
    for name, tree in sources("core"):
        assert not [node for node in ast.walk(tree) if isinstance(node, waiting)], name
        assert not imports(tree) & {"asyncio", "threading", "socket", "subprocess"}, name


def test_core_has_no_clock() -> None:
    for name, tree in sources("core"):
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                reads = node.attr in CLOCKS and node.value.id in CLOCK_OWNERS
                assert not reads, f"{name}:{node.lineno} reads the clock: time is an argument"


def test_sql_stands_in_core_tables() -> None:
    for name, tree in sources("bot", "core"):
        if not name.startswith(("core/tables/", "bot/databases/")):  # the drivers' own settings
            assert not list(statements(tree)), f"{name} talks SQL"


def test_no_value_is_formatted_into_sql() -> None:
    for name, tree in sources("core/tables"):
        for statement in statements(tree):
            for node in ast.walk(statement):
                if isinstance(node, ast.FormattedValue):
                    shown = ast.unparse(node.value)
                    known = shown.isupper() or (name, shown) in PUT_TOGETHER
                    assert known, f"{name}:{node.lineno} puts {shown} into SQL"
            constant = isinstance(statement, ast.Name) and statement.id.isupper()
            plain = constant or isinstance(statement, ast.Constant | ast.JoinedStr)
            assert plain, f"{name}:{statement.lineno} hides how its SQL comes about"


def test_packages_that_tell_of_their_modules_tell_of_each() -> None:
    for name, tree in sources("bot", "core"):
        told = ast.get_docstring(tree) or ""
        if name.endswith("/__init__.py") and " · " in told:
            items = next(part for part in told.split("\n\n") if " · " in part).split("·")
            named = ",".join(item.partition(":")[0].strip(" .\n") for item in items)
            modules = {path.stem for path in (ROOT / name).parent.glob("*.py")} - {"__init__"}
            assert {one.strip() for one in named.split(",")} == modules, name


@pytest.mark.parametrize("folder", ["bot", "core", "tests", "locales"])
def test_no_file_names_a_place_on_somebodys_machine(folder: str) -> None:
    place = re.compile(r"(?<![\w.])/(?:home|work|root|Users)/|\.\./shared")
    for path in (ROOT / folder).rglob("*"):
        if path.suffix in {".py", ".ftl", ".toml", ".sql", ".md", ".csv"}:
            assert not place.search(path.read_text(encoding="utf-8")), path
