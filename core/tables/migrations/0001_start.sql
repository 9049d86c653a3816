-- Integers are BIGINT, instants are milliseconds since 1970 in UTC, money is in minor units.

CREATE TABLE programs (
    version BIGINT PRIMARY KEY,
    text TEXT NOT NULL,
    applied_at BIGINT NOT NULL,
    applied_by TEXT NOT NULL
);

CREATE TABLE members (
    id BIGINT PRIMARY KEY,
    status TEXT NOT NULL CHECK (status IN ('active', 'paused', 'left', 'blocked', 'erased')),
    name TEXT NOT NULL,
    language TEXT NOT NULL,
    card TEXT NOT NULL UNIQUE,
    referral_code TEXT NOT NULL UNIQUE,
    joined_at BIGINT NOT NULL,
    balance BIGINT NOT NULL DEFAULT 0 CHECK (balance >= 0),
    entries BIGINT NOT NULL DEFAULT 0,
    remainder BIGINT NOT NULL DEFAULT 0 CHECK (remainder >= 0),
    tier TEXT NOT NULL,
    tier_since BIGINT NOT NULL,
    tier_review_at BIGINT, -- when the tier may end by time alone
    phone TEXT UNIQUE,
    email TEXT UNIQUE,
    birth_day BIGINT,
    birth_month BIGINT,
    birth_year BIGINT,
    birthday_set_at BIGINT,
    source TEXT NOT NULL DEFAULT ''
);
CREATE INDEX members_by_birthday ON members (birth_month, birth_day) WHERE birth_day IS NOT NULL;

CREATE INDEX members_by_tier_review ON members (tier_review_at) WHERE tier_review_at IS NOT NULL;

-- One address on one channel: the way to a member, and what was last asked there.
CREATE TABLE chats (
    channel TEXT NOT NULL,
    address TEXT NOT NULL,
    member_id BIGINT REFERENCES members (id),
    language TEXT,
    question TEXT NOT NULL DEFAULT '',
    payload TEXT NOT NULL DEFAULT '',
    blocked_at BIGINT,
    PRIMARY KEY (channel, address)
);
CREATE INDEX chats_by_member ON chats (member_id) WHERE member_id IS NOT NULL;

-- Never changed: the newest row of a channel and purpose is in force, all are the proof.
CREATE TABLE consents (
    member_id BIGINT NOT NULL REFERENCES members (id),
    number BIGINT NOT NULL,
    channel TEXT NOT NULL,
    purpose TEXT NOT NULL,
    granted BIGINT NOT NULL CHECK (granted IN (0, 1)),
    consented_at BIGINT NOT NULL,
    wording TEXT NOT NULL,
    source TEXT NOT NULL,
    PRIMARY KEY (member_id, number)
);

CREATE TABLE referrals (
    friend_id BIGINT PRIMARY KEY REFERENCES members (id),
    referrer_id BIGINT NOT NULL REFERENCES members (id) CHECK (referrer_id <> friend_id),
    joined_at BIGINT NOT NULL,
    qualified_at BIGINT,
    shop TEXT,
    order_id TEXT
);
CREATE INDEX referrals_by_referrer ON referrals (referrer_id);

-- The ledger. Entries and moves are never changed; a lot's remaining is its points less its moves.
CREATE TABLE entries (
    member_id BIGINT NOT NULL REFERENCES members (id),
    number BIGINT NOT NULL,
    kind TEXT NOT NULL,
    points BIGINT NOT NULL,
    occurred_at BIGINT NOT NULL,
    tier_points BIGINT NOT NULL,
    tier_at BIGINT NOT NULL,
    reference TEXT NOT NULL,
    reason TEXT NOT NULL,
    program_version BIGINT NOT NULL,
    operation_id TEXT NOT NULL,
    actor TEXT NOT NULL,
    PRIMARY KEY (member_id, number)
);

