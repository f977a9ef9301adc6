package org.salus.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import org.salus.ledger.AccountId;

/**
 * Which notifications an account has read. Only digests of their names are kept, which say nothing of what they were about, and only of those that still were there when the account last read some.
 * Safe for use by several threads.
 */
public final class ReadNotices {
    private final Register register;

    ReadNotices(Register register) {
        this.register = register;
    }

    /** Those of these names that the account has read. */
    public Set<String> among(AccountId account, Collection<String> names) {
        Set<String> kept = register.read((connection, now) -> {
            return new HashSet<>(Sql.list(
                    connection,
                    row -> row.getString("digest"),
                    "SELECT digest FROM notice_read WHERE account = ?",
                    account));
        });
        Set<String> read = new TreeSet<>();
        names.stream().filter(name -> kept.contains(digest(name))).forEach(read::add);
        return read;
    }

    /** Keeps that these are read, and forgets all others. */
    public void keep(SignedIn who, Collection<String> names) {
        who.mustBeHere();
        Set<String> digests = new TreeSet<>();
        names.forEach(name -> digests.add(digest(name)));
        register.write((connection, now) -> {
            Sql.change(connection, "DELETE FROM notice_read WHERE account = ?", who.id());
            for (String digest : digests) {
                Sql.change(connection, "INSERT INTO notice_read (account, digest) VALUES (?, ?)", who.id(), digest);
            }
            return digests.size();
        });
    }

    /** The name of a notification so that it tells nothing of what that is about: hexadecimal SHA-256. */
    static String digest(String name) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
