-- What owners' numbers are read from: each index holds all that is asked of a stretch of time, so
-- the cost grows with that stretch and not with the shop's age.

CREATE INDEX entries_by_time ON entries (occurred_at, kind, points, member_id);

DROP INDEX orders_by_day;
CREATE INDEX orders_by_day ON orders (placed_at, member_id, status, total)
    WHERE member_id IS NOT NULL;

DROP INDEX orders_by_member;
CREATE INDEX orders_by_member ON orders (member_id, placed_at, status) WHERE member_id IS NOT NULL;

DROP INDEX members_by_joining;
CREATE INDEX members_by_joining ON members (joined_at, status);

DROP INDEX lots_due;
CREATE INDEX lots_due ON lots (expires_at, available_at, remaining) WHERE remaining > 0;

CREATE INDEX outbox_by_campaign ON outbox (campaign, state, due_at, member_id);
