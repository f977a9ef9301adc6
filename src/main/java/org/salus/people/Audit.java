package org.salus.people;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.salus.ledger.AccountId;
import org.salus.ledger.Role;
import org.salus.ledger.Witness;
import org.salus.ledger.WorkspaceId;

/** The record of what was done: rows are added, never changed. Safe for use by several threads. */
public final class Audit implements Witness {
    private static final int MOST_AT_ONCE = 1_000;

    private final Register register;

    Audit(Register register) {
        this.register = register;
    }

    /**
     * Records that somebody did something in a workspace.
     *
     * @param account whom it was done to, if to somebody
     * @param detail a code, such as a role or a form of files; never a name or content
     */
    public void record(
            Deed.What what, AccountId actor, Optional<AccountId> account, WorkspaceId workspace, String detail) {
        register.write((connection, now) ->
                add(connection, what, Optional.of(actor), account, Optional.of(workspace), detail));
    }

    @Override
    public void founded(WorkspaceId workspace, AccountId by) {
        witness(Deed.What.WORKSPACE_FOUNDED, by, Optional.empty(), workspace, "");
    }

    @Override
    public void became(
            WorkspaceId workspace, AccountId by, AccountId whom, Optional<Role> before, Optional<Role> after) {
        Deed.What what = before.isEmpty()
                ? Deed.What.MEMBER_ADMITTED
                : after.isEmpty() ? Deed.What.MEMBER_REMOVED : Deed.What.ROLE_CHANGED;
        witness(
                what,
                by,
                Optional.of(whom),
                workspace,
                after.or(() -> before).map(Role::code).orElse(""));
    }

    @Override
    public void copied(WorkspaceId workspace, AccountId by, AccountId madeFor) {
        witness(Deed.What.EXPORTED, by, Optional.of(madeFor), workspace, "copy");
    }

    /**
     * Something was taken out of a workspace as a file, beside copies.
     *
     * @param kind of file, as where it is asked for: {@code sector/ties.csv}; nothing of what is in it
     */
    public void taken(WorkspaceId workspace, AccountId by, String kind) {
        witness(Deed.What.EXPORTED, by, Optional.empty(), workspace, kind);
    }

    @Override
    public void merged(WorkspaceId workspace, AccountId by) {
        witness(Deed.What.MERGED, by, Optional.empty(), workspace, "");
    }

    @Override
    public void erased(WorkspaceId workspace, AccountId by) {
        witness(Deed.What.ERASED, by, Optional.empty(), workspace, "");
    }

    /** From a medium that cannot be written a copy can be made all the same. */
    private void witness(
            Deed.What what, AccountId actor, Optional<AccountId> account, WorkspaceId workspace, String detail) {
        if (register.isWritable()) {
            record(what, actor, account, workspace, detail);
        }
    }

    /**
     * What was done in a workspace, newest first.
     *
     * @param before only what has a lower number; empty to begin
     * @param most at most so many, and never more than a thousand
     */
    public List<Deed> of(WorkspaceId workspace, Optional<Long> before, int most) {
        return register.read((connection, now) -> Sql.list(
                connection,
                Audit::deed,
                "SELECT * FROM deed WHERE workspace = ? AND place < ? ORDER BY place DESC LIMIT ?",
                workspace,
                before.orElse(Long.MAX_VALUE),
                Math.min(most, MOST_AT_ONCE)));
    }

    /** What was done on the server and belongs to no workspace, newest first; otherwise like the other. */
    public List<Deed> ofServer(Optional<Long> before, int most) {
        return register.read((connection, now) -> Sql.list(
                connection,
                Audit::deed,
                "SELECT * FROM deed WHERE workspace IS NULL AND place < ? ORDER BY place DESC LIMIT ?",
                before.orElse(Long.MAX_VALUE),
                Math.min(most, MOST_AT_ONCE)));
    }

    /** Adds a row. Transactions that do so wait for each other, so it comes first where what follows must not be done twice. */
    long add(
            Connection connection,
            Deed.What what,
            Optional<AccountId> actor,
            Optional<AccountId> account,
            Optional<WorkspaceId> workspace,
            String detail)
            throws SQLException {
        Sql.change(
                connection,
                "INSERT INTO people_count (name, value) VALUES ('deeds', 1)"
                        + " ON CONFLICT (name) DO UPDATE SET value = people_count.value + 1");
        long place = Sql.find(connection, row -> row.getLong(1), "SELECT value FROM people_count WHERE name = 'deeds'")
                .orElseThrow();
        Sql.change(
                connection,
                "INSERT INTO deed (place, done, what, actor, account, workspace, detail) VALUES (?, ?, ?, ?, ?, ?, ?)",
                place,
                register.watch().wall(),
                what.code(),
                actor,
                account,
                workspace,
                detail);
        return place;
    }

    long add(Connection connection, Deed.What what, AccountId actor, AccountId account) throws SQLException {
        return add(connection, what, Optional.of(actor), Optional.of(account), Optional.empty(), "");
    }

    long add(Connection connection, Deed.What what, AccountId account, String detail) throws SQLException {
        return add(connection, what, Optional.of(account), Optional.of(account), Optional.empty(), detail);
    }

    private static Deed deed(ResultSet row) throws SQLException {
        return new Deed(
                row.getLong("place"),
                Sql.instant(row, "done"),
                Deed.What.of(row.getString("what")),
                Sql.text(row, "actor").map(AccountId::of),
                Sql.text(row, "account").map(AccountId::of),
                Sql.text(row, "workspace").map(WorkspaceId::of),
                row.getString("detail"));
    }
}
