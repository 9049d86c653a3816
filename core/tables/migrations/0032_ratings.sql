-- Stars for a purchase stand with what members say to the shop: it is answered alike.
ALTER TABLE feedback ADD COLUMN stars BIGINT CHECK (stars BETWEEN 1 AND 5);
ALTER TABLE feedback ADD COLUMN reference TEXT NOT NULL DEFAULT ''; -- "shop/order"
CREATE INDEX feedback_wanting ON feedback (said_at)
    WHERE answered_by = '' AND (stars IS NULL OR stars < 4 OR text <> '');
CREATE INDEX feedback_stars ON feedback (said_at, stars) WHERE stars IS NOT NULL;

-- Which purchases members were asked to rate, once each; the number is of what they said.
CREATE TABLE ratings (
    id BIGINT PRIMARY KEY,
    member_id BIGINT NOT NULL REFERENCES members (id),
    reference TEXT NOT NULL, -- "shop/order"
    campaign TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    number BIGINT,
    rated_at BIGINT
);
CREATE UNIQUE INDEX ratings_once ON ratings (member_id, reference);
CREATE INDEX ratings_by_time ON ratings (member_id, asked_at);
CREATE INDEX ratings_by_age ON ratings (asked_at);
