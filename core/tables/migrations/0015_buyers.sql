-- The shops' own ids of their customers, tied to members by a link that the customer opened.
CREATE TABLE shop_customers (
    shop TEXT NOT NULL,
    customer_id TEXT NOT NULL,
    member_id BIGINT NOT NULL REFERENCES members (id),
    tied_at BIGINT NOT NULL,
    PRIMARY KEY (shop, customer_id)
);
CREATE INDEX shop_customers_by_member ON shop_customers (member_id);

-- Links that tie a shop's customer to the chat that opens them first.
CREATE TABLE links (
    digest TEXT PRIMARY KEY, -- SHA-256 of the token, which is 128 bits of luck
    shop TEXT NOT NULL,
    customer_id TEXT NOT NULL,
    expires_at BIGINT NOT NULL,
    channel TEXT, -- the chat that opened it …
    address TEXT,
    waits BIGINT NOT NULL DEFAULT 0 CHECK (waits IN (0, 1)) -- … and has to join first
);
CREATE INDEX links_by_chat ON links (channel, address) WHERE channel IS NOT NULL;
CREATE INDEX links_by_expiry ON links (expires_at);

-- Wrong tokens, by the chat that tried them.
CREATE TABLE wrong_links (
    channel TEXT NOT NULL,
    address TEXT NOT NULL,
    count BIGINT NOT NULL,
    last_at BIGINT NOT NULL,
    PRIMARY KEY (channel, address)
);
CREATE INDEX wrong_links_by_time ON wrong_links (last_at);
