-- Text messages that stand on somebody's phone: those we heard, how they were answered, and what
-- the numbers in the answer mean. The same message again changes nothing and is answered the same.
CREATE TABLE sms_heard (
    sender TEXT NOT NULL, -- SHA-256 of the number
    number BIGINT NOT NULL,
    sid TEXT NOT NULL UNIQUE,
    heard_at BIGINT NOT NULL,
    reply TEXT NOT NULL,
    choices TEXT NOT NULL, -- JSON: what "1", "2" … in the next message mean
    PRIMARY KEY (sender, number)
);
CREATE INDEX sms_heard_by_time ON sms_heard (heard_at);

-- What the provider told of a message of ours, each state once.
CREATE TABLE sms_told (
    sid TEXT NOT NULL,
    status TEXT NOT NULL,
    message TEXT NOT NULL, -- our own id of it; empty: none of the outbox
    receiver TEXT NOT NULL, -- SHA-256 of the number
    code TEXT NOT NULL, -- of the error
    told_at BIGINT NOT NULL,
    PRIMARY KEY (sid, status)
);
CREATE INDEX sms_told_of ON sms_told (message);
CREATE INDEX sms_told_to ON sms_told (receiver);
CREATE INDEX sms_told_by_time ON sms_told (told_at);
