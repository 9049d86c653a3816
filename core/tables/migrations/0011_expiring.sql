-- What is past its date is found and written off in batches, the longest past first.

CREATE INDEX lots_past ON lots (expires_at, member_id) WHERE remaining > 0;
