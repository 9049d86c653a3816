-- What owners write to many members at once. Its messages are in the outbox, as those of the
-- campaign "broadcast-<id>".
CREATE TABLE broadcasts (
    id BIGINT PRIMARY KEY,
    state TEXT NOT NULL CHECK (state IN ('draft', 'waiting', 'running', 'paused', 'cancelled', 'done')),
    made_by TEXT NOT NULL, -- "channel:address"
    made_at BIGINT NOT NULL,
    segment TEXT NOT NULL, -- as it was said; empty: everybody
    texts TEXT NOT NULL, -- JSON: language → text
    channels TEXT NOT NULL, -- JSON: in the order of wish
    button TEXT NOT NULL, -- JSON: {"label": …, "command" or "url": …}; empty: none
    picture TEXT NOT NULL DEFAULT '', -- Telegram's name of it; empty: none
    points BIGINT, -- given with it
    reward TEXT, -- given with it
    day TEXT, -- YYYY-MM-DD of the shop; NULL: at once
    hour BIGINT NOT NULL, -- of the members' day
    last_member BIGINT NOT NULL DEFAULT 0, -- how far its messages are written
    members BIGINT NOT NULL DEFAULT 0, -- for how many
    begun_at BIGINT,
    written_at BIGINT, -- when all were
    ended_at BIGINT,
    asked TEXT NOT NULL DEFAULT '', -- the language whose text is asked for
    shown TEXT NOT NULL DEFAULT '', -- the message that shows how far it is
    told TEXT NOT NULL DEFAULT '' -- what that message says
);
CREATE INDEX broadcasts_open ON broadcasts (state) WHERE state IN ('waiting', 'running', 'paused');
CREATE INDEX broadcasts_by_maker ON broadcasts (made_by, made_at);

-- Who tapped a broadcast's button, once each.
CREATE TABLE broadcast_taps (
    broadcast_id BIGINT NOT NULL REFERENCES broadcasts (id),
    member_id BIGINT NOT NULL REFERENCES members (id),
    tapped_at BIGINT NOT NULL,
    PRIMARY KEY (broadcast_id, member_id)
);

-- A program that somebody of the staff has sent and not yet put in force.
CREATE TABLE program_drafts (
    made_by TEXT PRIMARY KEY, -- "channel:address"
    text TEXT NOT NULL,
    sent_at BIGINT NOT NULL
);

-- Campaigns that an owner has paused: nothing of theirs is sent.
CREATE TABLE campaign_pauses (
    campaign TEXT PRIMARY KEY,
    paused_by TEXT NOT NULL, -- an actor
    paused_at BIGINT NOT NULL
);

ALTER TABLE feedback ADD COLUMN asked_by TEXT NOT NULL DEFAULT ''; -- who of the staff is answering
ALTER TABLE feedback ADD COLUMN answered_by TEXT NOT NULL DEFAULT ''; -- an actor
ALTER TABLE feedback ADD COLUMN answered_at BIGINT;
ALTER TABLE feedback ADD COLUMN answer TEXT NOT NULL DEFAULT '';
CREATE INDEX feedback_in_hand ON feedback (asked_by) WHERE asked_by <> '';
