CREATE TABLE checkpoint (
    workspace VARCHAR(36) PRIMARY KEY,
    entries BIGINT NOT NULL,
    newest ${bytes} NOT NULL,
    body ${bytes} NOT NULL
);
