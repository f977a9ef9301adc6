ALTER TABLE mail_choice ADD COLUMN confirmed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE mail_choice ADD COLUMN asked BIGINT NOT NULL DEFAULT 0;
CREATE TABLE mail_link (
    digest ${bytes} PRIMARY KEY,
    account VARCHAR(36) NOT NULL,
    address VARCHAR(254) NOT NULL,
    ends BIGINT NOT NULL
);
CREATE INDEX mail_link_account ON mail_link (account);
CREATE TABLE mail_asked (
    subject VARCHAR(64) NOT NULL,
    asked BIGINT NOT NULL
);
CREATE INDEX mail_asked_subject ON mail_asked (subject, asked);
