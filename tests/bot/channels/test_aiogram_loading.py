"""aiogram loads lightly, and everything in it still works when it is used."""

import subprocess
import sys
from functools import cache

LOADING = """
import bot.channels.telegram_aiogram, aiogram.types as types, aiogram.methods as methods
from pydantic import BaseModel

models = [one for one in vars(types).values() if hasattr(one, "__pydantic_complete__")]
print(sum(one.__pydantic_complete__ for one in models), len(models))

user = types.User.model_validate({"id": 7, "is_bot": False, "first_name": "Ann"})
print(user.full_name, types.LabeledPrice(label="a", amount=1).amount)

models = {getattr(part, name) for part in (types, methods) for name in part.__all__}
models = [one for one in models if isinstance(one, type) and issubclass(one, BaseModel)]
for one in models:
    one.model_rebuild()
print([one.__name__ for one in models if not one.__pydantic_complete__])
"""


@cache
def told() -> list[str]:
    """What it prints in a fresh interpreter, where nothing has imported aiogram yet."""
    done = subprocess.run(  # noqa: S603 our own code
        [sys.executable, "-c", LOADING], capture_output=True, text=True, check=True
    )
    return done.stdout.splitlines()


def test_most_models_are_not_built_until_they_are_used() -> None:
    complete, all_of_them = map(int, told()[0].split())
    assert complete < all_of_them / 4


def test_a_model_is_built_by_its_first_use() -> None:
    assert told()[1] == "Ann 1"


def test_every_model_can_be_built() -> None:
    assert told()[2] == "[]"
