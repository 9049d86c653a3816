"""What every method works on: the records, the updates, the taps, the listeners, the till."""

from collections.abc import Callable
from dataclasses import dataclass, field

from bot.sandbox.telegram.messages import Spoken, Toast, Verb, shown
from bot.sandbox.telegram.records import Records, Stored
from bot.sandbox.telegram.till import Till
from bot.sandbox.telegram.updates import Updates

Listener = Callable[[Spoken], None]


@dataclass(slots=True)
class State:
    """One bot's Telegram; toasts are kept by the id of the person who tapped."""

    records: Records
    updates: Updates
    toasts: dict[int, list[Toast]] = field(default_factory=dict)
    listeners: list[Listener] = field(default_factory=list)
    till: Till = field(default_factory=Till)

    def spoke(self, spoken: Spoken) -> None:
        """Tell the listeners, in the order they came."""
        for listener in self.listeners:
            listener(spoken)

    def spoke_bot(self, verb: Verb, stored: Stored) -> None:
        """Tell the listeners what the bot did with a message."""
        message = shown(stored)
        self.spoke(
            Spoken(
                author=self.records.bot["first_name"],
                verb=verb,
                text=message.text or message.caption,
                chat_id=message.chat_id,
                message=message,
            )
        )
