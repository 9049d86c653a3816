"""What comes together with a message and is a rule: a present for every year in the program."""

from collections.abc import Iterator

from core.model import Points
from core.program.campaigns import AnniversaryCampaign, RatingCampaign
from core.program.explaining.offers import offered
from core.program.schema import Program
from core.program.sentences import Sentence, Told


def campaigns(program: Program) -> Iterator[Sentence]:
    """
    Presents that everybody can count on. What is given for a cart that was left or after a long
    absence is a courtesy: said aloud, it would be a reason to leave carts.
    """
    for campaign in program.messages_about("anniversary"):
        if isinstance(campaign, AnniversaryCampaign) and campaign.offer:
            yield Sentence("rules-anniversary", {"points": offered(program, campaign.offer)})
    for campaign in program.messages_about("rating"):
        if isinstance(campaign, RatingCampaign) and campaign.points:
            yield Sentence("rules-rating", {"points": Points(campaign.points)})
    for survey in program.surveys:
        if survey.on and survey.points:
            shown: dict[str, Told] = {
                "question": survey.question,
                "points": Points(survey.points),
            }
            yield Sentence("rules-survey", shown)
