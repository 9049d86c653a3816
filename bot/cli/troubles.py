"""What a user can cause: each ends a command with a sentence, and no traceback."""

from bot.databases.migrating import SchemaTooNew
from bot.ports import (
    CallRefused,
    CannotListen,
    ChannelRefused,
    DatabaseUrlWrong,
    TryLater,
    WorldError,
)
from bot.programs import ProgramNotFound
from core.program.loading import ProgramInvalid

USAGE_ERRORS = (ProgramNotFound, CannotListen, DatabaseUrlWrong)
WORLD_ERRORS = (WorldError, SchemaTooNew, ProgramInvalid, TryLater, CallRefused, ChannelRefused)


def sentence(group: BaseExceptionGroup[BaseException]) -> str:
    """The sentences of what went wrong, each once."""
    found: dict[str, None] = {}
    for error in group.exceptions:
        if isinstance(error, BaseExceptionGroup):
            found[sentence(error)] = None
        elif isinstance(error, ProgramInvalid):
            from bot.conversation.faults import told  # only here: reading the words takes a while

            found[told(error)] = None
        else:
            found[str(error) or type(error).__name__] = None
    return "\n".join(found)