CREATE TABLE lots (
    member_id BIGINT NOT NULL,
    number BIGINT NOT NULL,
    points BIGINT NOT NULL CHECK (points > 0),
    remaining BIGINT NOT NULL CHECK (remaining >= 0 AND remaining <= points),
    available_at BIGINT NOT NULL,
    expires_at BIGINT,
    PRIMARY KEY (member_id, number),
    FOREIGN KEY (member_id, number) REFERENCES entries (member_id, number)
);
CREATE INDEX lots_open ON lots (member_id, expires_at, number) WHERE remaining > 0;
CREATE INDEX lots_due ON lots (expires_at) WHERE remaining > 0;

CREATE TABLE moves (
    member_id BIGINT NOT NULL,
    entry_number BIGINT NOT NULL,
    lot_number BIGINT NOT NULL,
    points BIGINT NOT NULL CHECK (points <> 0),
    PRIMARY KEY (member_id, entry_number, lot_number),
    FOREIGN KEY (member_id, entry_number) REFERENCES entries (member_id, number),
    FOREIGN KEY (member_id, lot_number) REFERENCES lots (member_id, number)
);

-- What was done under which id, so that a repeat gives the same result.
CREATE TABLE operations (
    member_id BIGINT NOT NULL REFERENCES members (id),
    id TEXT NOT NULL,
    request TEXT NOT NULL, -- its SHA-256
    result TEXT NOT NULL,
    done_at BIGINT NOT NULL,
    PRIMARY KEY (member_id, id)
);

-- The present state of an order, and what of it has earned under the rule of that day.
CREATE TABLE orders (
    shop TEXT NOT NULL,
    id TEXT NOT NULL,
    member_id BIGINT REFERENCES members (id),
    placed_at BIGINT NOT NULL,
    currency TEXT NOT NULL,
    total BIGINT NOT NULL,
    eligible BIGINT NOT NULL,
    status TEXT NOT NULL,
    credited BIGINT NOT NULL DEFAULT 0 CHECK (credited >= 0),
    units BIGINT NOT NULL DEFAULT 0,
    points BIGINT NOT NULL DEFAULT 0,
    rule_points BIGINT NOT NULL DEFAULT 0,
    rule_per BIGINT NOT NULL DEFAULT 0,
    factor TEXT NOT NULL DEFAULT '1',
    PRIMARY KEY (shop, id)
);
CREATE INDEX orders_by_member ON orders (member_id, placed_at) WHERE member_id IS NOT NULL;

CREATE TABLE vouchers (
    code TEXT PRIMARY KEY,
    member_id BIGINT NOT NULL REFERENCES members (id),
    reward_id TEXT NOT NULL,
    title TEXT NOT NULL,
    points BIGINT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('issued', 'used', 'undone', 'expired')),
    issued_at BIGINT NOT NULL,
    expires_at BIGINT,
    entry_number BIGINT NOT NULL,
    from_stock BIGINT NOT NULL CHECK (from_stock IN (0, 1)),
    used_at BIGINT,
    used_for TEXT NOT NULL DEFAULT ''
);
CREATE INDEX vouchers_by_use ON vouchers (used_for) WHERE used_for <> '';
CREATE INDEX vouchers_by_member ON vouchers (member_id, entry_number);

CREATE TABLE stock (
    reward_id TEXT PRIMARY KEY,
    issued BIGINT NOT NULL CHECK (issued >= 0)
);

CREATE TABLE feedback (
    member_id BIGINT NOT NULL REFERENCES members (id),
    number BIGINT NOT NULL,
    text TEXT NOT NULL,
    said_at BIGINT NOT NULL,
    PRIMARY KEY (member_id, number)
);

-- What could not be handled because of a bug of ours, kept to be looked at.
CREATE TABLE dead_letters (
    channel TEXT NOT NULL,
    event_id TEXT NOT NULL,
    address TEXT NOT NULL, -- the sender's; empty when the update has none
    body TEXT NOT NULL,
    error TEXT NOT NULL,
    buried_at BIGINT NOT NULL,
    PRIMARY KEY (channel, event_id)
);

-- SHA-256 of "channel:address" of those who had the points for joining and were forgotten.
CREATE TABLE past_bonuses (
    digest TEXT PRIMARY KEY
);
