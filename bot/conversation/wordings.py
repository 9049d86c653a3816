"""Which wording of a question of consent was shown: its buttons carry it, and it is the proof."""

import re
from collections.abc import Mapping

from bot.conversation.request import Request
from core.model import Channel, Consent, Purpose

Question = Mapping[Purpose, str]

HERE: Question = {
    Purpose.TRANSACTIONAL: "consent-service",
    Purpose.MARKETING: "consent-offers",
}
BY_SMS: Question = {
    Purpose.TRANSACTIONAL: "consent-sms-service",
    Purpose.MARKETING: "consent-sms-offers",
}
IN_SMS: Question = {
    Purpose.TRANSACTIONAL: "consent-texting-service",
    Purpose.MARKETING: "consent-texting-offers",
}
QUESTIONS = {"h": HERE, "s": BY_SMS, "t": IN_SMS}
MARK = re.compile(r"([hst])\.([a-z]{2})\.([0-9a-f]{8})\.([0-9a-f]{8})")


def here(request: Request) -> Question:
    """The question about the channel that is talked on."""
    return IN_SMS if request.incoming.channel is Channel.SMS else HERE


def channel(request: Request) -> Channel:
    """What is agreed to here is agreed for; the terminal stands for the chat in Telegram."""
    said_on = request.incoming.channel
    return Channel.TELEGRAM if said_on is Channel.CONSOLE else said_on


def mark(request: Request, question: Question) -> str:
    """What the question's buttons say of its present wording, e.g. "h.uk.3f2a91c0.9b2c1d3e"."""
    [letter] = [one for one, known in QUESTIONS.items() if known is question]
    versions = [request.wording(request.language, key) for key in question.values()]
    return ".".join([letter, request.language, *(one.rpartition("/")[2] for one in versions)])


def shown(request: Request) -> dict[Purpose, str]:
    """The wordings that stood over the tapped button; empty when there was no question."""
    for arg in request.args:
        if marked := MARK.fullmatch(arg):
            letter, language, *versions = marked.groups()
            keys = zip(QUESTIONS[letter].items(), versions, strict=True)
            return {purpose: f"{key}/{language}/{version}" for (purpose, key), version in keys}
    return {}


def said(
    request: Request, channel: Channel, purpose: Purpose, *, granted: bool, wording: str
) -> Consent:
    """A yes or no given in the chat."""
    return Consent(
        channel=channel,
        purpose=purpose,
        granted=granted,
        at=request.act.now,
        wording=wording,
        source="chat",
    )
