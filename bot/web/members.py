"""Members: enrol, find, read, forget, and the pages of their ledger."""

from functools import partial
from typing import Annotated
from uuid import uuid4

from fastapi import APIRouter, Query

from bot.acts import acting
from bot.web.answers import DataOut, EntriesOut, MemberOut
from bot.web.enrolling import enrol
from bot.web.fields import Card, Email, MemberKey, Phone, TelegramId, birthday_of
from bot.web.given import Web
from bot.web.schemas import MemberChangeIn, MemberIn
from bot.web.security import api_router
from bot.web.views import entry_view, member_of, member_view, unit_of
from bot.web.wording import FieldError, Invalid
from core import disclosing, leaving, profile, tagging
from core.act import Act
from core.errors import NotAMember
from core.model import Channel
from core.tables import chats, entries, members
from core.transaction import Transaction

PAGE = 50
PAGE_MAX = 100
ACTOR = "api"


def members_router(web: Web) -> APIRouter:
    """Everything under /api/v1/members but what moves points."""
    router = api_router(web, "Members")

    @router.post("/api/v1/members", status_code=201, summary="Enrol a member")
    async def post_member(person: MemberIn) -> MemberOut:
        """Enrol somebody; 409 when the phone, e-mail or Telegram id belongs to a member."""
        act = web.acts.new(f"enrol:{uuid4()}", actor=ACTOR)
        with acting(act):
            return await web.database.run(partial(enrol, act=act, person=person))

    @router.get("/api/v1/members", summary="Find a member")
    async def find_member(
        phone: Annotated[Phone | None, Query(description="Theirs, with its country code.")] = None,
        email: Annotated[Email | None, Query(description="Theirs, in any case.")] = None,
        card: Annotated[Card | None, Query(description="The number on their card.")] = None,
        telegram_id: Annotated[
            TelegramId | None, Query(description="Of a chat that leads to them.")
        ] = None,
    ) -> MemberOut:
        """Find one member by exactly one of the keys."""
        keys = {"phone": phone, "email": email, "card": card, "telegram_id": telegram_id}
        given = [(key, value) for key, value in keys.items() if value is not None]
        if len(given) != 1:
            detail = "give exactly one of phone, email, card and telegram_id"
            raise Invalid(*(FieldError(key, detail, "query") for key, _ in given or keys.items()))
        act = web.acts.new("find", actor=ACTOR)
        [(key, value)] = given
        return await web.database.read(partial(_find, act=act, key=key, value=str(value)))

    @router.get("/api/v1/members/{member_id}", summary="Read a member")
    async def get_member(member_id: MemberKey) -> MemberOut:
        """Read the member as they stand."""
        act = web.acts.new("read", actor=ACTOR)
        return await web.database.read(partial(_get, act=act, member_id=member_id))

    @router.patch("/api/v1/members/{member_id}", summary="Correct a member")
    async def patch_member(member_id: MemberKey, change: MemberChangeIn) -> MemberOut:
        """
        Correct the birthday, which members can tell only once, and say how they are written to;
        where they live, and by which tags the shop knows them.

        A corrected birthday counts as told now; nobody is given a present twice for one year.
        """
        act = web.acts.new("correct", actor=ACTOR)
        work = partial(_correct, act=act, member_id=member_id, change=change)
        return await web.database.run(work)

    @router.delete("/api/v1/members/{member_id}", status_code=204, summary="Erase a member")
    async def delete_member(member_id: MemberKey) -> None:
        """Erase the personal data; the ledger is kept without a name. Can't be undone."""
        act = web.acts.new("forget", actor="api")
        await web.database.run(partial(_delete, act=act, member_id=member_id))

    @router.get("/api/v1/members/{member_id}/data", summary="Read all that is kept of a member")
    async def get_data(member_id: MemberKey) -> DataOut:
        """
        Read everything that is kept of the member, to answer who asks for it (GDPR, articles 15
        and 20): the file that the member gets by `mydata` in chat.
        """
        return await web.database.read_long(partial(_data, member_id=member_id))

    @router.get("/api/v1/members/{member_id}/entries", summary="Read a member's ledger")
    async def get_entries(
        member_id: MemberKey,
        cursor: Annotated[
            str | None, Query(pattern=r"^[0-9]{1,18}$", description="A page's `next_cursor`.")
        ] = None,
        limit: Annotated[
            int, Query(ge=1, le=PAGE_MAX, description="So many on a page at most.")
        ] = PAGE,
    ) -> EntriesOut:
        """Read a page of the ledger, newest first; pages stay right while entries are added."""
        before = int(cursor) if cursor else None
        act = web.acts.new("read", actor=ACTOR)
        return await web.database.read(
            partial(_entries, act=act, member_id=member_id, before=before, limit=limit)
        )

    return router


def _find(tx: Transaction, act: Act, key: str, value: str) -> MemberOut:
    if key == "telegram_id":
        member_id = chats.find(tx, Channel.TELEGRAM, value).member_id
    else:
        member_id = members.by_key(tx, key, value)
    if member_id is None:
        raise NotAMember
    return _get(tx, act, str(member_id))


def _get(tx: Transaction, act: Act, member_id: str) -> MemberOut:
    return member_view(tx, act, member_of(tx, member_id))


def _correct(tx: Transaction, act: Act, member_id: str, change: MemberChangeIn) -> MemberOut:
    member, given = member_of(tx, member_id), change.model_fields_set
    if change.birthday:
        birthday = birthday_of(change.birthday)
        profile.correct_birthday(tx, act, member_id=member.id, birthday=birthday)
    if "timezone" in given:
        profile.set_timezone(tx, member_id=member.id, timezone=change.timezone)
    if "preferred_channel" in given:
        channel = Channel(change.preferred_channel) if change.preferred_channel else None
        profile.set_preferred_channel(tx, member_id=member.id, channel=channel)
    if "city" in given:
        profile.set_city(tx, member_id=member.id, city=change.city)
    if "tags" in given:
        tagging.replace(tx, act, member_id=member.id, tagged=change.tags)
    return _get(tx, act, member_id)


def _data(tx: Transaction, member_id: str) -> DataOut:
    return DataOut.model_validate(disclosing.everything(tx, member_of(tx, member_id)))


def _delete(tx: Transaction, act: Act, member_id: str) -> None:
    leaving.forget(tx, act, member_id=member_of(tx, member_id).id)


def _entries(
    tx: Transaction, act: Act, member_id: str, before: int | None, limit: int
) -> EntriesOut:
    member = member_of(tx, member_id)
    found = entries.page(tx, member.id, before=before, limit=limit + 1)
    page = found[:limit]
    return EntriesOut(
        entries=[entry_view(entry, act.program) for entry in page],
        next_cursor=str(page[-1].number) if len(found) > limit else None,
        **unit_of(act.program),
    )
