-- What shops' webhooks delivered: each once. The body is kept of what could not be used alone.

CREATE TABLE receipts (
    id BIGINT PRIMARY KEY,
    shop TEXT NOT NULL,
    key TEXT NOT NULL, -- what makes it one delivery, as the shop says it
    topic TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'done', 'kept')), -- kept: it could not be used
    received_at BIGINT NOT NULL,
    reason TEXT NOT NULL DEFAULT '', -- why it could not be used
    body TEXT NOT NULL DEFAULT '',
    UNIQUE (shop, key)
);
CREATE INDEX receipts_by_time ON receipts (received_at);
CREATE INDEX receipts_kept ON receipts (received_at, id) WHERE state = 'kept';

ALTER TABLE orders ADD COLUMN updated_at BIGINT; -- of this state, by the shop's clock; NULL: not told
