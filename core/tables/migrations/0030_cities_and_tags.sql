-- Where members live, as they say it, and as it is compared: without case and with single spaces.
ALTER TABLE members ADD COLUMN city TEXT NOT NULL DEFAULT '';
ALTER TABLE members ADD COLUMN city_key TEXT NOT NULL DEFAULT '';

-- What the shop calls its members by: "vip", "wholesale" … Never shown to them.
CREATE TABLE member_tags (
    member_id BIGINT NOT NULL REFERENCES members (id),
    tag TEXT NOT NULL,
    PRIMARY KEY (member_id, tag)
);
CREATE INDEX member_tags_by_tag ON member_tags (tag);
