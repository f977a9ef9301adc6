package org.salus.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.salus.framework.Failure;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import org.salus.ledger.Database;
import org.salus.ledger.Kinds;
import org.salus.ledger.OrganisationId;
import org.salus.ledger.Role;
import org.salus.ledger.Store;
import org.salus.ledger.Workspace;
import org.salus.ledger.WorkspaceId;
import org.salus.ledger.Workspaces;

/** Who may come in, on both kinds of databases. */
@ParameterizedClass
@EnumSource(Store.class)
class PeopleTest {
    private static final Passwords.Strength WEAK = new Passwords.Strength(64, 1, 1);
    private static final String PASSWORD = "correct horse battery";
    private static final String HERE = "192.0.2.1";

    @Parameter
    private Store kind = Store.FILE;

    @TempDir
    private Path folder;

    private final TestClock clock = new TestClock();
    private final List<Database> opened = new ArrayList<>();
    private Store.Place place;
    private Passwords passwords = new Passwords(WEAK);
    private People people;

    @BeforeEach
    void open() {
        place = kind.place(folder);
        people = process();
    }

    @AfterEach
    void close() {
        opened.forEach(Database::close);
    }

    /** As another process on the same database would see it. */
    private People process() {
        return process(clock, WEAK);
    }

    private People process(TestClock time, Passwords.Strength strength) {
        Database database = place.open();
        opened.add(database);
        passwords = new Passwords(strength);
        database.bring(People.SCHEMA);
        return new People(database, new Watch(time, () -> 0), SessionLimits.TEAM, passwords);
    }

    private SignedIn administrator() {
        Secret link = people.invitations().inviteAdministrator().secret();
        AccountId id = people.invitations().accept(link, new Newcomer("ana", "Ana Ruiz", PASSWORD));
        return signedIn(id);
    }

    private SignedIn member(SignedIn administrator, String login, String name) {
        Secret link =
                people.invitations().invite(administrator, Optional.empty()).secret();
        return signedIn(people.invitations().accept(link, new Newcomer(login, name, PASSWORD)));
    }

    private SignedIn signedIn(AccountId id) {
        return new SignedIn(people.accounts().get(id), SignedIn.Way.PASSWORD, true, "");
    }

    private SignIns.Attempt signIn(String login, String password) {
        return people.signIns().signIn(login, password, HERE);
    }

    private Secret session(String login) {
        return ((SignIns.Attempt.Welcome) signIn(login, PASSWORD)).session();
    }

