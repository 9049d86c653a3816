"""Fetching: the content of a small file that came with a message, before it is answered."""

import logging
from dataclasses import replace
from functools import partial

from bot.channels.telegram.errors import Rejected, TokenRefused
from bot.channels.telegram.patience import patiently
from bot.channels.telegram.speaking import Sender
from bot.conversation.messages import Incoming
from bot.ports import TryLater, Undeliverable

READ = (".toml",)  # how the names of files end that anything is done with
SIZE_MAX = 400_000  # bytes: of a program file, in any alphabet
NOT_GIVEN = (Rejected, TryLater, Undeliverable, TokenRefused)  # a file that is gone is "not found"

log = logging.getLogger(__name__)


async def with_content(sender: Sender, incoming: Incoming) -> Incoming:
    """The message with what its file holds, if that is small and of a kind we read."""
    file = incoming.file
    if file is None or not file.name.lower().endswith(READ) or file.size > SIZE_MAX:
        return incoming
    try:
        content = await patiently(partial(sender.fetch, file.id))
    except NOT_GIVEN as failure:  # it is answered that the file did not come
        log.warning("a file of %s can't be fetched: %s", incoming.event_id, failure)
        return incoming
    return replace(incoming, file=replace(file, content=content[: SIZE_MAX + 1]))
