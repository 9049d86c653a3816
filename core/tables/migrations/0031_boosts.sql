-- Offers that multiply a member's points for some days: JSON, a list of [by, factor, since, until].
-- They stand with the member, so that whoever has none pays nothing for the question.
ALTER TABLE members ADD COLUMN boosts TEXT NOT NULL DEFAULT '';

-- What a broadcast multiplies by, and for how many days.
ALTER TABLE broadcasts ADD COLUMN factor TEXT;
ALTER TABLE broadcasts ADD COLUMN days BIGINT;
