package org.salus.people;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.salus.ledger.AccountId;
import org.salus.ledger.Registry;
import org.salus.ledger.Roll;

/** What the ledger is told about accounts. As long as nobody but somebody alone at the machine has one, this is no server. */
record Accounted(Register register) implements Registry {
    @Override
    public Roll roll() {
        return register.read((connection, now) -> roll(
                connection, Sql.list(connection, Accounts::account, "SELECT " + Accounts.COLUMNS + Accounts.FROM)));
    }

    @Override
    public Roll rollOf(AccountId account) {
        return register.read((connection, now) ->
                roll(connection, Accounts.find(connection, account).stream().toList()));
    }

    private static Roll roll(Connection connection, List<Account> accounts) throws SQLException {
        boolean isServer = Sql.find(
                        connection,
                        row -> 1,
                        "SELECT 1 FROM account WHERE id NOT IN (SELECT account FROM sole_account) LIMIT 1")
                .isPresent();
        Map<AccountId, Roll.Known> known = accounts.stream().collect(Collectors.toMap(Account::id, Accounted::known));
        return new Roll(known, isServer);
    }

    private static Roll.Known known(Account account) {
        return new Roll.Known(
                account.organisation().map(Organisation::id),
                account.organisation().map(Organisation::name).orElse(""),
                !account.closed());
    }
}
