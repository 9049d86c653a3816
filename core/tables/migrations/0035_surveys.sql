-- What members answered to the shop's questions, once each. Until then: who was shown one that is
-- answered in words, so that the next words are the answer.
CREATE TABLE survey_answers (
    survey TEXT NOT NULL,
    member_id BIGINT NOT NULL REFERENCES members (id),
    asked_at BIGINT NOT NULL,
    answered_at BIGINT,
    choice BIGINT, -- its number; NULL: words
    answer TEXT NOT NULL DEFAULT '', -- the words, or the choice in the program's first language
    PRIMARY KEY (survey, member_id)
);
CREATE INDEX survey_answers_by_member ON survey_answers (member_id, asked_at);
CREATE INDEX survey_answers_counted ON survey_answers (survey, choice)
    WHERE answered_at IS NOT NULL;
CREATE INDEX survey_answers_newest ON survey_answers (survey, answered_at)
    WHERE answered_at IS NOT NULL;
CREATE INDEX survey_answers_by_age ON survey_answers (asked_at);
