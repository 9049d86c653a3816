-- Messages that were acted on, or refused: one that comes again must not act on what happened since.
CREATE TABLE heard (
    digest TEXT PRIMARY KEY,
    question TEXT NOT NULL,
    refused BIGINT NOT NULL,
    heard_at BIGINT NOT NULL
);
CREATE INDEX heard_by_time ON heard (heard_at);
