"""
Delivery: takes due messages from the outbox, finds each a way to its member, words and sends it.

A message goes queued → leased → (begun) → its end. Nothing is locked while a channel is talked to;
what was begun and whose end nobody told may have arrived, and is never sent again by itself.
"""

from bot.delivery.choosing import Rules
from bot.delivery.outlets import Outlet, Outlets, Way
from bot.delivery.sending import Delivery

__all__ = ["Delivery", "Outlet", "Outlets", "Rules", "Way"]
