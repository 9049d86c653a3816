-- What members did that is no order, each once, and what the rules of that day gave for it.

CREATE TABLE actions (
    member_id BIGINT NOT NULL REFERENCES members (id),
    action TEXT NOT NULL,
    reference TEXT NOT NULL, -- the shop's: which review, which day
    occurred_at BIGINT NOT NULL,
    cancelled_at BIGINT,
    reason TEXT NOT NULL, -- why it gave nothing; empty: it gave something
    awards TEXT NOT NULL, -- JSON: rule → points, 0 if it gave a reward alone
    PRIMARY KEY (member_id, action, reference)
);
