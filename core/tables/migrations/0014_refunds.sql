-- Refunds: what was given back of an order. Its state is worked out from its gross sums and these.

CREATE TABLE refunds (
    shop TEXT NOT NULL,
    order_id TEXT NOT NULL, -- the order may come later
    id TEXT NOT NULL, -- the shop's
    amount BIGINT NOT NULL CHECK (amount >= 0), -- minor units of the order's currency
    lines TEXT NOT NULL, -- JSON: what of which article, and how many pieces
    refunded_at BIGINT NOT NULL,
    points_taken BIGINT NOT NULL DEFAULT 0, -- what its report took back of the order's points
    points_returned BIGINT NOT NULL DEFAULT 0, -- and gave back of those spent on it
    PRIMARY KEY (shop, order_id, id)
);
