-- A phone number is somebody else's one day: what is known of a number that texts us.
ALTER TABLE chats ADD COLUMN confirmed_at BIGINT; -- when the member last showed that it is theirs
ALTER TABLE chats ADD COLUMN heard_at BIGINT; -- when it last texted us, to the day
ALTER TABLE chats ADD COLUMN held_at BIGINT; -- since when nobody knows whether it is still theirs

UPDATE chats SET heard_at = (SELECT MAX(created_at) FROM outbox WHERE outbox.member_id = chats.member_id
    AND campaign = 'security' AND key = 'texting-linked')
    WHERE channel = 'sms' AND member_id IS NOT NULL;
