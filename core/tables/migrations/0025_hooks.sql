-- What other systems are told of: written with the act that did it, sent later, a row for each address.
CREATE TABLE hook_urls (
    url TEXT PRIMARY KEY
);
CREATE TABLE hooks (
    id TEXT NOT NULL, -- the event's, the same for every address
    url TEXT NOT NULL,
    type TEXT NOT NULL,
    body TEXT NOT NULL, -- as it is signed and sent
    created_at BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('queued', 'delivered', 'failed')),
    next_at BIGINT, -- when it may be tried: due, or its lease ends; NULL: never again
    attempts BIGINT NOT NULL DEFAULT 0,
    answered TEXT NOT NULL DEFAULT '', -- what the last attempt came to
    tried_at BIGINT,
    PRIMARY KEY (id, url)
);
CREATE INDEX hooks_next ON hooks (url, next_at) WHERE next_at IS NOT NULL;
CREATE INDEX hooks_settled ON hooks (created_at) WHERE next_at IS NULL;
CREATE INDEX hooks_failed ON hooks (created_at, id) WHERE state = 'failed';
