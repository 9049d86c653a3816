"""
Each promise of the README has a guard in the code; without it, a test fails. `make promises` takes
one guard after the other out of a copy of the code, and shows which test says so.
"""

import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from rich.console import Console
from rich.table import Table

ROOT = Path(__file__).parents[1]
COPIED = ("bot", "core", "locales", "tests", "pyproject.toml", "README.md")
PATIENCE_S = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Guard:
    """What keeps a promise: so it stands in the file, and so it would be gone."""

    promise: str
    file: str
    there: str
    gone: str
    tests: tuple[str, ...]  # pytest's arguments


GUARDS = (
    Guard(
        promise="a refund in the moment of its order's report is not missed",
        file="core/earning/recording.py",
        there="    if orders.reserve(tx, shop, order_id, at=at):",
        gone="    if True:",
        tests=("tests/faults/test_order_races.py",),
    ),
    Guard(
        promise="a recycled number opens no membership",
        file="core/recycling.py",
        there="    return chat.blocked_at is None and not _in_telegram(tx, member_id)",
        gone="    return True",
        tests=("tests/core/test_recycling.py",),
    ),
    Guard(
        promise="the same operation acts once",
        file="core/rewards/redeeming.py",
        there="    if code := operations.result_of(tx, member_id, act, request):\n"
        "        return _known",
        gone="    if code := None:\n        return _known",
        tests=("tests/faults/test_races.py", "-k", "twenty_taps_at_once"),
    ),
    Guard(
        promise="balance = entries = lots = moves",
        file="core/tables/ledger.py",
        there="UPDATE lots SET remaining = remaining + :points",
        gone="UPDATE lots SET remaining = remaining + 0 * :points",
        tests=("tests/core/test_ledger_machine.py",),
    ),
    Guard(
        promise="an update is confirmed only after its effects are committed",
        file="bot/channels/telegram/polling.py",
        there='            except WorldError as error:\n                log.warning("update',
        gone="            except WorldError as error:\n                return True\n"
        '                log.warning("update',
        tests=("tests/bot/channels/test_telegram_polling.py", "-k", "beyond_a_failed_update"),
    ),
    Guard(
        promise="what fails rolls back cleanly",
        file="bot/databases/sqlite_writer.py",
        there='            self._conn.execute("ROLLBACK TO work")',
        gone="            pass",
        tests=("tests/faults/test_databases.py", "-k", "some_of_many_refused"),
    ),
    Guard(
        promise="an order's points depend on its last state alone",
        file="core/awarding/settling.py",
        there="        old = before.get(rule_id, NOTHING)",
        gone="        old = NOTHING",
        tests=("tests/core/awarding/test_settling.py", "-k", "returning_everything or last_states"),
    ),
    Guard(
        promise="no limit is exceeded",
        file="core/awarding/settling.py",
        there="        if is_capped(rule):\n            was",
        gone="        if False:\n            was",
        tests=("tests/core/awarding/test_settling.py", "-k", "limit"),
    ),
    Guard(
        promise="simulate issues what the ledger would",
        file="core/simulating/running.py",
        there="        member.counters = dict(without_old(settled.counters))",
        gone="        member.counters = {}",
        tests=("tests/core/simulating",),
    ),
    Guard(
        promise="every known program does what its maker says",
        file="core/program/presets/rei.toml",
        there='percent = "10"',
        gone='percent = "9"',
        tests=("tests/scenarios/test_rei.py",),
    ),
    Guard(
        promise="nothing that acts is unexplained",
        file="core/program/explaining/expiry.py",
        there='    if years:\n        return Sentence("rules-expiry-calendar-later"',
        gone='    if False:\n        return Sentence("rules-expiry-calendar-later"',
        tests=("tests/bot/conversation/test_rules_tell_all.py",),
    ),
    Guard(
        promise="every language says everything",
        file="locales/pl/data.ftl",
        there="why-import =",
        gone="why-imported =",
        tests=("tests/bot/test_locales.py",),
    ),
    Guard(
        promise="every message goes out once",
        file="core/tables/outbox.py",
        there="UPDATE outbox SET sending = 1, attempts",
        gone="UPDATE outbox SET sending = 0, attempts",
        tests=("tests/bot/delivery/test_sending.py", "-k", "dies_while_it_sends"),
    ),
    Guard(
        promise="nothing is sent at night",
        file="bot/hours.py",
        there="    if _begin(today, hours) <= local.time() < hours.end:",
        gone="    if True:",
        tests=("tests/simulation/test_year.py", "-k", "out_of_hours"),
    ),
    Guard(
        promise="every permutation of an order's deliveries ends in the same ledger",
        file="core/earning/recording.py",
        there="    older = before is not None and is_older(report, before)",
        gone="    older = False",
        tests=("tests/bot/shops/test_permutations.py",),
    ),
    Guard(
        promise="a number alone takes no balance over",
        file="core/merging.py",
        there='        if yes and fingerprints.of(tx, f"phone:{chat.address}") == merge.proof:',
        gone="        if False:",
        tests=("tests/core/test_merging.py",),
    ),
    Guard(
        promise="at the counter each word is for its role",
        file="bot/conversation/request.py",
        there="        return self.colleague is not None and self.colleague.role.covers(role)",
        gone="        return self.colleague is not None",
        tests=("tests/bot/conversation/test_team.py", "-k", "every_word"),
    ),
    Guard(
        promise="who guesses is stopped for a while",
        file="core/guarding.py",
        there="    if guesses.count_since(tx, who, act.now - WITHIN) >= MOST:",
        gone="    if False:",
        tests=("tests/bot/conversation/test_managing.py", "-k", "guess"),
    ),
    Guard(
        promise="a forged delivery is not believed",
        file="bot/shops/signatures.py",
        there="hmac.compare_digest(given, each)",
        gone="given[:1] == each[:1]",
        tests=("tests/bot/test_forgeries.py",),
    ),
    Guard(
        promise="a forged update is not read",
        file="bot/web/telegram.py",
        there='    return secrets.compare_digest(given.encode("latin-1"), secret.encode())',
        gone="    return given.startswith(secret)",
        tests=("tests/bot/web/test_telegram.py",),
    ),
    Guard(
        promise="no cell of a file is a formula",
        file="bot/arrivals/cells.py",
        there='    return f"\'{text}" if text.startswith(FORMULAS) else text',
        gone="    return text",
        tests=("tests/bot/arrivals/test_members_files.py", "-k", "formulas"),
    ),
    Guard(
        promise="no request takes for ever",
        file="bot/web/limits.py",
        there="asyncio.timeout_at(until)",
        gone="asyncio.timeout_at(None)",
        tests=("tests/bot/web/test_security.py", "-k", "come_to_its_end", "--timeout=10"),
    ),
    Guard(
        promise="who asks while it stops is answered",
        file="bot/web/connection.py",
        there="call_later(LAST_CHANCE_S, super().shutdown)",
        gone="call_later(0, super().shutdown)",
        tests=("tests/bot/web/test_server.py", "-k", "on_its_way"),
    ),
    Guard(
        promise="who has just come in while it stops is answered",
        file="bot/web/server.py",
        there="for one in _let_in(listener)",
        gone="for one in ()",
        tests=("tests/bot/web/test_server.py", "-k", "system_has_let_in"),
    ),
    Guard(
        promise="a paused process leads no more",
        file="bot/databases/postgres_locks.py",
        there='{"idle_session_timeout": f"{int(self._silent_s * 1000)}ms"}',
        gone='{"idle_session_timeout": "0"}',
        tests=("tests/bot/delivery/test_leading.py", "-k", "silent"),
    ),
    Guard(
        promise="what was confirmed to a shop is there",
        file="bot/web/shops.py",
        there='            self._count(shop, "put off")\n            raise\n        finally',
        gone="            response = Response()\n        finally",
        tests=("tests/simulation/test_season.py", "-k", "everything_told"),
    ),
    Guard(
        promise="points given by hand are given once",
        file="core/adjusting.py",
        there="    if done := operations.result_of(tx, member_id, act, request):",
        gone="    if done := None:",
        tests=("tests/simulation/test_season.py", "-k", "everything_told"),
    ),
    Guard(
        promise="a voucher is good once",
        file="core/rewards/redeeming.py",
        there="    if not voucher.usable_at(at) or owner.status",
        gone="    if owner.status",
        tests=("tests/simulation/test_season.py", "-k", "everything_told"),
    ),
    Guard(
        promise="a message is one worker's at a time",
        file="core/tables/outbox.py",
        there="""            until=to_ms(until),
            now=to_ms(now),
            purpose=purpose,""",
        gone="""            until=to_ms(now),
            now=to_ms(now),
            purpose=purpose,""",
        tests=("tests/simulation/test_season.py", "-k", "everything_told"),
    ),
    Guard(
        promise="both libraries behave alike",
        file="bot/channels/telegram_ptb_sending.py",
        there="callback_data=b.command or None",
        gone="callback_data=b.label or None",
        tests=("tests/bot/channels/test_telegram_talking.py",),
    ),
    Guard(
        promise="imports point one way",
        file="core/act.py",
        there="from random import Random\n",
        gone="from random import Random\n\nfrom bot import ports\n",
        tests=("tests/test_architecture.py",),
    ),
    Guard(
        promise="who is forgotten leaves no word",
        file="core/leaving.py",
        there="    feedback.forget_member(tx, member_id)\n",
        gone="",
        tests=("tests/core/test_forgetting.py",),
    ),
    Guard(
        promise="an import is whole, and once",
        file="core/arriving/planning.py",
        there="if lot.id not in theirs",
        gone="if lot.id",
        tests=("tests/bot/arrivals", "-k", "again_change_nothing"),
    ),
    Guard(
        promise="a move that breaks off moves nothing",
        file="bot/databases/copying.py",
        there="        if tx.rows(table.count) != [(0,)]:",
        gone="        if False:",
        tests=("tests/bot/databases/test_copying.py", "-k", "refused"),
    ),
    Guard(
        promise="no secret and no number reaches the log",
        file="bot/logs.py",
        there="        return TOKEN.sub(MASK, PHONE.sub(MASK, text))",
        gone="        return text",
        tests=("tests/bot/test_logs.py",),
    ),
)


