CREATE TABLE account (
    id VARCHAR(36) PRIMARY KEY,
    login VARCHAR(200),
    login_key VARCHAR(400) UNIQUE,
    login_likeness VARCHAR(400) UNIQUE,
    name VARCHAR(400) NOT NULL,
    organisation VARCHAR(36),
    administrator INTEGER NOT NULL,
    closed INTEGER NOT NULL,
    password VARCHAR(400),
    made BIGINT NOT NULL
);
CREATE TABLE sole_account (
    place INTEGER PRIMARY KEY,
    account VARCHAR(36) NOT NULL
);
CREATE TABLE organisation (
    id VARCHAR(36) PRIMARY KEY,
    name VARCHAR(400) NOT NULL,
    likeness VARCHAR(400) NOT NULL UNIQUE
);
CREATE TABLE outside_identity (
    issuer VARCHAR(400) NOT NULL,
    subject VARCHAR(400) NOT NULL,
    account VARCHAR(36) NOT NULL,
    PRIMARY KEY (issuer, subject)
);
CREATE TABLE session (
    digest ${bytes} PRIMARY KEY,
    account VARCHAR(36) NOT NULL,
    way VARCHAR(20) NOT NULL,
    began BIGINT NOT NULL,
    used BIGINT NOT NULL
);
CREATE INDEX session_account ON session (account);
CREATE TABLE one_time_link (
    digest ${bytes} PRIMARY KEY,
    id VARCHAR(36) NOT NULL UNIQUE,
    purpose VARCHAR(20) NOT NULL,
    account VARCHAR(36),
    organisation VARCHAR(36),
    workspace VARCHAR(36),
    role VARCHAR(20),
    maker VARCHAR(36),
    made BIGINT NOT NULL,
    ends BIGINT NOT NULL,
    state VARCHAR(10) NOT NULL,
    taker VARCHAR(36)
);
CREATE TABLE api_token (
    id VARCHAR(36) PRIMARY KEY,
    digest ${bytes} NOT NULL UNIQUE,
    account VARCHAR(36) NOT NULL,
    name VARCHAR(400) NOT NULL,
    scope VARCHAR(10) NOT NULL,
    made BIGINT NOT NULL,
    ends BIGINT NOT NULL,
    revoked INTEGER NOT NULL,
    used BIGINT NOT NULL
);
CREATE INDEX api_token_account ON api_token (account);
CREATE TABLE attempt (
    subject ${bytes} PRIMARY KEY,
    failures INTEGER NOT NULL,
    latest BIGINT NOT NULL
);
CREATE TABLE errand (
    digest ${bytes} PRIMARY KEY,
    body VARCHAR(8000) NOT NULL,
    ends BIGINT NOT NULL
);
CREATE TABLE deed (
    place BIGINT PRIMARY KEY,
    done BIGINT NOT NULL,
    what VARCHAR(40) NOT NULL,
    actor VARCHAR(36),
    account VARCHAR(36),
    workspace VARCHAR(36),
    detail VARCHAR(200) NOT NULL
);
CREATE INDEX deed_workspace ON deed (workspace, place);
CREATE TABLE people_count (
    name VARCHAR(20) PRIMARY KEY,
    value BIGINT NOT NULL
);
