CREATE TABLE mail_choice (
    account VARCHAR(36) PRIMARY KEY,
    address VARCHAR(254) NOT NULL,
    rhythm VARCHAR(20) NOT NULL,
    language VARCHAR(20) NOT NULL,
    stop_key VARCHAR(64) NOT NULL UNIQUE,
    version BIGINT NOT NULL,
    digest_at BIGINT NOT NULL,
    failures INTEGER NOT NULL,
    next_at BIGINT NOT NULL
);
CREATE TABLE mail_told (
    account VARCHAR(36) NOT NULL,
    digest VARCHAR(64) NOT NULL,
    PRIMARY KEY (account, digest)
);
CREATE TABLE mail_state (
    name VARCHAR(20) PRIMARY KEY,
    happened BIGINT NOT NULL,
    detail VARCHAR(40) NOT NULL
);
