"""aiogram loads lightly, and everything in it still works when it is used."""

import subprocess
import sys

LOADED = (
    "import bot.channels.telegram_aiogram, aiogram.types as types, aiogram.methods as methods\n"
)


def _run(code: str) -> str:
    """Run it in a fresh interpreter, where nothing has imported aiogram yet."""
    done = subprocess.run(  # noqa: S603 our own code
        [sys.executable, "-c", LOADED + code], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_most_models_are_not_built_until_they_are_used() -> None:
    built = _run(
        "models = [one for one in vars(types).values() if hasattr(one, '__pydantic_complete__')]\n"
        "print(sum(one.__pydantic_complete__ for one in models), len(models))"
    )

    complete, all_of_them = map(int, built.split())
    assert complete < all_of_them / 4


def test_every_model_can_be_built() -> None:
    left = _run(
        "from pydantic import BaseModel\n"
        "models = {getattr(part, name) for part in (types, methods) for name in part.__all__}\n"
        "models = [one for one in models if isinstance(one, type) and issubclass(one, BaseModel)]\n"
        "for one in models: one.model_rebuild()\n"
        "print([one.__name__ for one in models if not one.__pydantic_complete__])"
    )

    assert left == "[]"


def test_a_model_is_built_by_its_first_use() -> None:
    shown = _run(
        "user = types.User.model_validate({'id': 7, 'is_bot': False, 'first_name': 'Ann'})\n"
        "print(user.full_name, types.LabeledPrice(label='a', amount=1).amount)"
    )

    assert shown == "Ann 1"
