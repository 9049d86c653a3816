"""What differs between the kinds of messages people send: text, contact, photo, file."""

import time
from urllib.parse import parse_qs, urlsplit

from bot.sandbox.telegram.formatting import command_entities
from bot.sandbox.telegram.limits import START_PAYLOAD, check_photo, check_text
from bot.sandbox.telegram.records import File, Json


def typed(text: str) -> Json:
    """A text with its commands marked."""
    check_text(text)
    text = text.strip()
    entities = command_entities(text)
    return {"text": text} | ({"entities": entities} if entities else {})


def contact(who: Json, *, phone: str, user_id: int | None, vcard: bool) -> Json:
    """A phone number, with the id of its owner when Telegram knows it."""
    found: Json = {"phone_number": phone, "first_name": who["first_name"]}
    if user_id is not None:
        found["user_id"] = user_id
    if vcard:
        found["vcard"] = f"BEGIN:VCARD\nVERSION:2.1\nTEL;MOBILE:{phone}\nEND:VCARD"
    return {"contact": found}


def forwarded_from(*, first_name: str, user_id: int) -> Json:
    """The mark of a message that somebody else wrote first."""
    author: Json = {"id": user_id, "is_bot": False, "first_name": first_name}
    origin = {"type": "user", "date": int(time.time()), "sender_user": author}
    return {"forward_origin": origin}


def photo(file: File, *, caption: str) -> Json:
    """A picture in its one size."""
    width, height = check_photo(file.content)
    size = file.raw | {"width": width, "height": height}
    return {"photo": [size]} | ({"caption": caption} if caption else {})


def document(file: File) -> Json:
    """A file with its name."""
    return {"document": file.raw | {"file_name": file.name}}


def start_command(link: str, *, username: str) -> str:
    """Return what pressing Start behind the link sends; ValueError when it leads elsewhere."""
    parts = urlsplit(link if "://" in link else f"https://{link}")
    if parts.netloc.lower() != "t.me" or parts.path.strip("/").lower() != username.lower():
        raise ValueError(f"{link} does not lead to @{username}")
    [payload] = parse_qs(parts.query).get("start", [""])
    if payload and not START_PAYLOAD.fullmatch(payload):
        raise ValueError(f"a phone ignores the start payload {payload!r}")
    return f"/start {payload}".rstrip()
