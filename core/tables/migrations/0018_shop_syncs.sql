-- The rhythm in which a shop's orders come, and how far its orders were read back from its own API.

CREATE INDEX orders_by_shop ON orders (shop, placed_at);

CREATE TABLE shop_syncs (
    shop TEXT PRIMARY KEY,
    read_until BIGINT NOT NULL, -- every change before then is known
    day TEXT NOT NULL -- of the last nightly reading, where the program is
);
