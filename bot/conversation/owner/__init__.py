"""What owners can say, one module a subject. Importing it registers the words."""

from bot.conversation.owner import (  # noqa: F401 imported for their words
    broadcasting,
    campaigns,
    exporting,
    programs,
    stats,
    surveys,
    team,
    trail,
)
