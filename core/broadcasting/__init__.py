"""
Broadcasts: what owners write to many members at once.

segments: whom · drafting: what, and when · running: the messages, page by page into the outbox,
where consent, hours and caps hold for them as for every other message · reports: what came of it.
"""
