"""What customers can say, one module a subject. Importing it registers the words."""

from bot.conversation.customer import (  # noqa: F401 imported for their words
    buying,
    claiming,
    earning,
    friends,
    helping,
    joining,
    numbering,
    plans,
    points,
    privacy,
    profile,
    rating,
    rewards,
    surveys,
    tapping,
    tiers,
    vouchers,
)
