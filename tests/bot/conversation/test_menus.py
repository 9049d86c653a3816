"""The menus of commands: each of the staff sees their own, in their language."""

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta

import pytest

from bot.channels.telegram.errors import Rejected
from bot.conversation.texts import Texts
from bot.menus import AGAIN_AFTER, Everybodys, bring_up_to_date
from bot.ports import TryLater, Undeliverable
from bot.programs import read_program
from core.model import Role
from core.program.values import LANGUAGES
from tests.bot.conversation.conftest import Counter, Person


@dataclass
class Menus:
    """Telegram, as far as menus go."""

    shown: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    everybodys: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    calls: int = 0
    failure: Exception | None = None
    away: str | None = None  # the language at which Telegram goes away
    refused: str | None = None  # the language of a menu that Telegram does not take

    async def set_chat_commands(self, address: str, commands: Sequence[tuple[str, str]]) -> None:
        """Show them, or fail as told."""
        self.calls += 1
        if self.failure:
            raise self.failure
        self.shown[address] = [*commands]

    async def set_commands(self, commands: Mapping[str, Sequence[tuple[str, str]]]) -> None:
        """Show them to everybody, or fail as told."""
        self.calls += 1
        if self.failure:
            raise self.failure
        if self.away in commands:
            raise TryLater(reason="away")
        if self.refused in commands:
            raise Rejected("Bad Request: can't parse BotCommand")
        self.everybodys |= {language: [*listed] for language, listed in commands.items()}

    def words(self, person: Person) -> list[str]:
        """The commands in the person's menu."""
        return [name for name, _ in self.shown[person.id]]


async def look(counter: Counter, menus: Menus) -> None:
    """What every process does every two seconds."""
    await bring_up_to_date(counter.database, Texts.load(), counter.acts, menus)


async def test_each_role_has_its_menu(counter: Counter) -> None:
    menus, boss = Menus(), await counter.owner()
    sam = await counter.works(Role.CASHIER)
    await boss.says("start")
    await sam.says("start")
    for _ in range(2):
        await look(counter, menus)

    assert "staff" in menus.words(boss)
    assert "staff" not in menus.words(sam)
    assert "points" in menus.words(sam)
    assert menus.calls == 2


async def test_a_menu_follows_role_and_language(counter: Counter) -> None:
    menus, boss, sam = Menus(), await counter.owner(), await counter.works(Role.CASHIER)
    await sam.says("start")
    await boss.says("staff role Sam owner")
    await look(counter, menus)
    grown = menus.words(sam)
    await sam.says("language uk")
    await look(counter, menus)
    in_ukrainian = dict(menus.shown[sam.id])
    await boss.says("staff remove Sam yes")
    await look(counter, menus)

    assert "staff" in grown
    assert in_ukrainian["points"] == "ваші бали"
    assert menus.shown[sam.id] == []


async def test_who_has_not_written_has_no_menu_yet(counter: Counter) -> None:
    menus = Menus()
    await counter.owner()
    await look(counter, menus)

    assert menus.calls == 0


@pytest.mark.parametrize("failure", [Undeliverable("blocked"), TryLater(reason="away")])
async def test_a_menu_that_telegram_refuses_is_not_asked_for_again(
    counter: Counter, failure: Exception
) -> None:
    """But what it could not take now, it is asked for again."""
    menus, sam = Menus(failure=failure), await counter.works(Role.CASHIER)
    await sam.says("start")
    for _ in range(2):
        with suppress(TryLater):
            await look(counter, menus)

    assert menus.calls == (1 if isinstance(failure, Undeliverable) else 2)


async def test_help_and_the_menus_tell_what_the_program_has(counter: Counter) -> None:
    """And the buttons lead nowhere else."""
    menus, ann, sam = Menus(), await counter.customer(), await counter.works(Role.CASHIER)
    await sam.says("start")
    _, rich = read_program("loyalty-plus")
    _, plain = read_program("loyverse")
    plain = plain.model_copy(update={"rewards": ()})
    told: list[tuple[set[str], set[str], set[str]]] = []
    everybodys = Everybodys(Texts.load(), counter.acts, menus)
    for program in (plain, rich):
        counter.acts.program = program
        for _ in range(2):
            await everybodys.show()
        await look(counter, menus)
        in_menu = {name for name, _ in menus.everybodys[""]}
        in_help = set(re.findall(r"^/(\w+) –", await ann.says("help"), re.MULTILINE))
        tapped = {one.command for one in ann.buttons}
        told.append((in_menu, in_help, tapped))
        assert "undo" in menus.words(sam)  # what was typed at the counter

        card = await ann.says("card")
        assert ("Tier: " in card) is (program is rich)

    optional = {"earn", "rewards", "redeem", "vouchers", "refer", "tier", "plan", "survey", "rate"}
    for had in told[0]:
        assert had & optional == set()
        assert "points" in had
    assert told[1][0] & optional == optional - {"plan", "survey", "rate"}
    assert told[1][1] & optional == told[1][0] & optional
    assert {"city", "claim"} <= told[0][1]
    assert menus.calls == 2 * (6 + 1)  # everybody's and the cashier's, once for each program


async def test_who_has_a_voucher_left_is_led_to_it_though_there_are_no_rewards_any_more(
    counter: Counter,
) -> None:
    ann, ben = await counter.customer(), await counter.customer("Ben")
    sam = await counter.works(Role.CASHIER)
    await sam.says(f"order {(await counter.member(ann)).card} 10")
    await ann.says("redeem coffee")
    program = counter.acts.program
    counter.acts.program = program.model_copy(update={"rewards": ()})
    shown = []
    for one in (ann, ben):
        helped = "/vouchers" in await one.says("help")
        commands = {each.command for each in one.buttons}
        await one.says("card")
        commands |= {each.command for each in one.buttons}
        shown.append((helped, "vouchers" in commands, "rewards" in commands))

    assert shown == [(True, True, False), (False, False, False)]
    assert "Free coffee" in await ann.says("vouchers")


async def test_everybodys_menu_is_told_in_the_language_that_answers(counter: Counter) -> None:
    menus = Menus()
    await Everybodys(Texts.load(), counter.acts, menus).show()

    assert counter.acts.program.languages == ("en", "uk")
    assert dict(menus.everybodys["uk"])["points"] == "ваші бали"
    assert dict(menus.everybodys["pl"])["points"] == "your points"


async def test_a_language_whose_menu_is_refused_keeps_the_others_from_nothing(
    counter: Counter,
) -> None:
    """It is tried again after a while, or when its menu changes."""
    menus = Menus(refused="pl")
    everybodys = Everybodys(Texts.load(), counter.acts, menus)
    calls = []
    for wait in (timedelta(0), timedelta(0), AGAIN_AFTER):
        counter.now += wait
        await everybodys.show()
        calls.append(menus.calls)
    assert menus.everybodys.keys() == {"", "en", "uk", "ru", "ro"}
    assert calls == [6, 6, 7]

    menus.refused = None
    counter.now += AGAIN_AFTER
    await everybodys.show()
    assert "pl" in menus.everybodys


async def test_menus_that_were_shown_when_telegram_went_away_are_not_shown_again(
    counter: Counter,
) -> None:
    menus = Menus(away="uk")
    everybodys = Everybodys(Texts.load(), counter.acts, menus)
    with pytest.raises(TryLater):
        await everybodys.show()
    menus.away = None
    await everybodys.show()

    assert menus.everybodys.keys() == {"", *LANGUAGES}
    assert menus.calls == 6 + 1
