-- When the member first followed a button or a link of the message.
ALTER TABLE outbox ADD COLUMN clicked_at BIGINT;
CREATE INDEX outbox_clicked ON outbox (campaign, due_at, member_id) WHERE clicked_at IS NOT NULL;
