-- Memberships that are paid or applied for. Days are written YYYY-MM-DD, as the shop's calendar has
-- them; "until" is the first day that is no longer paid, and ends_at when it begins.

CREATE TABLE subscriptions (
    member_id BIGINT NOT NULL REFERENCES members (id),
    plan_id TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN
        ('applied', 'refused', 'approved', 'active', 'cancelled', 'ended', 'closed')),
    since TEXT, -- its first day
    started_at BIGINT,
    paid_from TEXT, -- the first day that is not a trial's
    anchor_day BIGINT NOT NULL DEFAULT 0, -- the day of the month periods begin on
    until TEXT, -- NULL: without end
    ends_at BIGINT,
    PRIMARY KEY (member_id, plan_id)
);

CREATE TABLE payments (
    reference TEXT PRIMARY KEY,
    member_id BIGINT NOT NULL REFERENCES members (id),
    plan_id TEXT NOT NULL,
    provider TEXT NOT NULL,
    amount BIGINT NOT NULL CHECK (amount >= 0), -- minor units, or whole stars
    currency TEXT NOT NULL,
    paid_at BIGINT NOT NULL,
    period_from TEXT NOT NULL,
    period_until TEXT,
    charge TEXT, -- the provider's own name of it
    refunded_at BIGINT
);
CREATE INDEX payments_by_member ON payments (member_id, plan_id);

-- What was given for holding a plan or a tier, each once; and the entries that say so.
CREATE TABLE grants (
    member_id BIGINT NOT NULL REFERENCES members (id),
    held TEXT NOT NULL, -- "plan/club/welcome": what is held, and the grant's id
    occasion TEXT NOT NULL, -- the day, the year, or "once"
    day TEXT NOT NULL, -- for which it was given
    given_by TEXT NOT NULL, -- "plan/club": a tier's can be given by a plan too
    first_entry BIGINT NOT NULL,
    last_entry BIGINT NOT NULL,
    PRIMARY KEY (member_id, held, occasion)
);
