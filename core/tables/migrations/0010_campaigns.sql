-- What campaigns look at: carts that were left, days on which something ends or returns.

CREATE TABLE carts (
    shop TEXT NOT NULL,
    id TEXT NOT NULL,
    member_id BIGINT NOT NULL REFERENCES members (id),
    total BIGINT NOT NULL CHECK (total >= 0), -- minor units of the program's currency
    url TEXT NOT NULL, -- the way back to it
    updated_at BIGINT NOT NULL,
    next_at BIGINT, -- when it counts as left; NULL: nothing more is to be told of it
    done_at BIGINT, -- when it was bought or thrown away
    round BIGINT NOT NULL DEFAULT 1, -- shops may use an id again
    PRIMARY KEY (shop, id)
);
CREATE INDEX carts_left ON carts (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX carts_by_member ON carts (member_id) WHERE done_at IS NULL;

-- How far a day's messages of a campaign are queued, by rising member.
CREATE TABLE sweeps (
    campaign TEXT NOT NULL,
    occasion TEXT NOT NULL, -- the day, and what of the campaign
    last_member BIGINT NOT NULL,
    begun_at BIGINT NOT NULL,
    done_at BIGINT,
    PRIMARY KEY (campaign, occasion)
);

CREATE INDEX members_by_joining ON members (joined_at);
CREATE INDEX orders_by_day ON orders (placed_at, member_id) WHERE member_id IS NOT NULL;
CREATE INDEX vouchers_ending ON vouchers (expires_at)
    WHERE status = 'issued' AND expires_at IS NOT NULL;
