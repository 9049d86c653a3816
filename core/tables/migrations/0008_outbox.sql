-- Messages to members who did not just ask: written with the act that causes them, sent later.

ALTER TABLE members ADD COLUMN timezone TEXT; -- NULL: the program's
ALTER TABLE members ADD COLUMN preferred_channel TEXT; -- NULL: as the message wishes

CREATE TABLE outbox (
    id BIGINT PRIMARY KEY,
    member_id BIGINT NOT NULL REFERENCES members (id),
    campaign TEXT NOT NULL,
    occasion TEXT NOT NULL, -- what makes it one: "birthday/2026"
    purpose TEXT NOT NULL CHECK (purpose IN ('transactional', 'marketing')),
    key TEXT NOT NULL, -- of the sentence in the locales
    vals TEXT NOT NULL, -- JSON: what the sentence shows
    buttons TEXT NOT NULL, -- JSON: [label key, command]; without a command it opens url
    url TEXT NOT NULL,
    channels TEXT NOT NULL, -- JSON: in the order of wish
    created_at BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    stale_at BIGINT NOT NULL, -- from then on nobody wants to hear it
    state TEXT NOT NULL CHECK (state IN ('queued', 'leased', 'sent', 'delivered', 'failed',
        'blocked', 'suppressed', 'unknown', 'cancelled')),
    next_at BIGINT, -- when a worker may take it: due, or its lease ends; NULL: never again
    reason TEXT NOT NULL DEFAULT '',
    worker TEXT NOT NULL DEFAULT '', -- who has or had it last
    sending BIGINT NOT NULL DEFAULT 0 CHECK (sending IN (0, 1)), -- it was begun, the end is not told
    attempts BIGINT NOT NULL DEFAULT 0,
    channel TEXT NOT NULL DEFAULT '', -- it was last tried on
    address_hash TEXT NOT NULL DEFAULT '',
    provider_id TEXT NOT NULL DEFAULT '',
    parts BIGINT NOT NULL DEFAULT 0,
    cost_micros BIGINT NOT NULL DEFAULT 0, -- millionths of the provider's currency
    sent_at BIGINT,
    settled_at BIGINT,
    UNIQUE (member_id, campaign, occasion)
);
CREATE INDEX outbox_next ON outbox (purpose, next_at) WHERE next_at IS NOT NULL;
CREATE INDEX outbox_by_provider ON outbox (channel, provider_id) WHERE provider_id <> '';
CREATE INDEX outbox_sent_to ON outbox (member_id, sent_at) WHERE sent_at IS NOT NULL;
CREATE INDEX outbox_sent_by ON outbox (channel, sent_at) WHERE sent_at IS NOT NULL;
CREATE INDEX outbox_troubled ON outbox (state, settled_at) WHERE state IN ('failed', 'unknown');
