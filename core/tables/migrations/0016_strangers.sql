-- The key of the fingerprints of people who are no members: this database's own. Those made without
-- one before are made anew with it, once this file is applied.
CREATE TABLE fingerprint_keys (
    name TEXT PRIMARY KEY,
    key TEXT NOT NULL
);

-- Orders that wait for a buyer who is no member yet, by the keyed fingerprint of what names them.
CREATE TABLE strangers (
    digest TEXT PRIMARY KEY -- its row is locked by who adds an order, and by who looks for theirs
);
CREATE TABLE waiting_orders (
    digest TEXT NOT NULL REFERENCES strangers (digest),
    shop TEXT NOT NULL,
    order_id TEXT NOT NULL,
    until BIGINT NOT NULL,
    PRIMARY KEY (digest, shop, order_id),
    FOREIGN KEY (shop, order_id) REFERENCES orders (shop, id)
);
CREATE INDEX waiting_orders_of ON waiting_orders (shop, order_id);
CREATE INDEX waiting_orders_until ON waiting_orders (until);
