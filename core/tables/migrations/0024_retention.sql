-- What is past its keeping is found by its age alone.
CREATE INDEX dead_letters_by_age ON dead_letters (buried_at);
CREATE INDEX feedback_by_age ON feedback (said_at);
CREATE INDEX outbox_by_age ON outbox (created_at) WHERE next_at IS NULL;
CREATE INDEX carts_by_age ON carts (updated_at) WHERE next_at IS NULL;
CREATE INDEX members_erased ON members (id) WHERE status = 'erased';
