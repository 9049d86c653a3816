-- The web shops in which vouchers work as discount codes, and the codes that are or were there. What
-- a code should be there is read off its voucher: a row only says when somebody has to look.

CREATE TABLE code_shops (
    shop TEXT PRIMARY KEY,
    connected BIGINT NOT NULL CHECK (connected IN (0, 1)) -- its API is in the settings
);

CREATE TABLE shop_codes (
    shop TEXT NOT NULL REFERENCES code_shops (shop),
    code TEXT NOT NULL REFERENCES vouchers (code),
    revision BIGINT NOT NULL DEFAULT 1, -- how often the voucher gave reason to look
    state TEXT NOT NULL CHECK (state IN ('waiting', 'working', 'done', 'failed')),
    next_at BIGINT, -- when a worker may look: due, or its lease ends; NULL: there is nothing to do
    worker TEXT NOT NULL DEFAULT '', -- who has or had it last
    attempts BIGINT NOT NULL DEFAULT 0,
    since BIGINT NOT NULL, -- from when on it waits
    reason TEXT NOT NULL DEFAULT '', -- why it could not be done
    PRIMARY KEY (shop, code)
);
CREATE INDEX shop_codes_next ON shop_codes (shop, next_at) WHERE next_at IS NOT NULL;
CREATE INDEX shop_codes_by_code ON shop_codes (code);
CREATE INDEX shop_codes_failed ON shop_codes (shop, code) WHERE state = 'failed';