def main(names: list[str]) -> int:
    """Try every guard, or those whose promise has one of the names in it; 1 if a test slept."""
    table = Table("promise", "without", "noticed by", "s")
    asleep = 0
    console = Console()
    console = console if console.is_terminal else Console(width=160)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        copy.mkdir()
        for name in COPIED:
            source = ROOT / name
            if source.is_dir():
                shutil.copytree(source, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(source, copy / name)
        for guard in GUARDS:
            if names and not any(name in guard.promise for name in names):
                continue
            with console.status(guard.promise):
                started = perf_counter()
                found = _noticed(copy, guard)
            asleep += found is None
            seconds = f"{perf_counter() - started:.0f}"
            table.add_row(guard.promise, guard.file, found or "NOBODY", seconds)
    console.print(table)
    return int(asleep > 0)


def _noticed(copy: Path, guard: Guard) -> str | None:
    """The test that fails without the guard; None: they all pass."""
    path = copy / guard.file
    whole = path.read_text(encoding="utf-8")
    path.write_text(whole.replace(guard.there, guard.gone), encoding="utf-8")
    try:
        done = subprocess.run(  # noqa: S603 our own tests
            [sys.executable, "-m", "pytest", "-n0", "-x", "-p", "no:cacheprovider", *guard.tests],
            cwd=copy, capture_output=True, text=True, timeout=PATIENCE_S, check=False,
        )  # fmt: skip
    finally:
        path.write_text(whole, encoding="utf-8")
    lines = [
        line
        for line in done.stdout.splitlines()
        if line.startswith(("FAILED tests", "ERROR tests"))
    ]
    if done.returncode == 0:
        return None
    return lines[0].split(" - ")[0].split(" ", 1)[1] if lines else f"exit {done.returncode}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
