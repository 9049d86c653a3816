"""The stage: the demo story as a chat on the terminal."""

from rich.align import Align
from rich.console import Console
from rich.panel import Panel
from rich.text import Text

from bot.sandbox.telegram.messages import Message, Spoken
from bot.sandbox.twilio.messages import Texted

BUBBLE_WIDTH_MAX = 72


class Stage:
    """Shows who says what: customers on the right, the bot on the left with its buttons."""

    def __init__(self, console: Console | None = None) -> None:
        self._console = console or Console(highlight=False)

    def heard(self, spoken: Spoken) -> None:
        """Show something that just happened in a chat."""
        if spoken.verb in ("toasts", "deletes"):
            return
        from_bot = spoken.message is not None and spoken.message.from_bot
        by_bot = from_bot and spoken.verb != "taps"
        text = Text(spoken.text or "…")
        if by_bot and spoken.message:
            text = _bot_says(spoken.message)
        elif spoken.verb == "taps":
            text = Text(f"👆 {spoken.text}")
        width = min(BUBBLE_WIDTH_MAX, self._console.width - 8)
        style = "green" if by_bot else "cyan"
        bubble = Panel.fit(
            Text.assemble(text), title=spoken.author, title_align="left", border_style=style
        )
        if bubble.width is None and len(spoken.text) > width:
            bubble.width = width
        self._console.print(Align(bubble, "left" if by_bot else "right"))

    def texted(self, texted: Texted) -> None:
        """Show a text message that just went out or came in."""
        side = "right" if texted.from_phone else "left"
        style = "cyan" if texted.from_phone else "green"
        title = f"📱 {texted.number}" if texted.from_phone else "📱 SMS"
        bubble = Panel.fit(Text(texted.text), title=title, title_align="left", border_style=style)
        self._console.print(Align(bubble, "right" if side == "right" else "left"))

    def tell(self, line: str) -> None:
        """Show what the shop does."""
        self._console.print(Align.center(Text(line, style="yellow")))

    def end(self, address: str, key: str) -> None:
        """The story is over; say what to try now."""
        self._console.print(
            Panel(
                "The story is over, and the bot keeps serving. Ctrl-C ends it.\n\n"
                f"The shop's API:      {address}/docs\n"
                f"The API's key:       {key}\n"
                "Chat with it here:   .venv/bin/loyalty chat --as Maria\n"
                "Or as the owner:     .venv/bin/loyalty chat --as Boss --role owner\n"
                "Go live:             put LOYALTY_TELEGRAM_TOKEN in .env (see README.md)",
                title="Loyalty Bot – sandbox",
                border_style="magenta",
            )
        )


def _bot_says(message: Message) -> Text:
    text = Text("🖼  QR code\n" if message.photo else "")
    text.append(
        message.text or message.caption or (message.document.name if message.document else "")
    )
    for row in message.buttons:
        labels = "  ".join(f"[{button.label}]" for button in row)
        text.append(f"\n{labels}", style="bold blue")
    return text
