-- Why a member has their tier, so that time, returns and a new program each do only what they may.

ALTER TABLE members ADD COLUMN tier_basis TEXT NOT NULL DEFAULT 'reached'
    CHECK (tier_basis IN ('reached', 'kept', 'held', 'grace'));
ALTER TABLE members ADD COLUMN tier_held_until BIGINT; -- of held and grace; NULL is for ever
ALTER TABLE members ADD COLUMN tier_by_hand TEXT; -- the tier that staff gave: there is no lower one
ALTER TABLE members ADD COLUMN tier_version BIGINT NOT NULL DEFAULT 0; -- the program that was asked

UPDATE members SET tier_version = (SELECT COALESCE(MAX(version), 0) FROM programs);
