-- The date points had, which their member may have been told, before they were to last for ever.
ALTER TABLE lots ADD COLUMN dated_until BIGINT;

-- How long the oldest event waits to be told is looked up at every scrape of the metrics.
CREATE INDEX hooks_waiting ON hooks (created_at) WHERE next_at IS NOT NULL;
