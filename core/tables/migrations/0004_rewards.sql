-- What a voucher gives stands with it, as it was when it was issued. Every reward is one: a ticket
-- is a voucher that is not won yet, a donation one that is used up at once.

ALTER TABLE vouchers ADD COLUMN kind TEXT NOT NULL DEFAULT ''; -- empty: from before, as the reward says
ALTER TABLE vouchers ADD COLUMN amount BIGINT; -- minor units: off an order, or given to a cause
ALTER TABLE vouchers ADD COLUMN final BIGINT NOT NULL DEFAULT 0 CHECK (final IN (0, 1));
ALTER TABLE vouchers ADD COLUMN terms TEXT NOT NULL DEFAULT '{}'; -- JSON: all the rest of it

-- A raffle is a reward and a day. Its seed is fixed before the first ticket and told after the draw.
CREATE TABLE raffles (
    id BIGINT PRIMARY KEY,
    reward_id TEXT NOT NULL,
    draw_at BIGINT NOT NULL,
    winners BIGINT NOT NULL CHECK (winners > 0),
    seed TEXT NOT NULL,
    opened_at BIGINT NOT NULL,
    drawn_at BIGINT,
    UNIQUE (reward_id, draw_at)
);
CREATE INDEX raffles_due ON raffles (draw_at) WHERE drawn_at IS NULL;

CREATE TABLE tickets (
    code TEXT PRIMARY KEY REFERENCES vouchers (code),
    raffle_id BIGINT NOT NULL REFERENCES raffles (id),
    place BIGINT -- in the draw: 1 is first
);
CREATE INDEX tickets_by_raffle ON tickets (raffle_id);

CREATE TABLE causes (
    id TEXT PRIMARY KEY,
    amount BIGINT NOT NULL, -- all that was ever given, in minor units
    donations BIGINT NOT NULL
);

CREATE TABLE donations (
    code TEXT PRIMARY KEY REFERENCES vouchers (code),
    cause TEXT NOT NULL REFERENCES causes (id),
    amount BIGINT NOT NULL CHECK (amount > 0),
    given_at BIGINT NOT NULL
);
CREATE INDEX donations_by_cause ON donations (cause, given_at);

-- The codes of partners, to be given out in the order they came in.
CREATE TABLE pool_codes (
    reward_id TEXT NOT NULL,
    code TEXT NOT NULL,
    place BIGINT NOT NULL,
    taken_by TEXT, -- the voucher's code
    PRIMARY KEY (reward_id, code)
);
CREATE INDEX pool_codes_free ON pool_codes (reward_id, place) WHERE taken_by IS NULL;
