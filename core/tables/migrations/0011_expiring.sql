-- What is past its date is found and written off in batches, the longest past first.

DROP INDEX lots_due;
CREATE INDEX lots_due ON lots (expires_at, member_id) WHERE remaining > 0;
