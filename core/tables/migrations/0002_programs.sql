-- What an order was when it first earned, and what each rule gave for it, stands with the order;
-- what goes on over many orders (carries, caps, goals) stands with the member.

ALTER TABLE members ADD COLUMN counters TEXT NOT NULL DEFAULT '{}';
-- In ten-thousandths of a minor unit, as sums are carried with their factors now.
UPDATE members SET counters = '{"purchases":' || CAST(remainder * 10000 AS TEXT) || '}'
    WHERE remainder > 0;
ALTER TABLE members DROP COLUMN remainder;

ALTER TABLE orders ADD COLUMN shipping BIGINT NOT NULL DEFAULT 0;
ALTER TABLE orders ADD COLUMN tax BIGINT NOT NULL DEFAULT 0;
ALTER TABLE orders ADD COLUMN discount BIGINT NOT NULL DEFAULT 0;
ALTER TABLE orders ADD COLUMN channel TEXT NOT NULL DEFAULT '';
ALTER TABLE orders ADD COLUMN payment TEXT NOT NULL DEFAULT '';
ALTER TABLE orders ADD COLUMN lines TEXT NOT NULL DEFAULT ''; -- JSON; empty: the shop told none
ALTER TABLE orders ADD COLUMN items BIGINT NOT NULL DEFAULT 0; -- pieces, of what has earned
ALTER TABLE orders ADD COLUMN context TEXT NOT NULL DEFAULT ''; -- JSON: what was in force when it first earned
ALTER TABLE orders ADD COLUMN awards TEXT NOT NULL DEFAULT ''; -- JSON: rule → what core.awarding.settling.Award is

UPDATE orders SET
    context = '{"version":' || CAST(COALESCE((SELECT MIN(e.program_version) FROM entries e
        WHERE e.member_id = orders.member_id AND e.kind = 'order'
        AND e.reference = orders.shop || '/' || orders.id), 0) AS TEXT)
        || ',"tier":"","factor":"' || factor || '"}',
    awards = '{"purchases":[' || CAST(credited AS TEXT)
        || ',' || CAST(points / rule_points AS TEXT) -- as many units as it would be without factors
        || ',' || CAST(points AS TEXT) || ',' || CAST(points AS TEXT) || ',0,'
        || CAST(points / rule_points * rule_per * 10000 AS TEXT) || ']}'
WHERE rule_per > 0 AND rule_points > 0;

ALTER TABLE orders DROP COLUMN units;
ALTER TABLE orders DROP COLUMN rule_points;
ALTER TABLE orders DROP COLUMN rule_per;
ALTER TABLE orders DROP COLUMN factor;

-- Whatever is promised for a day: a plan's end, a grant, a dividend, a referral held back.
CREATE TABLE agenda (
    member_id BIGINT NOT NULL REFERENCES members (id),
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    due_at BIGINT NOT NULL,
    PRIMARY KEY (member_id, kind, key)
);
CREATE INDEX agenda_by_due ON agenda (due_at, member_id);
