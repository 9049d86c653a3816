-- The vouchers' codes that orders used at a shop's checkout and are not paid: no other order may.
CREATE TABLE unpaid_codes (
    shop TEXT NOT NULL,
    order_id TEXT NOT NULL,
    code TEXT NOT NULL,
    PRIMARY KEY (shop, order_id, code),
    FOREIGN KEY (shop, order_id) REFERENCES orders (shop, id),
    FOREIGN KEY (shop, code) REFERENCES shop_codes (shop, code)
);
CREATE INDEX unpaid_codes_by_code ON unpaid_codes (shop, code);
