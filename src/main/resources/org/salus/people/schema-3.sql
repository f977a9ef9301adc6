CREATE TABLE notice_read (
    account VARCHAR(36) NOT NULL,
    digest VARCHAR(64) NOT NULL,
    PRIMARY KEY (account, digest)
);
