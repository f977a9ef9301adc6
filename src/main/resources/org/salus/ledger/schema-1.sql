CREATE TABLE workspace (
    id VARCHAR(36) PRIMARY KEY,
    entries BIGINT NOT NULL,
    newest ${bytes}
);
CREATE TABLE entry (
    workspace VARCHAR(36) NOT NULL,
    place BIGINT NOT NULL,
    id ${bytes} NOT NULL,
    written ${bytes} NOT NULL,
    PRIMARY KEY (workspace, place)
);
CREATE TABLE payload (
    workspace VARCHAR(36) NOT NULL,
    digest ${bytes} NOT NULL,
    body ${bytes} NOT NULL,
    PRIMARY KEY (workspace, digest)
);
CREATE TABLE note (
    name VARCHAR(60) PRIMARY KEY,
    value ${bytes} NOT NULL
);
