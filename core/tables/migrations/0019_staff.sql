-- Who works behind the counter: a person is an address on a channel, and need be no member.
CREATE TABLE staff (
    channel TEXT NOT NULL,
    address TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('cashier', 'manager', 'owner')),
    name TEXT NOT NULL,
    language TEXT, -- they were last spoken to in; NULL: they have not written yet
    added_by TEXT NOT NULL, -- an actor, or "settings"
    since BIGINT NOT NULL,
    removed_at BIGINT,
    menu TEXT NOT NULL DEFAULT '', -- which menu of commands the channel shows them
    PRIMARY KEY (channel, address)
);

-- What somebody of the staff does not want to be told of.
CREATE TABLE staff_mutes (
    channel TEXT NOT NULL,
    address TEXT NOT NULL,
    alarm TEXT NOT NULL,
    PRIMARY KEY (channel, address, alarm)
);

-- Links that make somebody one of the staff, each once; only their SHA-256 is kept.
CREATE TABLE staff_invitations (
    digest TEXT PRIMARY KEY,
    role TEXT NOT NULL CHECK (role IN ('cashier', 'manager', 'owner')),
    invited_by TEXT NOT NULL, -- an actor
    made_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_by TEXT, -- "channel:address"
    used_at BIGINT
);

-- The outbox again, as a message may be for somebody of the staff instead of a member.
CREATE TABLE outbox_for_all (
    id BIGINT PRIMARY KEY,
    member_id BIGINT REFERENCES members (id),
    staff TEXT NOT NULL DEFAULT '', -- "channel:address" of who it is for; empty: the member
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
    UNIQUE (member_id, campaign, occasion),
    CHECK ((member_id IS NULL) = (staff <> ''))
);
INSERT INTO outbox_for_all (id, member_id, campaign, occasion, purpose, key, vals, buttons, url,
    channels, created_at, due_at, stale_at, state, next_at, reason, worker, sending, attempts,
    channel, address_hash, provider_id, parts, cost_micros, sent_at, settled_at)
    SELECT id, member_id, campaign, occasion, purpose, key, vals, buttons, url, channels,
    created_at, due_at, stale_at, state, next_at, reason, worker, sending, attempts, channel,
    address_hash, provider_id, parts, cost_micros, sent_at, settled_at FROM outbox;
DROP TABLE outbox;
ALTER TABLE outbox_for_all RENAME TO outbox;
CREATE INDEX outbox_next ON outbox (purpose, next_at) WHERE next_at IS NOT NULL;
CREATE INDEX outbox_by_provider ON outbox (channel, provider_id) WHERE provider_id <> '';
CREATE INDEX outbox_sent_to ON outbox (member_id, sent_at) WHERE sent_at IS NOT NULL;
CREATE INDEX outbox_sent_by ON outbox (channel, sent_at) WHERE sent_at IS NOT NULL;
CREATE INDEX outbox_troubled ON outbox (state, settled_at) WHERE state IN ('failed', 'unknown');
CREATE UNIQUE INDEX outbox_to_staff ON outbox (staff, campaign, occasion) WHERE staff <> '';
