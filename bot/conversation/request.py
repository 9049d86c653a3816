"""What a word's handler is given."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256

from bot.conversation.messages import Incoming
from core import guarding, staffing
from core.act import Act
from core.errors import NotAMember
from core.model import Chat, Colleague, Member, Role, Status
from core.program.schema import Program
from core.tables import chats, staff
from core.transaction import Transaction

NONCE_MARK = "~"


@dataclass(slots=True, kw_only=True)
class Behind:
    """Whether somebody works behind the counter: looked up when it first matters, then known."""

    tx: Transaction
    chat: Chat
    _known: tuple[Colleague | None, ...] = ()

    @property
    def colleague(self) -> Colleague | None:
        """The person in the staff; None for everybody else."""
        if not self._known:
            self._known = (staff.find(self.tx, self.chat.channel, self.chat.address),)
        return self._known[0]

    def may(self, role: Role) -> bool:
        """Whether they may do what that role may."""
        return self.colleague is not None and self.colleague.role.covers(role)


@dataclass(slots=True, kw_only=True)
class Request:
    """One word said by somebody, with the open transaction it is answered in."""

    tx: Transaction
    act: Act
    incoming: Incoming
    chat: Chat
    member: Member | None
    behind: Behind
    language: str
    args: list[str]
    text: str  # the args as they were typed
    screen: str  # names the message whose button was tapped, or what was typed
    bot: str | None  # its username, once Telegram has told it
    months: Mapping[str, int]  # their names in the person's language
    typed: Callable[[str], list[str]]  # key → what can be typed for it, in any language
    wording: Callable[[str, str], str]  # language, key → the version of that wording

    @property
    def program(self) -> Program:
        """The program in force."""
        return self.act.program

    @property
    def me(self) -> Member:
        """The member who asks. Raises NotAMember."""
        if self.member is None or self.member.status is Status.ERASED:
            raise NotAMember
        return self.member

    @property
    def colleague(self) -> Colleague:
        """Who of the staff says it; the word must have a role."""
        found = self.behind.colleague
        assert found  # noqa: S101 the router lets nobody else say it
        return found

    @property
    def who(self) -> str:
        """Names the person in the tables."""
        return staffing.who(self.chat.channel, self.chat.address)

    def guard(self) -> None:
        """Before something is looked up that can be guessed. Raises TooManyGuesses."""
        guarding.check(self.tx, self.act, self.who)

    def once(self, command: str) -> str:
        """
        A button's command with the operation id it stands for, made before the tap: however often
        it is tapped, it acts once. Derived from the event, so a repeated answer has the same.
        """
        event = f"{self.incoming.channel} {self.incoming.sender} {self.incoming.event_id}"
        return f"{command} {NONCE_MARK}{sha256(event.encode()).hexdigest()[:8]}"

    def keep(
        self,
        *,
        question: str | None = None,
        payload: str | None = None,
        language: str | None = None,
    ) -> None:
        """
        Remember something of this chat: a word whose question the next words answer, unless they
        are a command; the payload that brought the person; the language they chose.
        """
        self.chat = replace(
            self.chat,
            question=self.chat.question if question is None else question,
            payload=self.chat.payload if payload is None else payload,
            language=self.chat.language if language is None else language,
        )
        chats.save(self.tx, self.chat)

    def link(self, payload: str) -> str | None:
        """A link that opens the bot with that payload."""
        return f"https://t.me/{self.bot}?start={payload}" if self.bot else None
