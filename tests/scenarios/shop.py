"""
A shop with a well-known program, one member of it, and a clock that is set by hand.

The shop speaks HTTP to the real application, the member writes to the real conversation, and what
falls due by time alone is done by the real schedule, on every day that is named.
"""

import re
from decimal import Decimal
from typing import Any

from bot.conversation.messages import Incoming
from core.model import Channel
from tests.scenarios.counter import Counter
from tests.scenarios.goods import Worth

ANN = "1000001"
CODE = re.compile(r"\b[2-9A-HJ-NP-Z]{4}(?:-[2-9A-HJ-NP-Z]{4}){2}\b")
HAS = re.compile(r"^⭐ You have: (.+)\.$", re.MULTILINE)
DIVIDEND = re.compile(r"^Dividend for .+, paid on .+: (.+)$", re.MULTILINE)
PROGRESS = re.compile(r"(?:So far: |✅ )(.+)$", re.MULTILINE)
TIER = re.compile(r"^Your tier: (.+), since ", re.MULTILINE)


class Shop(Counter):
    """The shop, and its member Ann in the chat."""

    async def says(self, text: str) -> str:
        """Ann writes that; what she is answered."""
        incoming = Incoming(
            channel=Channel.TELEGRAM,
            sender=ANN,
            event_id=str(next(self.numbers)),
            text=text,
            name="Ann",
            language="en",
        )
        spoken = await self.router.answer(incoming)
        assert spoken
        return spoken.text

    async def joins(self, birthday: str = "") -> str:
        """Ann joins in the chat, and tells her birthday if she has one; the welcome."""
        welcome = await self.says("join")
        found = await self.get("/api/v1/members", telegram_id=ANN)
        self.member_id, self.card = found["id"], found["card"]
        if birthday:
            told = await self.says(f"birthday {birthday}")
            assert told.startswith("Birthday: "), told
        return welcome

    async def redeems(self, words: str) -> str:
        """Ann redeems in the chat, such as "spend 5.00"; the voucher's code."""
        answer = await self.says(f"redeem {words}")
        codes = CODE.findall(answer)
        assert codes, answer
        return str(codes[0])

    # Where Ann stands: the chat and the API agree

    async def has(self, expected: Worth, *, lifetime: Worth = "", tier: str = "") -> None:
        """Ann can spend so much; has earned so much; is on that tier, "Gold to 2026-12-31"."""
        points = (await self.member())["points"]
        assert self.worth(points["balance"]) == expected
        [answer] = HAS.findall(await self.says("points"))
        assert self._read(answer) == expected
        if lifetime:
            assert self.worth(points["lifetime"]) == lifetime
        if tier:
            assert await self.tier() == tier

    async def why(self, points: str) -> list[str]:
        """What the chat says of the newest entry, which is one of so many points: how it came."""
        first, *rest = (await self.says("why")).splitlines()
        assert f": {points}" in first
        return rest

    async def pending(self) -> Worth:
        """What Ann has earned and can't spend yet."""
        return self.worth((await self.member())["points"]["pending"])

    async def tier(self) -> str:
        """Ann's tier, and its last day if it has one, as "Gold to 2026-12-31"."""
        told = (await self.member())["tier"]
        [answer] = TIER.findall(await self.says("tier"))
        assert answer == told["name"]
        return f"{answer} to {told['until']}" if told["until"] else str(answer)

    async def dividends(self) -> dict[str, str]:
        """What is promised for years' purchases, by the day it is paid on."""
        found = (await self.member())["points"]["dividends"]
        answers = [self._read(each) for each in DIVIDEND.findall(await self.says("points"))]
        assert answers == [self.worth(one["points"]) for one in found if one["points"]]
        return {one["paid_on"]: str(self.worth(one["points"])) for one in found}

    async def progress(self) -> str:
        """How far Ann is with the one goal there is, as the chat has it."""
        [answer] = PROGRESS.findall(await self.says("earn"))
        return str(answer)

    async def vouchers(self) -> list[str]:
        """What Ann's usable vouchers are worth, or their titles, as listed in the chat."""
        return sorted(one["amount"] or one["title"] for one in await self._usable())

    async def code(self, reward: str) -> str:
        """The code of the oldest usable voucher for that reward."""
        those = [one for one in await self._usable() if one["reward"] == reward]
        return str(min(those, key=lambda one: str(one["issued_at"]))["code"])

    async def _usable(self) -> list[dict[str, Any]]:
        return [await self._voucher(code) for code in CODE.findall(await self.says("vouchers"))]

    async def _voucher(self, code: str) -> dict[str, Any]:
        found = await self.get(f"/api/v1/vouchers/{code}")
        assert found["status"] == "issued", found
        if found["amount"]:
            found["amount"] = f"{Decimal(found['amount']):.2f}"
        return found

    def _read(self, answer: str) -> Worth:
        """Points as the chat writes them: "1,050 points", "US$0.49"."""
        amount = re.sub(r"[^\d.\-]", "", answer)
        return int(amount) if self.acts.program.unit == "points" else amount
