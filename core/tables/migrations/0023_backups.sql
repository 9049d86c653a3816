-- When the data was copied away, so that it can be told when that was too long ago.
CREATE TABLE backups (
    made_at BIGINT PRIMARY KEY,
    bytes BIGINT NOT NULL
);
