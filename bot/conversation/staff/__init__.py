"""What the people behind the counter can say, one module a subject: importing it registers them."""

from bot.conversation.staff import (  # noqa: F401 imported for their words
    answering,
    customers,
    handovers,
    managing,
    muting,
    purchases,
    receipts,
    tagging,
    timeline,
)