    @Test
    void a_row_of_accounts_that_holds_no_id_is_damage() {
        administrator();
        opened.getFirst().write(connection -> Sql.change(connection, "UPDATE account SET id = 'junk'"));
        assertThatThrownBy(() -> people.accounts().list())
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> assertThat(failure.sentence().key()).isEqualTo("ledger.failure.corrupt"));
    }

    @Test
    void one_who_is_alone_enters_by_a_link_that_works_once() {
        Secret link = people.alone().link();
        Secret session = people.alone().enter(link);
        SignedIn who = people.sessions().find(session).orElseThrow();
        assertThat(who.id()).isEqualTo(people.alone().account());
        assertThat(who.account().administrator()).isTrue();
        assertThat(who.way()).isEqualTo(SignedIn.Way.LINK);
        assertThatThrownBy(() -> people.alone().enter(link))
                .isInstanceOfSatisfying(
                        DeadLink.class, dead -> assertThat(dead.why()).isEqualTo(DeadLink.Why.USED))
                .hasMessageContaining("has been used");
        assertThatThrownBy(() -> people.alone().enter(Secret.of("made up")))
                .isInstanceOfSatisfying(
                        DeadLink.class, dead -> assertThat(dead.why()).isEqualTo(DeadLink.Why.UNKNOWN));
    }

    @Test
    void a_link_is_no_session_and_a_session_no_link() {
        Secret link = people.alone().link();
        assertThat(people.sessions().find(link)).isEmpty();
        Secret session = people.alone().enter(link);
        assertThatThrownBy(() -> people.alone().enter(session)).isInstanceOf(DeadLink.class);
        assertThatThrownBy(() -> people.invitations().look(people.alone().link()))
                .isInstanceOf(DeadLink.class);
    }

    @Test
    void a_link_expires_and_setting_the_clock_back_does_not_revive_it() {
        Secret link = people.alone().link();
        clock.pass(Duration.ofMinutes(16));
        assertThatThrownBy(() -> people.alone().enter(link))
                .isInstanceOfSatisfying(
                        DeadLink.class, dead -> assertThat(dead.why()).isEqualTo(DeadLink.Why.EXPIRED));
        people.alone().link();
        clock.pass(Duration.ofMinutes(-15));
        assertThatThrownBy(() -> people.alone().enter(link)).isInstanceOf(DeadLink.class);
        // Nor does another process, started after that.
        TestClock slow = new TestClock();
        assertThatThrownBy(() -> process(slow, WEAK).alone().enter(link)).isInstanceOf(DeadLink.class);
    }

    @Test
    void several_processes_agree_on_who_is_alone() throws Exception {
        People other = process();
        List<AccountId> all =
                atOnce(16, number -> (number % 2 == 0 ? people : other).alone().account());
        assertThat(new HashSet<>(all)).hasSize(1);
        assertThat(people.accounts().list()).hasSize(1);
    }

    @Test
    void of_many_who_use_one_link_at_once_one_enters() throws Exception {
        Secret link = people.alone().link();
        People other = process();
        List<Boolean> entered = atOnce(12, number -> {
            try {
                (number % 2 == 0 ? people : other).alone().enter(link);
                return true;
            } catch (DeadLink dead) {
                return false;
            }
        });
        assertThat(entered.stream().filter(yes -> yes)).hasSize(1);
    }

    @Test
    void sessions_end_when_nobody_uses_them_and_at_the_latest_after_their_time() {
        administrator();
        Secret session = session("ana");
        for (int hour = 0; hour < 6; hour++) {
            clock.pass(Duration.ofMinutes(119));
            assertThat(people.sessions().find(session)).as("hour " + 2 * hour).isPresent();
        }
        clock.pass(Duration.ofMinutes(30));
        assertThat(people.sessions().find(session)).as("after twelve hours").isEmpty();
        Secret idle = session("ana");
        clock.pass(Duration.ofMinutes(121));
        assertThat(people.sessions().find(idle)).as("after two idle hours").isEmpty();
        clock.pass(Duration.ofHours(-1));
        assertThat(people.sessions().find(idle))
                .as("after the clock was set back")
                .isEmpty();
    }

    @Test
    void signing_out_ends_one_session_or_all_of_them_also_in_other_processes() {
        SignedIn ana = administrator();
        Secret here = session("ana");
        Secret there = session("ana");
        SignedIn signedInHere = people.sessions().find(here).orElseThrow();
        assertThat(people.sessions().list(ana.id())).hasSize(2);
        people.sessions().end(signedInHere);
        assertThat(people.sessions().find(here)).isEmpty();
        assertThat(people.sessions().find(there)).isPresent();
        process().sessions().endAll(ana.id(), ana.id());
        assertThat(people.sessions().find(there)).isEmpty();
    }

    @Test
    void the_first_administrator_is_made_by_a_link_from_the_terminal() {
        assertThat(people.accounts().isAdministered()).isFalse();
        SignedIn ana = administrator();
        assertThat(ana.account().administrator()).isTrue();
        assertThat(people.accounts().isAdministered()).isTrue();
        assertThat(signIn("ANA", PASSWORD)).isInstanceOf(SignIns.Attempt.Welcome.class);
    }

    @Test
    void who_was_alone_stays_the_same_when_a_team_comes() {
        AccountId before = people.alone().account();
        assertThat(administrator().id()).isEqualTo(before);
        // A second administrator does not take that account over.
        Secret link = people.invitations().inviteAdministrator().secret();
        assertThat(people.invitations().accept(link, new Newcomer("ben", "Ben", PASSWORD)))
                .isNotEqualTo(before);
    }

    @Test
    void who_becomes_an_administrator_by_one_link_closes_the_others_that_terminals_offered() {
        Secret logged = people.invitations().inviteAdministrator().secret();
        SignedIn ana = administrator();
        assertThatThrownBy(() -> people.invitations().accept(logged, new Newcomer("eve", "Eve", PASSWORD)))
                .isInstanceOf(DeadLink.class)
                .hasMessageContaining("withdrawn");
        assertThat(people.invitations().list()).isEmpty();
        // Somebody who keeps the machine may still make another, also for one who has an account; an ordinary
        // invitation stays.
        Secret ordinary = people.invitations().invite(ana, Optional.empty()).secret();
        SignedIn ben = member(ana, "ben", "Ben");
        Secret unused = people.invitations().inviteAdministrator().secret();
        people.invitations().accept(people.invitations().inviteAdministrator().secret(), ben);
        assertThatThrownBy(() -> people.invitations().look(unused)).isInstanceOf(DeadLink.class);
        assertThat(people.invitations().look(ordinary).administrator()).isFalse();
    }

    @Test
    void an_invitation_is_taken_once_and_not_for_ever() {
        SignedIn ana = administrator();
        Secret used = people.invitations().invite(ana, Optional.empty()).secret();
        people.invitations().accept(used, new Newcomer("ben", "Ben", PASSWORD));
        assertThatThrownBy(() -> people.invitations().accept(used, new Newcomer("eve", "Eve", PASSWORD)))
                .isInstanceOf(DeadLink.class)
                .hasMessageContaining("has been used");
        Secret late = people.invitations().invite(ana, Optional.empty()).secret();
        clock.pass(Duration.ofDays(7));
        assertThatThrownBy(() -> people.invitations().accept(late, new Newcomer("eve", "Eve", PASSWORD)))
                .isInstanceOf(DeadLink.class)
                .hasMessageContaining("expired");
        Invitation.Issued taken = people.invitations().invite(ana, Optional.empty());
        people.invitations().withdraw(ana, taken.invitation().id());
        assertThatThrownBy(() -> people.invitations().look(taken.secret()))
                .isInstanceOf(DeadLink.class)
                .hasMessageContaining("withdrawn");
        assertThat(people.invitations().list()).isEmpty();
        assertThat(people.accounts().list()).hasSize(2);
    }

    @Test
    void a_failed_acceptance_leaves_the_invitation_open() {
        SignedIn ana = administrator();
        Secret link = people.invitations().invite(ana, Optional.empty()).secret();
        for (Newcomer refused : List.of(
                new Newcomer("ana", "Somebody", PASSWORD),
                new Newcomer("b", "Somebody", PASSWORD),
                new Newcomer("ben", "", PASSWORD),
                new Newcomer("ben", "Ben", "short"),
                new Newcomer("benjamin", "Ben", "benjamin2026"),
                new Newcomer("ben", "Ben", "aaaaaaaaaaaaaaaa"))) {
            assertThatThrownBy(() -> people.invitations().accept(link, refused))
                    .as(refused.toString())
                    .isInstanceOf(Failure.class)
                    .isNotInstanceOf(DeadLink.class);
        }
        assertThat(people.accounts().list()).hasSize(1);
        assertThat(people.invitations().accept(link, new Newcomer("ben", "Ben", PASSWORD)))
                .isNotNull();
    }

    @Test
    void a_login_that_looks_like_anothers_is_not_given_away() {
        SignedIn ana = administrator();
        for (String alike : List.of("ANA", "аna", "an а".replace(" ", ""), "ａｎａ", "αna")) {
            Secret link = people.invitations().invite(ana, Optional.empty()).secret();
            assertThatThrownBy(() -> people.invitations().accept(link, new Newcomer(alike, "Eve", PASSWORD)))
                    .as(alike)
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("cannot be used to sign in");
        }
    }

    @Test
    void names_that_look_alike_are_pointed_out_and_carry_their_organisation() {
        SignedIn ana = administrator();
        SignedIn other = member(ana, "eve", "Ana Ruíz");
        SignedIn ben = member(ana, "ben", "Ben");
        assertThat(people.accounts().alike()).containsExactlyInAnyOrder(ana.id(), other.id());
        Organisation ministry = people.organisations().add(ana.id(), "Ministry of Defence");
        people.accounts().place(ana.id(), ben.id(), Optional.of(ministry.id()));
        assertThat(people.accounts().labels(Set.of(ben.id()))).containsEntry(ben.id(), "Ben · Ministry of Defence");
        assertThatThrownBy(() -> people.organisations().add(ana.id(), "Мinistry  of Defence"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("could be taken for");
        assertThatThrownBy(() -> people.accounts().place(ana.id(), ben.id(), Optional.of(OrganisationId.fresh())))
                .isInstanceOf(Failure.class);
    }

    @Test
    void unknown_logins_are_answered_like_wrong_passwords_and_cost_the_same() {
        administrator();
        assertThat(signIn("ana", "wrong password")).isEqualTo(new SignIns.Attempt.Refused());
        assertThat(signIn("nobody", "wrong password")).isEqualTo(new SignIns.Attempt.Refused());
        for (String login : List.of("ana", "nobody")) {
            long before = passwords.computed();
            List<SignIns.Attempt> attempts = new ArrayList<>();
            for (int attempt = 0; attempt < 6; attempt++) {
                attempts.add(signIn(login, "wrong password"));
            }
            assertThat(attempts.subList(0, 4)).as(login).containsOnly(new SignIns.Attempt.Refused());
            assertThat(attempts.subList(4, 6))
                    .as(login)
                    .containsOnly(new SignIns.Attempt.Slowed(Duration.ofSeconds(5)));
            assertThat(passwords.computed() - before).as(login).isEqualTo(6);
        }
    }

    @Test
    void somebody_who_guesses_waits_longer_and_longer_and_the_owner_comes_in_afterwards() {
        administrator();
        for (int attempt = 0; attempt < 5; attempt++) {
            assertThat(signIn("ana", "guess " + attempt)).isInstanceOf(SignIns.Attempt.Refused.class);
        }
        // Even the right one is not compared while one has to wait, or guessing would go on.
        assertThat(signIn("ana", PASSWORD)).isEqualTo(new SignIns.Attempt.Slowed(Duration.ofSeconds(5)));
        clock.pass(Duration.ofSeconds(6));
        assertThat(signIn("ana", "guess")).isInstanceOf(SignIns.Attempt.Refused.class);
        assertThat(signIn("ana", PASSWORD)).isEqualTo(new SignIns.Attempt.Slowed(Duration.ofSeconds(10)));
        clock.pass(Duration.ofHours(-1));
        assertThat(signIn("ana", PASSWORD)).isInstanceOf(SignIns.Attempt.Slowed.class);
        clock.pass(Duration.ofSeconds(3_611));
        assertThat(signIn("ana", PASSWORD)).isInstanceOf(SignIns.Attempt.Welcome.class);
        assertThat(signIn("ana", "guess")).isInstanceOf(SignIns.Attempt.Refused.class);
    }

    @Test
    void one_address_cannot_try_many_logins() {
        administrator();
        int refused = 0;
        for (int login = 0; login < 40; login++) {
            refused += signIn("somebody" + login, "guess") instanceof SignIns.Attempt.Refused ? 1 : 0;
        }
        assertThat(refused).isEqualTo(30);
        assertThat(people.signIns().signIn("ana", PASSWORD, "192.0.2.99"))
                .as("from elsewhere")
                .isInstanceOf(SignIns.Attempt.Welcome.class);
    }

    @Test
    void the_count_of_an_address_falls_with_time_and_whoever_comes_in_does_not_keep_it_up() {
        administrator();
        for (int login = 0; login < 30; login++) {
            assertThat(signIn("somebody" + login, "guess")).isEqualTo(new SignIns.Attempt.Refused());
        }
        assertThat(signIn("ana", PASSWORD)).isInstanceOf(SignIns.Attempt.Slowed.class);
        for (int halfMinute = 0; halfMinute < 40; halfMinute++) {
            clock.pass(Duration.ofSeconds(30));
            assertThat(signIn("ana", PASSWORD)).as("after %d", halfMinute).isInstanceOf(SignIns.Attempt.Welcome.class);
        }
        int refused = 0;
        for (int login = 0; login < 40; login++) {
            refused += signIn("other" + login, "guess") instanceof SignIns.Attempt.Refused ? 1 : 0;
        }
        assertThat(refused).as("ten were left of the first thirty").isEqualTo(20);
    }

    @Tag("slow")
    @Test
    void an_address_that_goes_on_guessing_for_a_day_waits_no_longer_than_a_quarter_of_an_hour() {
        administrator();
        for (int attempt = 0; attempt < 24 * 60; attempt++) {
            signIn("somebody" + attempt, "guess");
            clock.pass(Duration.ofMinutes(1));
        }
        clock.pass(Duration.ofMinutes(15));
        assertThat(signIn("ana", PASSWORD)).isInstanceOf(SignIns.Attempt.Welcome.class);
    }

    @Test
    void who_has_come_in_from_an_address_does_so_again_whatever_others_mistype_there() {
        SignedIn ana = administrator();
        member(ana, "ben", "Ben Okoro");
        session("ana");
        int number = 0;
        while (signIn("somebody" + number, "guess") instanceof SignIns.Attempt.Refused) {
            number++;
        }
        assertThat(signIn("ben", PASSWORD)).as("not known here yet").isInstanceOf(SignIns.Attempt.Slowed.class);
        assertThat(signIn("ana", PASSWORD)).isInstanceOf(SignIns.Attempt.Welcome.class);
        long before = passwords.computed();
        assertThat(signIn("ana", "guess"))
                .as("told no more than of a login that is not known")
                .isEqualTo(signIn("ben", "guess"));
        assertThat(passwords.computed() - before).as("at the same cost").isEqualTo(2);
        for (int guess = 1; guess < 5; guess++) {
            assertThat(signIn("ana", "guess")).isInstanceOf(SignIns.Attempt.Slowed.class);
        }
        assertThat(signIn("ana", PASSWORD))
                .as("guessed at too often here, too")
                .isInstanceOf(SignIns.Attempt.Slowed.class);
    }

    @Test
    void guessing_from_elsewhere_does_not_keep_the_owner_out() {
        administrator();
        session("ana");
        for (int attempt = 0; attempt < 7; attempt++) {
            people.signIns().signIn("ana", "guess", "192.0.2.99");
        }
        assertThat(people.signIns().signIn("ana", PASSWORD, "192.0.2.99")).isInstanceOf(SignIns.Attempt.Slowed.class);
        assertThat(signIn("ana", PASSWORD)).isInstanceOf(SignIns.Attempt.Welcome.class);
    }

    @Test
    void an_address_is_forgotten_a_month_after_the_last_sign_in() {
        administrator();
        session("ana");
        clock.pass(Duration.ofDays(31));
        for (int attempt = 0; attempt < 7; attempt++) {
            people.signIns().signIn("ana", "guess", "192.0.2.99");
        }
        assertThat(signIn("ana", PASSWORD)).isInstanceOf(SignIns.Attempt.Slowed.class);
    }

    @Test
    void an_account_that_is_opened_again_has_no_tokens() {
        SignedIn ana = administrator();
        SignedIn ben = member(ana, "ben", "Ben Okoro");
        Secret token =
                people.tokens().issue(ben, "script", Tokens.Scope.READ, 30).secret();
        people.accounts().close(ana.id(), ben.id());
        people.accounts().reopen(ana.id(), ben.id());
        assertThat(signIn("ben", PASSWORD)).isInstanceOf(SignIns.Attempt.Welcome.class);
        assertThat(people.tokens().find(token)).isEmpty();
        assertThat(people.tokens().list(ben.id())).allMatch(Tokens.Token::revoked);
    }

    @Test
    void many_attempts_at_once_are_no_way_around() throws Exception {
        administrator();
        People other = process();
        List<SignIns.Attempt> all = atOnce(
                24, number -> (number % 2 == 0 ? people : other).signIns().signIn("ana", "guess " + number, HERE));
        assertThat(all.stream().filter(SignIns.Attempt.Refused.class::isInstance))
                .hasSize(5);
    }

    @Test
    void a_stronger_hash_is_made_at_the_next_sign_in() {
        administrator();
        people = process(clock, new Passwords.Strength(128, 2, 1));
        assertThat(signIn("ana", "wrong password")).isInstanceOf(SignIns.Attempt.Refused.class);
        assertThat(written("ana")).startsWith("$argon2id$v=19$m=64,t=1,p=1$");
        assertThat(signIn("ana", PASSWORD)).isInstanceOf(SignIns.Attempt.Welcome.class);
        assertThat(written("ana")).startsWith("$argon2id$v=19$m=128,t=2,p=1$");
        assertThat(signIn("ana", PASSWORD)).isInstanceOf(SignIns.Attempt.Welcome.class);
    }

    private String written(String login) {
        return opened.getFirst()
                .read(connection -> Sql.find(
                                connection,
                                row -> row.getString(1),
                                "SELECT password FROM account WHERE login_key = ?",
                                login)
                        .orElseThrow());
    }

    @Test
    void a_password_of_megabytes_costs_nothing_and_opens_nothing() {
        SignedIn ana = administrator();
        String large = "x".repeat(10_000_000);
        assertThat(signIn("ana", large)).isEqualTo(new SignIns.Attempt.Refused());
        assertThat(signIn(large, large)).isEqualTo(new SignIns.Attempt.Refused());
        Secret link = people.invitations().invite(ana, Optional.empty()).secret();
        assertThatThrownBy(() -> people.invitations().accept(link, new Newcomer("ben", "Ben", large)))
                .isInstanceOf(Failure.class);
        assertThatThrownBy(() -> people.invitations().accept(link, new Newcomer("ben", large, PASSWORD)))
                .isInstanceOf(Failure.class);
        assertThat(people.sessions().find(Secret.of(large))).isEmpty();
    }

    @Test
    void a_password_is_the_same_from_every_keyboard() {
        SignedIn ana = administrator();
        Secret link = people.invitations().invite(ana, Optional.empty()).secret();
        people.invitations().accept(link, new Newcomer("ben", "Ben", "naïve café au lait"));
        assertThat(signIn("ben", "nai\u0308ve cafe\u0301 au\u00a0lait")).isInstanceOf(SignIns.Attempt.Welcome.class);
    }

    @Test
    void who_changes_the_password_stays_and_all_others_go() {
        administrator();
        Secret here = session("ana");
        Secret there = session("ana");
        SignedIn ana = people.sessions().find(here).orElseThrow();
        assertThatThrownBy(() -> people.signIns().changePassword(ana, "wrong", "another good password", HERE))
                .isInstanceOf(Failure.class);
        Secret next = people.signIns().changePassword(ana, PASSWORD, "another good password", HERE);
        assertThat(people.sessions().find(next)).isPresent();
        assertThat(people.sessions().find(here)).isEmpty();
        assertThat(people.sessions().find(there)).isEmpty();
        assertThat(signIn("ana", PASSWORD)).isInstanceOf(SignIns.Attempt.Refused.class);
        assertThat(signIn("ana", "another good password")).isInstanceOf(SignIns.Attempt.Welcome.class);
    }

    @Test
    void an_administrator_resets_a_password_by_a_link_and_never_knows_it() {
        SignedIn ana = administrator();
        SignedIn ben = member(ana, "ben", "Ben");
        Secret session = session("ben");
        Secret token =
                people.tokens().issue(ben, "script", Tokens.Scope.READ, 30).secret();
        assertThatThrownBy(() -> people.signIns().offerReset(ben, ana.id()))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("administrators");
        Secret withdrawn = people.signIns().offerReset(ana, ben.id());
        Secret link = people.signIns().offerReset(ana, ben.id());
        assertThatThrownBy(() -> people.signIns().reset(withdrawn, "brand new password"))
                .isInstanceOf(DeadLink.class);
        assertThat(people.sessions().find(session))
                .as("an offer alone changes nothing")
                .isPresent();
        assertThatThrownBy(() -> people.signIns().reset(link, "short")).isInstanceOf(Failure.class);
        people.signIns().reset(link, "brand new password");
        assertThat(people.sessions().find(session)).isEmpty();
        assertThat(people.tokens().find(token)).isEmpty();
        assertThat(signIn("ben", PASSWORD)).isInstanceOf(SignIns.Attempt.Refused.class);
        assertThat(signIn("ben", "brand new password")).isInstanceOf(SignIns.Attempt.Welcome.class);
        assertThatThrownBy(() -> people.signIns().reset(link, "once more a password"))
                .isInstanceOf(DeadLink.class);
    }

    @Test
    void an_offer_of_a_new_password_lasts_neither_into_administering_nor_beyond_it() {
        SignedIn ana = administrator();
        SignedIn ben = member(ana, "ben", "Ben");
        SignedIn program = people.tokens()
                .find(people.tokens()
                        .issue(ana, "administers", Tokens.Scope.ADMINISTER, 1)
                        .secret())
                .orElseThrow();
        Secret kept = people.signIns().offerReset(program, ben.id());
        people.accounts().administer(ana.id(), ben.id(), true);
        assertThatThrownBy(() -> people.signIns().reset(kept, "password of a thief"))
                .as("what a token offered to a member opens no administrator")
                .isInstanceOf(DeadLink.class);
        assertThatThrownBy(() -> people.signIns().offerReset(program, ben.id()))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("an account that administers");

        Secret backDoor = people.signIns().offerReset(signedIn(ben.id()), ana.id());
        people.accounts().administer(ana.id(), ben.id(), false);
        assertThatThrownBy(() -> people.signIns().reset(backDoor, "password of a thief"))
                .as("whoever administers no more has kept no key to who does")
                .isInstanceOf(DeadLink.class);

        people.accounts().administer(ana.id(), ben.id(), true);
        Secret another = people.signIns().offerReset(signedIn(ben.id()), ana.id());
        people.accounts().close(ana.id(), ben.id());
        assertThatThrownBy(() -> people.signIns().reset(another, "password of a thief"))
                .isInstanceOf(DeadLink.class);
    }

    @Test
    void a_token_takes_no_invitation_of_an_administrator_back() {
        SignedIn ana = administrator();
        SignedIn program = people.tokens()
                .find(people.tokens()
                        .issue(ana, "administers", Tokens.Scope.ADMINISTER, 1)
                        .secret())
                .orElseThrow();
        Invitation.Issued rescue = people.invitations().inviteAdministrator();
        assertThatThrownBy(() -> people.invitations()
                        .withdraw(program, rescue.invitation().id()))
                .isInstanceOf(Failure.class);
        assertThat(people.invitations().look(rescue.secret()).administrator()).isTrue();
        people.invitations().withdraw(ana, rescue.invitation().id());
        assertThatThrownBy(() -> people.invitations().look(rescue.secret())).isInstanceOf(DeadLink.class);
    }

    @Test
    void nobody_is_reached_in_the_place_of_another_by_signing_in_with_that_ones_id() {
        SignedIn ana = administrator();
        SignedIn ben = member(ana, "ben", "Ben");
        SignedIn eve = member(ana, ben.id().toString(), "Aaron");
        assertThat(people.accounts().list().getFirst().id())
                .as("the one who stands first")
                .isEqualTo(eve.id());
        assertThat(people.accounts().called(ben.id().toString()))
                .map(Account::id)
                .contains(ben.id());
        assertThat(people.accounts().called(ben.id().toString().toUpperCase(Locale.ROOT)))
                .map(Account::id)
                .contains(ben.id());
    }

    @Test
    void tokens_expire_are_revoked_and_cannot_make_tokens() {
        SignedIn ana = administrator();
        Tokens.Issued reading = people.tokens().issue(ana, "reads", Tokens.Scope.READ, 1);
        Tokens.Issued writing = people.tokens().issue(ana, "writes", Tokens.Scope.WRITE, 30);
        assertThat(reading.secret().reveal()).startsWith("salus_").hasSize(49);
        SignedIn program = people.tokens().find(reading.secret()).orElseThrow();
        assertThat(program.mayWrite()).isFalse();
        assertThat(people.tokens().find(writing.secret()).orElseThrow().mayWrite())
                .isTrue();
        assertThatThrownBy(() -> people.tokens().issue(program, "more", Tokens.Scope.WRITE, 1))
                .isInstanceOf(Failure.class);
        clock.pass(Duration.ofDays(1));
        assertThat(people.tokens().find(reading.secret())).isEmpty();
        SignedIn ben = member(ana, "ben", "Ben");
        assertThatThrownBy(() -> people.tokens().revoke(ben, writing.token().id()))
                .isInstanceOf(Failure.class);
        assertThat(people.tokens().find(writing.secret())).isPresent();
        people.tokens().revoke(ana, writing.token().id());
        assertThat(people.tokens().find(writing.secret())).isEmpty();
    }

    @Test
    void a_token_administers_only_if_an_administrator_made_it_for_that() {
        SignedIn ana = administrator();
        SignedIn ben = member(ana, "ben", "Ben");
        SignedIn writing = people.tokens()
                .find(people.tokens()
                        .issue(ana, "writes", Tokens.Scope.WRITE, 1)
                        .secret())
                .orElseThrow();
        assertThatThrownBy(writing::mustAdminister).isInstanceOf(Failure.class);
        assertThatThrownBy(() -> new Administrator(writing)).isInstanceOf(Failure.class);
        assertThatThrownBy(() -> people.signIns().offerReset(writing, ben.id())).isInstanceOf(Failure.class);
        assertThatThrownBy(() -> people.tokens().issue(ben, "administers", Tokens.Scope.ADMINISTER, 1))
                .isInstanceOf(Failure.class);
        Secret secret = people.tokens()
                .issue(ana, "administers", Tokens.Scope.ADMINISTER, 1)
                .secret();
        SignedIn program = people.tokens().find(secret).orElseThrow();
        assertThat(program.mayWrite()).isTrue();
        assertThat(new Administrator(program).id()).isEqualTo(ana.id());
        assertThatThrownBy(program::mustBeHere).isInstanceOf(Failure.class);
        assertThat(people.invitations()
                        .invite(program, Optional.empty())
                        .invitation()
                        .forKnown())
                .as("an invitation to the server makes an account")
                .isFalse();
        people.accounts().administer(ana.id(), ben.id(), true);
        people.accounts().administer(ben.id(), ana.id(), false);
        assertThat(people.tokens().find(secret)).isEmpty();
    }

    @Test
    void a_token_that_lost_its_right_to_administer_stays_dead_when_its_owner_administers_again() {
        SignedIn ana = administrator();
        SignedIn ben = member(ana, "ben", "Ben");
        Secret administers = people.tokens()
                .issue(ana, "administers", Tokens.Scope.ADMINISTER, 1)
                .secret();
        Secret writes =
                people.tokens().issue(ana, "writes", Tokens.Scope.WRITE, 1).secret();
        people.accounts().administer(ana.id(), ana.id(), true);
        assertThat(people.tokens().find(administers)).as("nothing changed").isPresent();
        people.accounts().administer(ana.id(), ben.id(), true);
        people.accounts().administer(ben.id(), ana.id(), false);
        assertThat(people.tokens().find(administers)).isEmpty();
        people.accounts().administer(ben.id(), ana.id(), true);
        assertThat(people.tokens().find(administers)).isEmpty();
        assertThat(people.tokens().find(writes)).as("it lost nothing").isPresent();
    }

    @Test
    void a_link_to_administer_ends_what_was_offered_for_the_account_before() {
        SignedIn ana = administrator();
        SignedIn ben = member(ana, "ben", "Ben");
        SignedIn program = people.tokens()
                .find(people.tokens()
                        .issue(ana, "administers", Tokens.Scope.ADMINISTER, 1)
                        .secret())
                .orElseThrow();
        Secret offered = people.signIns().offerReset(program, ben.id());
        people.invitations().accept(people.invitations().inviteAdministrator().secret(), ben);
        assertThatThrownBy(() -> people.signIns().reset(offered, "password of a thief"))
                .isInstanceOf(DeadLink.class);
    }

    @Test
    void a_calendar_has_one_address_for_each_account_and_it_opens_nothing_else() {
        SignedIn ana = administrator();
        SignedIn ben = member(ana, "ben", "Ben");
        WorkspaceId workspace = WorkspaceId.fresh();
        Secret first = people.feeds().make(ben, workspace);
        Secret second = people.feeds().make(ben, workspace);
        Secret anas = people.feeds().make(ana, workspace);
        assertThat(people.feeds().find(first))
                .as("another one withdraws the first")
                .isEmpty();
        assertThat(people.feeds().find(second)).hasValueSatisfying(feed -> {
            assertThat(feed.account()).isEqualTo(ben.id());
            assertThat(feed.workspace()).isEqualTo(workspace);
        });
        assertThat(people.tokens().find(second)).isEmpty();
        assertThat(people.sessions().find(second)).isEmpty();
        Secret token =
                people.tokens().issue(ben, "script", Tokens.Scope.WRITE, 30).secret();
        assertThat(people.feeds().find(token)).isEmpty();
        SignedIn program = people.tokens().find(token).orElseThrow();
        assertThatThrownBy(() -> people.feeds().make(program, workspace)).isInstanceOf(Failure.class);
        people.feeds().withdraw(ben, workspace);
        people.feeds().withdraw(ben, workspace);
        assertThat(people.feeds().find(second)).isEmpty();
        assertThat(people.feeds().since(ben.id(), workspace)).isEmpty();
        assertThat(people.feeds().find(anas)).isPresent();
    }

    @Test
    void mail_is_told_once_by_whoever_claims_it_first_and_again_if_it_was_refused() {
        SignedIn ana = administrator();
        SignedIn ben = member(ana, "ben", "Ben");
        people.mails().choose(ben, "ben@example.org", MailRhythm.DAILY, Locale.FRENCH);
        Mails.Choice fresh = people.mails().of(ben.id()).orElseThrow();
        assertThat(people.mails().open(clock.instant())).as("not confirmed yet").isEmpty();
        assertThat(people.mails().claim(fresh, List.of("a"), List.of("a"), clock.instant()))
                .as("not confirmed yet")
                .isFalse();
        assertThat(people.mails().confirm(people.mails().claimLink(fresh).orElseThrow()))
                .isTrue();
        Mails.Choice choice = people.mails().of(ben.id()).orElseThrow();
        assertThat(choice.language()).isEqualTo(Locale.FRENCH);
        assertThat(people.mails().open(clock.instant())).containsExactly(choice);
        Mails other = process().mails();
        assertThat(other.claim(choice, List.of("a", "b"), List.of("a"), clock.instant()))
                .isTrue();
        assertThat(people.mails().claim(choice, List.of("a", "b"), List.of("a"), clock.instant()))
                .as("claimed by another process already")
                .isFalse();
        assertThat(people.mails().told(ben.id(), List.of("a", "b"))).containsExactly("a");

        other.refused(choice, List.of("a"), "unreachable", clock.instant());
        assertThat(people.mails().told(ben.id(), List.of("a", "b"))).isEmpty();
        assertThat(people.mails().open(clock.instant())).as("a pause first").isEmpty();
        assertThat(people.mails().state().waiting()).isEqualTo(1);
        clock.pass(Duration.ofMinutes(5));
        Mails.Choice again = people.mails().open(clock.instant()).getFirst();
        assertThat(again.digestAt()).isEqualTo(choice.digestAt());
        assertThat(people.mails().claim(again, List.of("a", "b"), List.of("a"), clock.instant()))
                .isTrue();
        people.mails().sent(again, clock.instant());
        assertThat(people.mails().state().waiting()).isZero();
        assertThat(people.mails().state().sent()).contains(clock.instant());
        assertThat(people.mails().state().trouble()).isEqualTo("unreachable");
    }

    private MailConfirmation confirmation(SignedIn who) {
        return people.mails().of(who.id()).orElseThrow().confirmation();
    }

    /** The link that is sent, as if the server for mail had taken it. */
    private Secret link(SignedIn who) {
        Mails.Choice choice = people.mails().of(who.id()).orElseThrow();
        Secret link = people.mails().claimLink(choice).orElseThrow();
        people.mails().linkSent(choice, clock.instant());
        return link;
    }

    @Test
    void an_address_is_confirmed_once_in_time_by_the_latest_link_and_anew_when_it_changes() {
        SignedIn ana = administrator();
        SignedIn ben = member(ana, "ben", "Ben");
        Mails mails = people.mails();
        mails.choose(ben, "ben@example.org", MailRhythm.DAILY, Locale.ENGLISH);
        assertThat(confirmation(ben)).isEqualTo(MailConfirmation.TO_BE_SENT);
        assertThat(mails.unconfirmed(clock.instant())).hasSize(1);
        Mails.Choice seenByBoth = mails.of(ben.id()).orElseThrow();
        Secret first = link(ben);
        assertThat(process().mails().claimLink(seenByBoth))
                .as("another process sends no second one")
                .isEmpty();
        assertThat(confirmation(ben)).isEqualTo(MailConfirmation.SENT);
        assertThat(mails.unconfirmed(clock.instant())).isEmpty();

        clock.pass(MailConfirmation.LIFE);
        assertThat(confirmation(ben)).isEqualTo(MailConfirmation.EXPIRED);
        assertThat(mails.confirm(first)).as("expired").isFalse();
        mails.choose(ben, "ben@example.org", MailRhythm.DAILY, Locale.ENGLISH);
        Secret second = link(ben);
        mails.choose(ben, "ben@example.org", MailRhythm.DAILY, Locale.ENGLISH);
        Secret third = link(ben);
        assertThat(mails.confirm(second)).as("replaced").isFalse();
        assertThat(mails.confirm(third)).isTrue();
        assertThat(mails.confirm(third)).as("used").isFalse();
        mails.choose(ben, "ben@example.org", MailRhythm.WEEKLY, Locale.ENGLISH);
        assertThat(confirmation(ben)).isEqualTo(MailConfirmation.CONFIRMED);

        mails.choose(ben, "new@example.org", MailRhythm.WEEKLY, Locale.ENGLISH);
        assertThat(confirmation(ben)).isEqualTo(MailConfirmation.TO_BE_SENT);
        assertThat(mails.open(clock.instant())).isEmpty();
        Secret toNew = link(ben);
        mails.choose(ben, "ben@example.org", MailRhythm.WEEKLY, Locale.ENGLISH);
        assertThat(mails.confirm(toNew))
                .as("who reads the new address says nothing of the old")
                .isFalse();
        Secret last = link(ben);
        people.accounts().close(ana.id(), ben.id());
        assertThat(mails.confirm(last)).as("closed").isFalse();
    }

    @Test
    void nobody_has_boxes_filled_with_links() {
        SignedIn ana = administrator();
        SignedIn ben = member(ana, "ben", "Ben");
        Mails mails = people.mails();
        for (int i = 0; i < 3; i++) {
            mails.choose(ben, "victim@example.org", MailRhythm.DAILY, Locale.ENGLISH);
            link(ben);
        }
        mails.choose(ana, "Victim@example.org", MailRhythm.DAILY, Locale.ENGLISH);
        assertThat(confirmation(ana)).as("nobody learns that others asked").isEqualTo(MailConfirmation.TO_BE_SENT);
        assertThat(mails.claimLink(mails.of(ana.id()).orElseThrow())).isEmpty();
        assertThat(mails.unconfirmed(clock.instant())).as("put off").isEmpty();
        clock.pass(Duration.ofDays(1));
        assertThat(mails.unconfirmed(clock.instant())).hasSize(1);
        link(ana);

        for (int i = 0; i < 5; i++) {
            mails.choose(ben, i + "@example.org", MailRhythm.DAILY, Locale.ENGLISH);
        }
        assertThatThrownBy(() -> mails.choose(ben, "6@example.org", MailRhythm.DAILY, Locale.ENGLISH))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("Try again tomorrow");
        mails.choose(ben, "", MailRhythm.NONE, Locale.ENGLISH);
        assertThatThrownBy(() -> mails.choose(ben, "7@example.org", MailRhythm.DAILY, Locale.ENGLISH))
                .as("ending mail begins no new count")
                .isInstanceOf(Failure.class);
        clock.pass(Duration.ofDays(1));
        mails.choose(ben, "7@example.org", MailRhythm.DAILY, Locale.ENGLISH);
    }

    @Test
    void a_program_chooses_how_often_mail_comes_and_never_where_to() {
        SignedIn ana = administrator();
        SignedIn program = people.tokens()
                .find(people.tokens()
                        .issue(ana, "script", Tokens.Scope.WRITE, 30)
                        .secret())
                .orElseThrow();
        assertThatThrownBy(() -> people.mails().choose(program, "else@example.org", MailRhythm.DAILY, Locale.ENGLISH))
                .isInstanceOf(Failure.class);
        people.mails().choose(ana, "ana@example.org", MailRhythm.DAILY, Locale.ENGLISH);
        String key = people.mails().of(ana.id()).orElseThrow().stopKey();
        people.mails().choose(program, "ana@example.org", MailRhythm.WEEKLY, Locale.ENGLISH);
        assertThat(people.mails().of(ana.id()).orElseThrow().rhythm()).isEqualTo(MailRhythm.WEEKLY);
        assertThat(people.mails().of(ana.id()).orElseThrow().stopKey()).isEqualTo(key);
        people.mails().choose(ana, "new@example.org", MailRhythm.WEEKLY, Locale.ENGLISH);
        people.mails().stop(key);
        assertThat(people.mails().of(ana.id()))
                .as("a key from the former address")
                .isPresent();
        people.mails().stop(people.mails().of(ana.id()).orElseThrow().stopKey());
        assertThat(people.mails().of(ana.id())).isEmpty();
    }

    @Test
    void addresses_of_calendars_end_with_the_account_and_with_a_lost_password() {
        SignedIn ana = administrator();
        SignedIn ben = member(ana, "ben", "Ben");
        WorkspaceId workspace = WorkspaceId.fresh();
        Secret feed = people.feeds().make(ben, workspace);
        people.signIns().reset(people.signIns().offerReset(ana, ben.id()), "brand new password");
        assertThat(people.feeds().find(feed)).isEmpty();
        Secret another = people.feeds().make(ben, workspace);
        people.accounts().close(ana.id(), ben.id());
        assertThat(people.feeds().find(another)).isEmpty();
        people.accounts().reopen(ana.id(), ben.id());
        assertThat(people.feeds().find(another)).isEmpty();
    }

    @Test
    void a_closed_account_is_out_at_once_and_somebody_always_administers() {
        SignedIn ana = administrator();
        SignedIn ben = member(ana, "ben", "Ben");
        Secret session = session("ben");
        Secret token =
                people.tokens().issue(ben, "script", Tokens.Scope.READ, 30).secret();
        people.accounts().close(ana.id(), ben.id());
        assertThat(people.sessions().find(session)).isEmpty();
        assertThat(people.tokens().find(token)).isEmpty();
        assertThat(signIn("ben", PASSWORD)).isEqualTo(new SignIns.Attempt.Refused());
        people.accounts().reopen(ana.id(), ben.id());
        assertThat(people.sessions().find(session)).isEmpty();
        assertThat(signIn("ben", PASSWORD)).isInstanceOf(SignIns.Attempt.Welcome.class);
        assertThatThrownBy(() -> people.accounts().close(ana.id(), ana.id()))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("Nobody would be left");
        assertThatThrownBy(() -> people.accounts().administer(ana.id(), ana.id(), false))
                .isInstanceOf(Failure.class);
        people.accounts().administer(ana.id(), ben.id(), true);
        people.accounts().administer(ben.id(), ana.id(), false);
        assertThat(people.accounts().get(ana.id()).administrator()).isFalse();
    }

    @Test
    void two_administrators_cannot_end_one_another_at_once() throws Exception {
        SignedIn ana = administrator();
        SignedIn ben = member(ana, "ben", "Ben");
        people.accounts().administer(ana.id(), ben.id(), true);
        People other = process();
        List<Boolean> done = atOnce(2, number -> {
            try {
                if (number == 0) {
                    people.accounts().administer(ana.id(), ben.id(), false);
                } else {
                    other.accounts().administer(ben.id(), ana.id(), false);
                }
                return true;
            } catch (Failure last) {
                return false;
            }
        });
        assertThat(done).containsExactlyInAnyOrder(true, false);
        assertThat(people.accounts().isAdministered()).isTrue();
    }

    @Test
    void an_owner_invites_into_the_workspace_and_the_own_organisation_only() {
        SignedIn ana = administrator();
        SignedIn owner = member(ana, "ben", "Ben");
        Organisation ours = people.organisations().add(ana.id(), "Embassy");
        Organisation others = people.organisations().add(ana.id(), "Ministry");
        people.accounts().place(ana.id(), owner.id(), Optional.of(ours.id()));
        owner = signedIn(owner.id());
        Database database = place.open();
        opened.add(database);
        Workspaces workspaces = Workspaces.open(database, Kinds.of(List.of()), clock);
        Workspace workspace = workspaces.found(
                new Charter("Zubara", List.of("XZU"), "", "SSR", Optional.empty()),
                owner.id(),
                "Ben",
                Optional.of(ours.id()),
                ours.name());
        Invitation.Issued issued = people.invitations()
                .invite(owner, workspace.view(owner.id()), Role.CONTRIBUTOR, Optional.of(ours.id()));
        SignedIn by = owner;
        assertThatThrownBy(() ->
                        people.invitations().invite(by, workspace.view(by.id()), Role.READER, Optional.of(others.id())))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("own organisation");
        AccountId joined = people.invitations().accept(issued.secret(), new Newcomer("eve", "Eve", PASSWORD));
        assertThat(people.accounts().get(joined).organisation()).contains(ours);
        assertThat(people.invitations().accepted(joined))
                .singleElement()
                .satisfies(invitation ->
                        assertThat(invitation.into()).contains(new Invitation.Into(workspace.id(), Role.CONTRIBUTOR)));
        people.invitations().settle(people.invitations().accepted(joined).getFirst());
        assertThat(people.invitations().accepted(joined)).isEmpty();
        assertThat(people.audit().of(workspace.id(), Optional.empty(), 10))
                .extracting(Deed::what)
                .containsExactly(Deed.What.INVITATION_ACCEPTED, Deed.What.INVITED);
    }

    @Test
    void another_server_vouches_for_those_who_were_invited() {
        SignedIn ana = administrator();
        SingleSignOns.Vouched eve = new SingleSignOns.Vouched("https://id.example.org", "12345", "Eve");
        assertThat(people.singleSignOns().signIn(eve, false)).isEmpty();
        Secret link = people.invitations().invite(ana, Optional.empty()).secret();
        SingleSignOns.Welcome welcome = people.singleSignOns().accept(link, eve);
        assertThat(people.sessions().find(welcome.session()).orElseThrow().id()).isEqualTo(welcome.account());
        assertThat(people.singleSignOns().signIn(eve, false).orElseThrow().account())
                .isEqualTo(welcome.account());
        assertThat(people.singleSignOns()
                        .signIn(new SingleSignOns.Vouched("https://other.example.org", "12345", "Eve"), false))
                .isEmpty();
        people.accounts().close(ana.id(), welcome.account());
        assertThat(people.singleSignOns().signIn(eve, true)).isEmpty();
    }

    @Test
    void an_errand_is_fetched_once() {
        Secret secret = people.singleSignOns().keep("back to /countries/BDI", Duration.ofMinutes(10));
        assertThat(people.singleSignOns().fetch(secret)).contains("back to /countries/BDI");
        assertThat(people.singleSignOns().fetch(secret)).isEmpty();
        Secret late = people.singleSignOns().keep("x", Duration.ofMinutes(10));
        clock.pass(Duration.ofMinutes(11));
        assertThat(people.singleSignOns().fetch(late)).isEmpty();
    }

    @Test
    void what_was_done_is_numbered_without_gaps_and_holds_no_names() throws Exception {
        SignedIn ana = administrator();
        member(ana, "eve@example.org", "Eve Example");
        atOnce(8, number -> signIn("eve@example.org", number % 2 == 0 ? PASSWORD : "wrong"));
        List<Deed> deeds = people.audit().ofServer(Optional.empty(), 1_000);
        assertThat(deeds.getLast().place()).isEqualTo(1);
        for (int place = 0; place < deeds.size(); place++) {
            assertThat(deeds.get(place).place()).isEqualTo(deeds.size() - place);
        }
        assertThat(deeds.toString()).doesNotContain("eve@", "Eve", "Ruiz", HERE);
        assertThat(people.audit().ofServer(Optional.of(3L), 10))
                .extracting(Deed::place)
                .containsExactly(2L, 1L);
    }

    @Test
    void no_secret_is_kept_as_it_is() {
        String alone = people.alone().link().reveal();
        SignedIn ana = administrator();
        List<String> secrets = List.of(
                PASSWORD,
                alone,
                session("ana").reveal(),
                people.tokens().issue(ana, "t", Tokens.Scope.READ, 3).secret().reveal(),
                people.invitations().invite(ana, Optional.empty()).secret().reveal(),
                people.signIns().offerReset(ana, ana.id()).reveal(),
                people.singleSignOns().keep("body", Duration.ofMinutes(1)).reveal());
        String everything = opened.getFirst().read(connection -> {
            StringBuilder all = new StringBuilder();
            for (String table :
                    List.of("account", "session", "one_time_link", "api_token", "attempt", "errand", "deed")) {
                for (List<String> row : Sql.list(
                        connection,
                        found -> {
                            List<String> cells = new ArrayList<>();
                            for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                                cells.add(String.valueOf(found.getString(i)));
                                byte[] bytes =
                                        found.getMetaData().getColumnName(i).matches("digest|subject")
                                                ? found.getBytes(i)
                                                : new byte[0];
                                cells.add(new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1));
                            }
                            return cells;
                        },
                        "SELECT * FROM " + table)) {
                    all.append(row);
                }
            }
            return all.toString();
        });
        assertThat(everything).contains("$argon2id$");
        for (String secret : secrets) {
            assertThat(everything).doesNotContain(secret);
        }
        assertThat(people.alone().link()).hasToString("Secret[…]");
        assertThat(new Newcomer("x", "y", PASSWORD).toString()).doesNotContain(PASSWORD);
    }

    private interface Numbered<T> {
        T of(int number) throws Exception;
    }

    private static <T> List<T> atOnce(int many, Numbered<T> task) throws ExecutionException, InterruptedException {
        try (ExecutorService threads = Executors.newFixedThreadPool(many)) {
            List<Callable<T>> tasks = new ArrayList<>();
            for (int number = 0; number < many; number++) {
                int own = number;
                tasks.add(() -> task.of(own));
            }
            List<T> all = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(tasks)) {
                all.add(future.get());
            }
            return all;
        }
    }
}
