"""The application, made once and lent out: to make one takes longer than most tests."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields

from fastapi import FastAPI

from bot.web.app import create_app
from bot.web.given import Web


@dataclass(frozen=True, slots=True)
class Stage:
    """An application, and what it is given, which others play on in turn."""

    given: Web
    app: FastAPI


free: list[Stage] = []


@contextmanager
def lent(web: Web) -> Iterator[FastAPI]:
    """
    The application with what that one is given: its routes look there at every call.

    What it counts of calls, and of clicks, it counts for all its life: tests of that make one of
    their own.
    """
    stage = free.pop() if free else made(web)
    for one in fields(Web):
        object.__setattr__(stage.given, one.name, getattr(web, one.name))
    try:
        yield stage.app
    finally:
        free.append(stage)


def made(web: Web) -> Stage:
    """A new one."""
    given = Web(database=web.database, acts=web.acts, ready=web.ready)
    return Stage(given, create_app(given))
