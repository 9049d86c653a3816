-- The words of members' names, to find people by the beginning of any of them: without case and
-- accents, and in the hexadecimal digits of their UTF-8, so that words with the same beginning stand
-- together in every database's own order of letters.
CREATE TABLE name_words (
    word TEXT NOT NULL,
    member_id BIGINT NOT NULL REFERENCES members (id),
    PRIMARY KEY (word, member_id)
);
CREATE INDEX name_words_by_member ON name_words (member_id);
DROP INDEX members_by_name;
DROP INDEX members_by_longer_name;

CREATE INDEX approvals_by_member ON approvals (member_id);
