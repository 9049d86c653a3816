"""
Tiers: which one a member has, since when, until when, and what it gives.

spans: the time that counts · judging: which tier the sums come to · holding: moves, written ·
settling: a look after orders and bonuses · reviewing: a look when time has passed, or the program
changed · awarding: what is given for a tier · deciding: what staff give by hand · having: the
benefits · standing: where a member stands · ends: until when · bringing: a tier somebody had
elsewhere.
"""

from core.tiering.bringing import hold, promise
from core.tiering.deciding import assign, clear
from core.tiering.having import benefits_of, factor_of, tiers_of
from core.tiering.reviewing import due, keep_promise, review_due
from core.tiering.settling import Settled, settle, settle_order
from core.tiering.spans import whole_period
from core.tiering.standing import until

__all__ = [
    "Settled",
    "assign",
    "benefits_of",
    "clear",
    "due",
    "factor_of",
    "hold",
    "keep_promise",
    "promise",
    "review_due",
    "settle",
    "settle_order",
    "tiers_of",
    "until",
    "whole_period",
]
