-- A lot whose date is a rule's own: neither activity nor another program moves it.
ALTER TABLE lots ADD COLUMN own_date BIGINT NOT NULL DEFAULT 0 CHECK (own_date IN (0, 1));

-- From who brought whom to who is paid for it.
ALTER TABLE referrals ADD COLUMN state TEXT NOT NULL DEFAULT 'joined'
    CHECK (state IN ('joined', 'review', 'held', 'paid', 'refused'));
ALTER TABLE referrals ADD COLUMN referrer_points BIGINT NOT NULL DEFAULT 0; -- promised …
ALTER TABLE referrals ADD COLUMN friend_points BIGINT NOT NULL DEFAULT 0; -- … when it qualified
ALTER TABLE referrals ADD COLUMN held_until BIGINT; -- when the order can't be returned any more
ALTER TABLE referrals ADD COLUMN counted_at BIGINT; -- when the referrer was first paid for this friend
ALTER TABLE referrals ADD COLUMN unpaid TEXT NOT NULL DEFAULT ''; -- why the referrer was not
ALTER TABLE referrals ADD COLUMN signals TEXT NOT NULL DEFAULT ''; -- what is to be looked at
ALTER TABLE referrals ADD COLUMN returned BIGINT NOT NULL DEFAULT 0 CHECK (returned IN (0, 1));
ALTER TABLE referrals ADD COLUMN decided_by TEXT NOT NULL DEFAULT '';
ALTER TABLE referrals ADD COLUMN decided_at BIGINT;
ALTER TABLE referrals ADD COLUMN reason TEXT NOT NULL DEFAULT '';
UPDATE referrals SET state = 'paid', counted_at = qualified_at WHERE qualified_at IS NOT NULL;

DROP INDEX referrals_by_referrer;
CREATE INDEX referrals_by_referrer ON referrals (referrer_id, joined_at);
CREATE INDEX referrals_in_review ON referrals (friend_id) WHERE state = 'review';

-- SHA-256 of the phone numbers, e-mail and chat addresses of people who were forgotten: the shop looks
-- at it when somebody brings them again.
CREATE TABLE past_people (
    digest TEXT PRIMARY KEY
);
