-- Text messages that came in: by whose name they were heard, whoever they were from, and until when
-- the provider was asked for those that were lost on the way to us.

CREATE TABLE sms_seen (
    sid TEXT PRIMARY KEY,
    seen_at BIGINT NOT NULL
);
CREATE INDEX sms_seen_by_time ON sms_seen (seen_at);

CREATE TABLE sms_caught_up (
    id BIGINT PRIMARY KEY CHECK (id = 1),
    until_at BIGINT NOT NULL
);
