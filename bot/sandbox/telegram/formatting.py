"""Text and its entities: what a parse_mode makes of a text, and the commands in people's texts."""

import re
from html import unescape

from bot.sandbox.telegram.records import Json
from bot.sandbox.telegram.refusals import bad_request

TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "blockquote": "blockquote",
    "tg-spoiler": "spoiler",
}
TOKEN = re.compile(r"<(/?)([A-Za-z0-9-]*)([^<>]*)>|<")
HREF = re.compile(r"""href\s*=\s*["']([^"']*)["']""")
COMMAND = re.compile(r"(?<!\S)/[A-Za-z0-9_]{1,32}(@[A-Za-z0-9_]+)?")


def utf16_length(text: str) -> int:
    """Return the length as Telegram counts it: an emoji is two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def command_entities(text: str) -> list[Json]:
    """Return the bot_command entities of a text a person typed."""
    return [
        {
            "type": "bot_command",
            "offset": utf16_length(text[: found.start()]),
            "length": utf16_length(found.group()),
        }
        for found in COMMAND.finditer(text)
    ]


def formatted(text: str, parse_mode: str, entities: list[Json] | None) -> tuple[str, list[Json]]:
    """
    Return the text as people see it, with its entities.

    Raises Refused for broken markup, and for Markdown, which this stand-in does not read.
    """
    if not parse_mode:
        return (text, entities) if entities else (text.strip(), [])
    if parse_mode.lower() != "html":
        raise bad_request(f"the sandbox does not read parse_mode {parse_mode}")
    text, found = _read_html(text)
    return text.rstrip(), found


def _read_html(text: str) -> tuple[str, list[Json]]:
    seen = ""
    entities: list[Json] = []
    open_tags: list[tuple[str, Json]] = []
    at = 0
    for token in TOKEN.finditer(text):
        seen += unescape(text[at : token.start()])
        at = token.end()
        closing, tag, rest = token.group(1), (token.group(2) or "").lower(), token.group(3)
        if tag not in TAGS:
            raise bad_request(
                f'can\'t parse entities: Unsupported start tag "{tag}" at byte offset '
                f"{len(text[: token.start()].encode())}"
            )
        if closing:
            entities += _closed(tag, open_tags, utf16_length(seen))
        else:
            open_tags.append((tag, _opened(tag, rest, utf16_length(seen))))
    if open_tags:
        tag = open_tags[-1][0]
        raise bad_request(
            f"can't parse entities: Can't find end tag corresponding to start tag \"{tag}\""
        )
    return seen + unescape(text[at:]), sorted(entities, key=lambda entity: int(entity["offset"]))


def _opened(tag: str, rest: str, offset: int) -> Json:
    entity: Json = {"type": TAGS[tag], "offset": offset}
    if tag == "a" and (link := HREF.search(rest)):
        entity["url"] = link.group(1)
    return entity


def _closed(tag: str, open_tags: list[tuple[str, Json]], offset: int) -> list[Json]:
    if not open_tags or open_tags[-1][0] != tag:
        raise bad_request(f'can\'t parse entities: Unmatched end tag "{tag}"')
    entity = open_tags.pop()[1]
    length = offset - int(entity["offset"])
    return [entity | {"length": length}] if length else []
