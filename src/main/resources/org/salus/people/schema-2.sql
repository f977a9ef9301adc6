CREATE TABLE calendar_feed (
    digest ${bytes} PRIMARY KEY,
    account VARCHAR(36) NOT NULL,
    workspace VARCHAR(36) NOT NULL,
    made BIGINT NOT NULL
);
CREATE INDEX calendar_feed_account ON calendar_feed (account, workspace);
