-- Two memberships of one person, from the first sign of it to one membership of both.
CREATE TABLE merges (
    asker_id BIGINT NOT NULL REFERENCES members (id), -- whose chat asks, and whose membership stays
    other_id BIGINT NOT NULL REFERENCES members (id),
    proof TEXT NOT NULL, -- the fingerprint of the number or account that both are known by
    state TEXT NOT NULL CHECK (state IN ('shown', 'asked', 'agreed', 'objected', 'done')),
    changed_at BIGINT NOT NULL,
    ready_at BIGINT, -- from then on silence is consent
    card TEXT, -- the other's, which goes on working …
    referral_code TEXT, -- … as does their code
    PRIMARY KEY (asker_id, other_id)
);
CREATE INDEX merges_by_other ON merges (other_id);
CREATE UNIQUE INDEX merges_by_card ON merges (card) WHERE card IS NOT NULL;
CREATE UNIQUE INDEX merges_by_code ON merges (referral_code) WHERE referral_code IS NOT NULL;
