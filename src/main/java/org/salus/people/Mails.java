package org.salus.people;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.ledger.AccountId;

/**
 * To whom mail may be sent, how often, and what was told by it already. An address is told to nobody but its owner and the server that takes the mail. What was told is kept as digests, which say
 * nothing of what it was about. Safe for use by several threads and processes.
 */
public final class Mails {
    /** One address as servers everywhere take it: no spaces, breaks, lists or comments, and so nothing that begins a header of its own. */
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,185}[A-Za-z0-9])?");

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(5);
    private static final int MOST_DOUBLINGS = 6;
    private static final String COLUMNS =
            "c.account, c.address, c.rhythm, c.language, c.stop_key, c.version, c.digest_at, c.failures, c.next_at, c.confirmed, c.asked";

    /** Links to confirm an address that an account can ask for within a day. */
    private static final int MOST_OF_AN_ACCOUNT = 5;

    /** Such links that are sent to one address within a day, whoever asks for them. */
    private static final int MOST_TO_AN_ADDRESS = 3;

    private static final Duration COUNTED_FOR = Duration.ofDays(1);
    private static final Duration LATER = Duration.ofHours(1);

    private final Register register;

    Mails(Register register) {
        this.register = register;
    }

    /**
     * What somebody has chosen.
     *
     * @param language in which mail is written
     * @param stopKey ends mail to this address and opens nothing, so that it can stand in each mail and is kept as it is
     * @param version goes up with everything that happens to it
     * @param digestAt when the latest digest was due to be written
     * @param failures how many attempts have failed since one succeeded
     * @param nextAt before that no attempt is made
     * @param confirmation whether the address was confirmed; until then nothing but a link is sent there
     */
    public record Choice(
            AccountId account,
            String address,
            MailRhythm rhythm,
            Locale language,
            String stopKey,
            long version,
            Instant digestAt,
            int failures,
            Instant nextAt,
            MailConfirmation confirmation) {
        /** Without the address, which must get into no log. */
        @Override
        public String toString() {
            return "Choice[" + account + ", " + rhythm + "]";
        }
    }

    /**
     * How sending goes.
     *
     * @param sent when a mail was last taken by the server
     * @param refused when one was last not sent
     * @param trouble the code of why
     * @param waiting how many accounts' mail is to be tried again
     */
    public record State(Optional<Instant> sent, Optional<Instant> refused, String trouble, int waiting) {}

    /** Whether mail can be sent to that. */
    public static boolean isAddress(String text) {
        return text.length() <= 254 && ADDRESS.matcher(text).matches() && !text.contains("..");
    }

    /** What an account has chosen; empty if it wants no mail. */
    public Optional<Choice> of(AccountId account) {
        return register.read((connection, now) -> find(connection, account, now));
    }

    /**
     * Keeps what somebody chooses. Only who is here themselves can have mail sent to another address; a program may choose how often. Another address has to be confirmed before anything else is sent
     * there; who keeps one that is not confirmed again has another link sent.
     *
     * @param address where to; not looked at where no mail is wanted, which also forgets the address
     * @throws Failure if it is no address, or too many links were asked for
     */
    public void choose(SignedIn who, String address, MailRhythm rhythm, Locale language) {
        String to = address.strip();
        if (rhythm != MailRhythm.NONE && !isAddress(to)) {
            throw Failure.wrongUse(Sentence.of("people.failure.no-mail-address"));
        }
        if (rhythm != MailRhythm.NONE
                && of(who.id()).filter(known -> known.address().equals(to)).isEmpty()) {
            who.mustBeHere();
        }
        register.write((connection, now) -> {
            Optional<Choice> before = find(connection, who.id(), now);
            if (rhythm == MailRhythm.NONE) {
                return end(connection, who.id());
            }
            Optional<Choice> same = before.filter(known -> known.address().equals(to));
            Instant asked = Instant.EPOCH;
            if (same.isEmpty() || asksAgain(who, same.get())) {
                countOne(connection, who.id(), now);
            } else {
                asked = asked(connection, who.id());
            }
            if (same.isEmpty()) {
                Sql.change(connection, "DELETE FROM mail_link WHERE account = ?", who.id());
            }
            Sql.change(connection, "DELETE FROM mail_choice WHERE account = ?", who.id());
            return Sql.change(
                    connection,
                    "INSERT INTO mail_choice (account, address, rhythm, language, stop_key, version, digest_at, failures, next_at, confirmed, asked)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?)",
                    who.id(),
                    to,
                    rhythm.code(),
                    language.toLanguageTag(),
                    // Whoever had mail at another address must not end it at this one.
                    same.map(Choice::stopKey).orElseGet(() -> Secret.fresh().reveal()),
                    before.map(Choice::version).orElse(0L) + 1,
                    before.map(Choice::digestAt).orElse(now),
                    now,
                    same.filter(known -> known.confirmation() == MailConfirmation.CONFIRMED)
                            .isPresent(),
                    asked);
        });
    }

    /** Whether keeping the same once more means that the link did not come or works no more. A program only ever changes how often. */
    private static boolean asksAgain(SignedIn who, Choice same) {
        return who.way() != SignedIn.Way.TOKEN
                && Set.of(MailConfirmation.SENT, MailConfirmation.EXPIRED).contains(same.confirmation());
    }

    private static Instant asked(Connection connection, AccountId account) throws SQLException {
        return Sql.find(
                        connection,
                        row -> Sql.instant(row, "asked"),
                        "SELECT asked FROM mail_choice WHERE account = ?",
                        account)
                .orElse(Instant.EPOCH);
    }

    /** One more link that an account asks for, so that nobody has others' boxes filled. */
    private static void countOne(Connection connection, AccountId account, Instant now) throws SQLException {
        String subject = subject("account", account.toString());
        if (lately(connection, subject, now) >= MOST_OF_AN_ACCOUNT) {
            throw Failure.refused(Sentence.of("people.failure.many-mail-links", MOST_OF_AN_ACCOUNT));
        }
        count(connection, subject, now);
    }

    /** How often something was counted within a day. */
    private static int lately(Connection connection, String subject, Instant now) throws SQLException {
        return Sql.list(
                        connection,
                        row -> row.getLong("asked"),
                        "SELECT asked FROM mail_asked WHERE subject = ? AND asked > ?",
                        subject,
                        now.minus(COUNTED_FOR))
                .size();
    }

    private static void count(Connection connection, String subject, Instant now) throws SQLException {
        Sql.change(connection, "DELETE FROM mail_asked WHERE asked <= ?", now.minus(COUNTED_FOR));
        Sql.change(connection, "INSERT INTO mail_asked (subject, asked) VALUES (?, ?)", subject, now);
    }

    private static String subject(String kind, String text) {
        return ReadNotices.digest(kind + " " + text.toLowerCase(Locale.ROOT));
    }

    /** Ends mail by the key that stands in it; a key that ends nothing is answered in the same way, so that nobody learns of anything by trying. */
    public void stop(String key) {
        register.write((connection, now) -> {
            Optional<String> account = Sql.find(
                    connection,
                    row -> row.getString("account"),
                    "SELECT account FROM mail_choice WHERE stop_key = ?",
                    key);
            return account.isEmpty() ? 0 : end(connection, AccountId.of(account.get()));
        });
    }

    /** Forgets the address of an account. */
    static int end(Connection connection, AccountId account) throws SQLException {
        Sql.change(connection, "DELETE FROM mail_told WHERE account = ?", account);
        Sql.change(connection, "DELETE FROM mail_link WHERE account = ?", account);
        return Sql.change(connection, "DELETE FROM mail_choice WHERE account = ?", account);
    }

    /** Those to whom something may be sent at that moment: confirmed, neither closed, nor waiting after a refusal. */
    public List<Choice> open(Instant at) {
        return waiting("c.confirmed = 1", at);
    }

    /** Those whose address is to be confirmed by a link that was not sent yet, at that moment: neither closed, nor waiting after a refusal. */
    public List<Choice> unconfirmed(Instant at) {
        return waiting("c.confirmed = 0 AND c.asked = 0", at);
    }

    private List<Choice> waiting(String which, Instant at) {
        return register.read((connection, now) -> Sql.list(
                connection,
                row -> choice(row, now),
                "SELECT " + COLUMNS + " FROM mail_choice c JOIN account a ON a.id = c.account"
                        + " WHERE a.closed = 0 AND c.next_at <= ? AND " + which + " ORDER BY c.account",
                at));
    }

    /**
     * Keeps, before it is sent, that a link to confirm an address is sent; former links of the account work no more. Of several that try at once one succeeds. Where links went to this address often
     * enough today, whoever asked for them, it is put off without a word: else one would learn that others asked.
     *
     * @param as what was chosen
     * @return what opens the link, if it is this one's to send
     */
    public Optional<Secret> claimLink(Choice as) {
        return register.write((connection, now) -> {
            String subject = subject("address", as.address());
            if (lately(connection, subject, now) >= MOST_TO_AN_ADDRESS) {
                Sql.change(
                        connection,
                        "UPDATE mail_choice SET next_at = ? WHERE account = ? AND version = ? AND stop_key = ?",
                        now.plus(LATER),
                        as.account(),
                        as.version(),
                        as.stopKey());
                return Optional.empty();
            }
            int won = Sql.change(
                    connection,
                    "UPDATE mail_choice SET version = version + 1, asked = ?"
                            + " WHERE account = ? AND version = ? AND stop_key = ? AND confirmed = 0",
                    now,
                    as.account(),
                    as.version(),
                    as.stopKey());
            if (won == 0) {
                return Optional.empty();
            }
            Secret secret = Secret.fresh();
            Sql.change(connection, "DELETE FROM mail_link WHERE account = ?", as.account());
            Sql.change(
                    connection,
                    "INSERT INTO mail_link (digest, account, address, ends) VALUES (?, ?, ?, ?)",
                    secret.digest(),
                    as.account(),
                    as.address(),
                    now.plus(MailConfirmation.LIFE));
            return Optional.of(secret);
        });
    }

    /** Keeps that the link of a claim was taken by the server. */
    public void linkSent(Choice as, Instant at) {
        sent(as, at);
        register.write((connection, now) -> {
            count(connection, subject("address", as.address()), now);
            return 0;
        });
    }

    /** Keeps that the link of a claim was not sent: it opens nothing, and another one is sent after a pause as after any refusal. */
    public void linkRefused(Choice as, String trouble, Instant at) {
        refused(as, List.of(), trouble, at);
        register.write((connection, now) -> {
            Sql.change(connection, "DELETE FROM mail_link WHERE account = ?", as.account());
            return Sql.change(
                    connection,
                    "UPDATE mail_choice SET asked = 0 WHERE account = ? AND stop_key = ? AND confirmed = 0",
                    as.account(),
                    as.stopKey());
        });
    }

    /**
     * Confirms the address to which a link was sent, once, whoever opens it: they read what comes there.
     *
     * @return whether it confirmed an address; not where it was used, has expired, was replaced by a later one, or never was
     */
    public boolean confirm(Secret secret) {
        return register.write((connection, now) -> {
            Optional<AccountId> account = Sql.find(
                    connection,
                    row -> AccountId.of(row.getString("account")),
                    "SELECT l.account FROM mail_link l JOIN mail_choice c ON c.account = l.account AND c.address = l.address"
                            + " JOIN account a ON a.id = l.account WHERE l.digest = ? AND l.ends > ? AND a.closed = 0",
                    secret.digest(),
                    now);
            int used = Sql.change(connection, "DELETE FROM mail_link WHERE digest = ?", (Object) secret.digest());
            return account.isPresent()
                    && used == 1
                    && Sql.change(
                                    connection,
                                    "UPDATE mail_choice SET confirmed = 1, failures = 0, version = version + 1, next_at = ? WHERE account = ?",
                                    now,
                                    account.get())
                            == 1;
        });
    }

    /** Those of these names that were told already. */
    public Set<String> told(AccountId account, Collection<String> names) {
        Set<String> kept = register.read((connection, now) -> told(connection, account));
        Set<String> told = new TreeSet<>();
        names.stream().filter(name -> kept.contains(ReadNotices.digest(name))).forEach(told::add);
        return told;
    }

    /**
     * Keeps, before anything is sent, that it is told. Of several that try at once, in whatever process, one succeeds; and who dies while sending does not send again.
     *
     * @param as what was chosen when the mail was made
     * @param there the names of all that concerns the account: what is not among them any more is forgotten
     * @param names what is told now; may be empty, where a digest was due and there was nothing
     * @param digestAt of when the latest digest is from then on
     * @return whether it is this one's to send
     */
    public boolean claim(Choice as, Collection<String> there, Collection<String> names, Instant digestAt) {
        return register.write((connection, now) -> {
            int won = Sql.change(
                    connection,
                    "UPDATE mail_choice SET version = version + 1, digest_at = ?"
                            + " WHERE account = ? AND version = ? AND stop_key = ? AND confirmed = 1",
                    digestAt,
                    as.account(),
                    as.version(),
                    as.stopKey());
            if (won == 0) {
                return false;
            }
            Set<String> kept = new TreeSet<>();
            Set<String> before = told(connection, as.account());
            there.stream().map(ReadNotices::digest).filter(before::contains).forEach(kept::add);
            names.forEach(name -> kept.add(ReadNotices.digest(name)));
            Sql.change(connection, "DELETE FROM mail_told WHERE account = ?", as.account());
            for (String digest : kept) {
                Sql.change(connection, "INSERT INTO mail_told (account, digest) VALUES (?, ?)", as.account(), digest);
            }
            return true;
        });
    }

    /** Keeps that a claimed mail was taken by the server. */
    public void sent(Choice as, Instant at) {
        register.write((connection, now) -> {
            Sql.change(
                    connection,
                    "UPDATE mail_choice SET failures = 0, next_at = ? WHERE account = ? AND stop_key = ?",
                    at,
                    as.account(),
                    as.stopKey());
            return state(connection, "sent", at, "");
        });
    }

    /**
     * Keeps that a claimed mail was not sent: what it told is to be told again, after a pause that doubles from five minutes to five hours.
     *
     * @param trouble the code of why; no address, nothing a server said
     */
    public void refused(Choice as, Collection<String> names, String trouble, Instant at) {
        register.write((connection, now) -> {
            int doublings = Math.min(as.failures(), MOST_DOUBLINGS);
            Sql.change(
                    connection,
                    "UPDATE mail_choice SET failures = failures + 1, version = version + 1, next_at = ?, digest_at = ?"
                            + " WHERE account = ? AND stop_key = ?",
                    at.plus(FIRST_PAUSE.multipliedBy(1L << doublings)),
                    as.digestAt(),
                    as.account(),
                    as.stopKey());
            for (String name : names) {
                Sql.change(
                        connection,
                        "DELETE FROM mail_told WHERE account = ? AND digest = ?",
                        as.account(),
                        ReadNotices.digest(name));
            }
            return state(connection, "refused", at, trouble);
        });
    }

    /** How sending goes. */
    public State state() {
        return register.read((connection, now) -> {
            int waiting = Sql.list(
                            connection,
                            row -> row.getString("account"),
                            "SELECT account FROM mail_choice WHERE failures > 0")
                    .size();
            return new State(
                    happened(connection, "sent"),
                    happened(connection, "refused"),
                    Sql.find(
                                    connection,
                                    row -> row.getString("detail"),
                                    "SELECT detail FROM mail_state WHERE name = 'refused'")
                            .orElse(""),
                    waiting);
        });
    }

    private static Optional<Instant> happened(Connection connection, String name) throws SQLException {
        return Sql.find(
                connection,
                row -> Sql.instant(row, "happened"),
                "SELECT happened FROM mail_state WHERE name = ?",
                name);
    }

    private static int state(Connection connection, String name, Instant at, String detail) throws SQLException {
        Sql.change(connection, "DELETE FROM mail_state WHERE name = ?", name);
        return Sql.change(
                connection, "INSERT INTO mail_state (name, happened, detail) VALUES (?, ?, ?)", name, at, detail);
    }

    private static Optional<Choice> find(Connection connection, AccountId account, Instant now) throws SQLException {
        return Sql.find(
                connection,
                row -> choice(row, now),
                "SELECT " + COLUMNS + " FROM mail_choice c WHERE c.account = ?",
                account);
    }

    private static Choice choice(ResultSet row, Instant now) throws SQLException {
        return new Choice(
                AccountId.of(row.getString("account")),
                row.getString("address"),
                MailRhythm.of(row.getString("rhythm")).orElse(MailRhythm.NONE),
                Locale.forLanguageTag(row.getString("language")),
                row.getString("stop_key"),
                row.getLong("version"),
                Sql.instant(row, "digest_at"),
                row.getInt("failures"),
                Sql.instant(row, "next_at"),
                MailConfirmation.of(row.getInt("confirmed") == 1, Sql.instant(row, "asked"), now));
    }

    private static Set<String> told(Connection connection, AccountId account) throws SQLException {
        return new HashSet<>(Sql.list(
                connection, row -> row.getString("digest"), "SELECT digest FROM mail_told WHERE account = ?", account));
    }
}
