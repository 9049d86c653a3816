"""The Telegram library that the settings choose, and where Telegram is to send updates."""

from typing import TYPE_CHECKING

from bot.channels.telegram.errors import REFUSALS
from bot.ports import ChannelRefused, TryLater
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.channels.telegram.bot import Telegram

WEBHOOK_PATH = "/webhooks/telegram"


def load_telegram(settings: Settings) -> "Telegram":
    """Import the chosen library; that takes a second: while others wait, call it in a thread."""
    from bot.channels.telegram.bot import Telegram

    assert settings.telegram_token  # noqa: S101 the sandbox has one too
    token = settings.telegram_token.get_secret_value()
    if settings.telegram_library == "ptb":
        from bot.channels.telegram_ptb import PtbLibrary

        return Telegram(PtbLibrary(token=token, api_url=settings.telegram_api_url))
    from bot.channels.telegram_aiogram import AiogramLibrary

    return Telegram(AiogramLibrary(token=token, api_url=settings.telegram_api_url))


async def set_webhook(telegram: "Telegram", settings: Settings) -> None:
    """Have Telegram send updates to our public address."""
    secret = settings.telegram_webhook_secret
    assert secret  # noqa: S101 the settings see to it
    url = f"{settings.public_url}{WEBHOOK_PATH}"
    await telegram.set_webhook(url, secret.get_secret_value())


async def webhook(settings: Settings, act: str) -> dict[str, object]:
    """
    Set, delete or show the webhook; Telegram's view of it afterwards.

    Raises TokenRefused; TryLater and ChannelRefused with a sentence of what Telegram said.
    """
    telegram = load_telegram(settings)
    server = f"Telegram at {settings.telegram_api_url}"
    try:
        await telegram.connect()
        if act == "set":
            await set_webhook(telegram, settings)
        elif act == "delete":
            await telegram.delete_webhook()
        return await telegram.webhook_info()
    except TryLater as later:
        raise TryLater(reason=f"{server} does not answer ({later.reason}).") from None
    except REFUSALS as error:
        said = str(error) or type(error).__name__
        raise ChannelRefused(f"{server} refuses it: {said.removesuffix('.')}.") from None
    finally:
        await telegram.close()
