"""What one part of a program file says of another by its id: it must be there, and fit."""

from collections.abc import Iterator

from core.program.fault import Fault, fault
from core.program.rewards import DonationReward, FlexibleReward, RewardPart
from core.program.tree import Objection, Path, Tree
from core.program.values import suggestion

_KINDS = {
    "reward": "reward",
    "referrer_reward": "reward",
    "friend_reward": "reward",
    "tier": "tier",
    "tiers": "tier",
    "plan": "plan",
    "plans": "plan",
}
"""The fields that hold ids, and of what."""
UNKNOWN = {
    "reward": "fault-no-such-reward",
    "tier": "fault-no-such-tier",
    "plan": "fault-no-such-plan",
}
NONE = {"reward": "fault-no-rewards", "tier": "fault-no-tiers", "plan": "fault-no-plans"}


def references(parts: Tree) -> Iterator[Objection]:
    """Every reward, tier and plan that is spoken of is there."""
    for path, kind, name in _spoken_of(parts):
        known = _known(parts, kind)
        if known is None or name in known:
            continue
        yield Objection(path, _not_there(kind, name, known))


def gifts(parts: Tree) -> Iterator[Objection]:
    """What is given for nothing leaves nothing to choose: neither a cause nor a sum."""
    rewards = {reward.id: reward for reward in parts.get("rewards") or () if reward is not None}
    for path, kind, name in _spoken_of(parts):
        reward = rewards.get(name) if kind == "reward" else None
        if isinstance(reward, DonationReward) and len(reward.causes) > 1:
            yield Objection(path, fault("fault-several-causes", name=name))
        if isinstance(reward, FlexibleReward):
            yield Objection(path, fault("fault-chosen-sum", name=name))


def out_of_reach(parts: Tree) -> Iterator[Objection]:
    """A reward without a cost is given by something."""
    if any(node is None and isinstance(path[-1], int) for path, node in parts.nodes if path):
        return  # what is wrong may be what gives it
    given = {name for _, kind, name in _spoken_of(parts) if kind == "reward"}
    for index, reward in enumerate(parts.get("rewards") or ()):
        if not isinstance(reward, RewardPart) or reward.id in given:
            continue
        if reward.cost is reward.unlocks_at is None and not isinstance(reward, FlexibleReward):
            yield Objection(("rewards", index, "cost"), fault("fault-cost-missing"))


def _not_there(kind: str, name: str, known: list[str]) -> Fault:
    if not known:
        return Fault(NONE[kind], (("name", name),))
    near = suggestion(name, known)
    return Fault(UNKNOWN[kind], (("name", name), ("known", ", ".join(known)), ("near", near)))


def _spoken_of(parts: Tree) -> Iterator[tuple[Path, str, str]]:
    """Every id that is spoken of: where, of what, and the id."""
    for path, value in parts.nodes:
        if not isinstance(value, str) or not path:
            continue
        field = path[-2] if isinstance(path[-1], int) else path[-1]
        if isinstance(field, str) and field in _KINDS:
            yield path, _KINDS[field], value


def _known(parts: Tree, kind: str) -> list[str] | None:
    """The ids there are of that kind; None when one of them is wrong itself."""
    tiers = parts.get("tiers")
    items = (tiers and tiers.levels) if kind == "tier" else parts.get(f"{kind}s")
    if items is None or any(item is None or item.id is None for item in items):
        return None
    return [item.id for item in items]
