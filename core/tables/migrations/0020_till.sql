-- Every act of the staff. Rows are only ever added: no statement of ours changes or removes one.
CREATE TABLE audit (
    id BIGINT PRIMARY KEY,
    done_at BIGINT NOT NULL,
    actor TEXT NOT NULL,
    deed TEXT NOT NULL,
    member_id BIGINT REFERENCES members (id), -- whom it was done to, if to a member
    about TEXT NOT NULL, -- an order's reference, a voucher's code, a colleague
    points BIGINT NOT NULL, -- given, or taken (below zero)
    amount BIGINT NOT NULL, -- minor units
    details TEXT NOT NULL, -- JSON
    undoes BIGINT UNIQUE -- the earlier act this one undid
);
CREATE INDEX audit_by_time ON audit (done_at);
CREATE INDEX audit_by_actor ON audit (actor, done_at);
CREATE INDEX audit_about ON audit (about) WHERE about <> '';
CREATE INDEX audit_by_member ON audit (member_id, done_at) WHERE member_id IS NOT NULL;

-- What lies on a cashier's desk: whom they serve, and the sum as far as it is typed.
CREATE TABLE desks (
    channel TEXT NOT NULL,
    address TEXT NOT NULL,
    member_id BIGINT NOT NULL REFERENCES members (id),
    digits TEXT NOT NULL,
    proven_at BIGINT, -- when the card was shown with a code that changes; NULL: it was not
    taps TEXT NOT NULL, -- the latest taps' event ids: a tap delivered again types nothing
    PRIMARY KEY (channel, address)
);

-- Grants too large for one person: a second one decides, once.
CREATE TABLE approvals (
    id BIGINT PRIMARY KEY,
    member_id BIGINT NOT NULL REFERENCES members (id),
    points BIGINT NOT NULL, -- below zero: to be taken
    reason TEXT NOT NULL,
    asked_by TEXT NOT NULL, -- an actor
    asked_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    decided_by TEXT,
    granted BIGINT CHECK (granted IN (0, 1)) -- NULL: nobody has decided
);

-- Wrong cards, codes and invitations, by who tried them: after some nothing is looked up for a while.
CREATE TABLE guesses (
    id BIGINT PRIMARY KEY,
    who TEXT NOT NULL, -- a fingerprint
    made_at BIGINT NOT NULL
);
CREATE INDEX guesses_by_person ON guesses (who, made_at);
CREATE INDEX guesses_by_time ON guesses (made_at);

CREATE INDEX members_by_name ON members (substr(name, 1, 3), name) WHERE name <> '';
CREATE INDEX members_by_longer_name ON members (substr(name, 1, 6), name) WHERE name <> '';

-- Purchases of who had no card at hand: whoever has the receipt's code claims it, once.
CREATE TABLE slips (
    code TEXT PRIMARY KEY,
    operation TEXT NOT NULL UNIQUE, -- actor and act: the same again gives the same code
    amount BIGINT NOT NULL CHECK (amount > 0), -- minor units
    category TEXT NOT NULL,
    made_by TEXT NOT NULL, -- an actor
    made_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    member_id BIGINT REFERENCES members (id), -- who claimed it
    claimed_at BIGINT,
    withdrawn BIGINT NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1))
);
