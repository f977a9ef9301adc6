package org.salus.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.RunningTeam;
import org.salus.Salus;
import org.salus.Visitor;
import org.salus.frame.cli.CommandDoor;
import org.salus.framework.Failure;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Member;
import org.salus.ledger.Outcome;
import org.salus.ledger.Role;
import org.salus.ledger.Sensitivity;
import org.salus.ledger.Workspace;
import org.salus.people.MailConfirmation;
import org.salus.people.MailRhythm;
import org.salus.people.Mails;
import org.salus.people.Secret;
import org.salus.people.Tokens;

/** Mail tells that something concerns somebody and never what; it is sent once, tried again where it was refused, and ended by whoever has it. Against a real server that speaks SMTP. */
@Tag("slow")
class MailTest {
    private static final String ADDRESS = "ben@example.org";

    @TempDir
    Path folder;

    private SmallSmtp smtp;
    private RunningTeam team;
    private Workspace workspace;
    private AccountId ana;
    private AccountId ben;
    private Item<Source> law;

    @BeforeEach
    void start() throws Exception {
        smtp = new SmallSmtp();
        team = started();
        AccountId administrator = team.administrator("admin", "Admin");
        ana = team.account(administrator, "ana", "Canary Ana");
        ben = team.account(administrator, "ben", "Ben");
        workspace = team.workspaces()
                .found(
                        new Charter("Canary workspace", List.of("XZU"), "", "", Optional.empty()),
                        ana,
                        "Canary Ana",
                        Optional.empty(),
                        "");
        put(new Item<>(
                new ItemId(ben.value()),
                Member.KIND,
                Sensitivity.forMembers(),
                List.of(),
                new Member("Ben", Optional.empty(), "", Role.CONTRIBUTOR),
                Set.of()));
        law = Item.fresh(Source.KIND, Source.of(SourceType.LAW, "Canary title"));
        put(law);
    }

    @AfterEach
    void stop() throws IOException {
        team.close();
        smtp.close();
    }

    private RunningTeam started() throws IOException {
        return RunningTeam.start(
                folder,
                "requests-per-minute = 1000000",
                "mail.host = localhost",
                "mail.port = " + smtp.port(),
                "mail.security = none",
                "mail.from = salus@example.org");
    }

    private void put(Item<?> item) {
        // Asked for again, since a server that was started again has another one.
        assertThat(team.workspaces().get(workspace.id()).append(ana, new Edit.Put(item)))
                .isInstanceOf(Outcome.Accepted.class);
    }

    private void mention(String text) {
        put(Item.fresh(Comment.KIND, new Comment(law.id(), ana, text, new TreeSet<>(Set.of(ben)), false)));
    }

    /** Chooses, and confirms the address by the mail that comes; the server for mail forgets about it. */
    private void choose(MailRhythm rhythm) {
        team.people().mails().choose(team.as(ben), ADDRESS, rhythm, Locale.ENGLISH);
        assertThat(roundAfter(Duration.ZERO)).isEqualTo(1);
        assertThat(team.people().mails().confirm(Secret.of(linkIn(smtp.taken().getLast()))))
                .isTrue();
        smtp.forget();
    }

    /** What opens the link of a mail that asks to confirm an address. */
    private static String linkIn(String mail) {
        // Accented texts come as quoted-printable lines.
        String unfolded = mail.replace("=\n", "").replace("=3D", "=");
        Matcher key = Pattern.compile("/mail/confirm\\?key=([\\w-]{43})").matcher(unfolded);
        assertThat(key.find()).as(mail).isTrue();
        return key.group(1);
    }

    @Test
    void nothing_but_a_link_goes_to_an_address_until_whoever_reads_it_confirms_it() throws Exception {
        Visitor visitor = team.signedIn("ben");
        visitor.get("/account");
        visitor.post("/account/mail", "address", ADDRESS, "rhythm", "at-once");
        assertThat(visitor.get("/account").body()).contains("Your address is not confirmed.", "is on its way");
        mention("@Ben canary text");
        assertThat(roundAfter(Duration.ZERO)).isEqualTo(1);
        assertThat(roundAfter(Duration.ofHours(50)))
                .as("neither twice nor anything else")
                .isZero();
        assertThat(smtp.taken()).hasSize(1);
        String mail = smtp.taken().getFirst();
        assertThat(mail)
                .contains("To: " + ADDRESS, "Subject: Confirm this address", "It works once, for 2 days:")
                .contains("If it was not you, do nothing");
        assertThat(mail.replace(ADDRESS, "").toLowerCase(Locale.ROOT)).doesNotContain("canary", "ben", "ana", "remark");
        assertThat(visitor.get("/account").body()).contains("Open the link in the mail that was sent there");
        assertThat(visitor.get("/api/v1/notifications/mail").body()).contains("\"confirmation\":\"sent\"");
        assertThat(said(
                        "notifications",
                        "--team",
                        folder.resolve("team.settings").toString(),
                        "--data",
                        folder.resolve("data").toString(),
                        "--account",
                        "ben"))
                .contains("Your address is not confirmed.");

        Visitor stranger = team.visitor();
        String asking = stranger.get("/mail/confirm?key=" + linkIn(mail)).body();
        assertThat(asking).contains("Confirm this address").doesNotContain(ADDRESS, "Ben");
        assertThat(roundAfter(Duration.ofHours(50)))
                .as("looking confirms nothing")
                .isZero();
        HttpResponse<String> confirmed = stranger.post("/mail/confirm", "key", linkIn(mail));
        assertThat(confirmed.statusCode()).isEqualTo(200);
        assertThat(confirmed.body()).contains("The address is confirmed").doesNotContain(ADDRESS, "Ben");
        assertThat(visitor.get("/api/v1/notifications/mail").body()).contains("\"confirmation\":\"confirmed\"");
        assertThat(roundAfter(Duration.ofMinutes(1))).isEqualTo(1);
        assertThat(smtp.taken().getLast()).contains("One remark asks you to look.");

        HttpResponse<String> again = stranger.post("/mail/confirm", "key", linkIn(mail));
        HttpResponse<String> unknown = stranger.post("/mail/confirm", "key", "x".repeat(43));
        assertThat(again.statusCode()).isEqualTo(410);
        assertThat(again.body()).contains("confirms nothing").isEqualTo(unknown.body());
    }

    @Test
    void a_link_is_opened_by_somebody_signed_in_as_by_anybody() throws Exception {
        team.people().mails().choose(team.as(ben), ADDRESS, MailRhythm.DAILY, Locale.FRENCH);
        roundAfter(Duration.ZERO);
        String mail = smtp.taken().getFirst();
        assertThat(mail).contains("Subject: Confirmez cette adresse");
        Visitor other = team.signedIn("ana");
        other.get("/mail/confirm?key=" + linkIn(mail));
        assertThat(other.post("/mail/confirm", "key", linkIn(mail)).body())
                .contains("The address is confirmed")
                .doesNotContain(ADDRESS);
        assertThat(team.people().mails().of(ben).orElseThrow().confirmation()).isEqualTo(MailConfirmation.CONFIRMED);
    }

    @Test
    void a_link_that_the_server_for_mail_refused_is_sent_again_later() {
        team.people().mails().choose(team.as(ben), ADDRESS, MailRhythm.DAILY, Locale.ENGLISH);
        smtp.answerReceivers("451 later");
        assertThat(roundAfter(Duration.ZERO)).isZero();
        assertThat(team.people().mails().of(ben).orElseThrow().confirmation()).isEqualTo(MailConfirmation.TO_BE_SENT);
        smtp.answerReceivers("250 OK");
        assertThat(roundAfter(Duration.ofMinutes(1))).as("too early").isZero();
        assertThat(roundAfter(Duration.ofMinutes(6))).isEqualTo(1);
        assertThat(team.people().mails().confirm(Secret.of(linkIn(smtp.taken().getLast()))))
                .isTrue();
    }

    /** Goes round as if it were so much later. */
    private int roundAfter(Duration later) {
        return new MailRounds(
                        team.server().context().getBean(Mailing.class).server().orElseThrow(),
                        team.server().address(),
                        team.people(),
                        team.workspaces(),
                        Salus.faces(),
                        InstantSource.fixed(Instant.now().plus(later)))
                .round();
    }

    @Test
    void a_digest_tells_how_many_and_never_what_and_is_sent_once() throws Exception {
        choose(MailRhythm.DAILY);
        mention("@Ben canary text");
        mention("@Ben canary again");
        assertThat(roundAfter(Duration.ZERO)).as("before the next morning").isZero();
        assertThat(roundAfter(Duration.ofHours(25))).isEqualTo(1);
        assertThat(smtp.taken()).hasSize(1);
        String mail = smtp.taken().getFirst();
        assertThat(mail)
                .contains("To: " + ADDRESS, "From: salus@example.org", "Auto-Submitted: auto-generated", "Date: ")
                .contains("Subject: 2 things for you in Salus", "2 remarks ask you to look.")
                .contains("/notifications", "List-Unsubscribe: <http");
        assertThat(mail.toLowerCase(Locale.ROOT))
                .doesNotContain("canary")
                .doesNotContain(workspace.id().toString(), law.id().toString());

        team.close();
        team = started();
        assertThat(roundAfter(Duration.ofHours(26))).as("after a restart").isZero();
        assertThat(roundAfter(Duration.ofHours(50))).as("the next day").isZero();
        mention("@Ben third");
        assertThat(roundAfter(Duration.ofHours(75))).isEqualTo(1);
        assertThat(smtp.taken().getLast()).contains("One thing for you in Salus");
    }

    @Test
    void two_servers_on_one_database_do_not_both_send() {
        choose(MailRhythm.AT_ONCE);
        mention("@Ben now");
        Mails mails = team.people().mails();
        Mails.Choice seenByBoth = mails.of(ben).orElseThrow();
        assertThat(mails.claim(seenByBoth, List.of("a"), List.of("a"), Instant.now()))
                .isTrue();
        assertThat(mails.claim(seenByBoth, List.of("a"), List.of("a"), Instant.now()))
                .isFalse();
    }

    @Test
    void at_once_tells_remarks_that_ask_and_nobody_else_gets_any() {
        choose(MailRhythm.AT_ONCE);
        mention("@Ben now");
        assertThat(roundAfter(Duration.ZERO)).isEqualTo(1);
        assertThat(roundAfter(Duration.ofMinutes(2))).isZero();
        assertThat(smtp.commands())
                .filteredOn(line -> line.startsWith("RCPT"))
                .containsExactly("RCPT TO:<" + ADDRESS + ">");
    }

    @Test
    void what_is_read_or_closed_by_then_is_not_told() throws Exception {
        choose(MailRhythm.DAILY);
        mention("@Ben read it here");
        String listed = team.signedIn("ben").get("/notifications").body();
        Matcher name = Pattern.compile("mention:[0-9a-f-]{36}").matcher(listed);
        assertThat(name.find()).isTrue();
        team.people().readNotices().keep(team.as(ben), List.of(name.group()));
        assertThat(roundAfter(Duration.ofHours(25))).isZero();
        assertThat(smtp.taken()).isEmpty();
    }

    @Test
    void what_was_refused_is_tried_again_later_and_administrators_see_why() throws Exception {
        choose(MailRhythm.AT_ONCE);
        mention("@Ben now");
        smtp.answerReceivers("550 no such user ben@example.org");
        assertThat(roundAfter(Duration.ZERO)).isZero();
        String page = team.signedIn("admin").get("/administration").body();
        assertThat(page)
                .contains("does not accept the receiver", "Mail to one account is tried again.")
                .doesNotContain(ADDRESS);
        smtp.answerReceivers("250 OK");
        assertThat(roundAfter(Duration.ofMinutes(1))).as("too early").isZero();
        assertThat(roundAfter(Duration.ofMinutes(6))).isEqualTo(1);
        assertThat(team.people().mails().state().waiting()).isZero();
        assertThat(team.people().mails().state().trouble()).isEqualTo("address");
    }

    @Test
    void a_server_that_is_down_costs_nothing_but_time() throws Exception {
        choose(MailRhythm.AT_ONCE);
        mention("@Ben now");
        smtp.close();
        assertThat(roundAfter(Duration.ZERO)).isZero();
        assertThat(team.people().mails().state().trouble()).isEqualTo("unreachable");
    }

    @Test
    void without_the_encryption_that_was_asked_for_nothing_is_said() {
        MailServer server = new MailServer(
                "localhost",
                smtp.port(),
                MailServer.Security.STARTTLS,
                Optional.empty(),
                Optional.of("user"),
                Optional.of("canary-password"),
                "salus@example.org");
        MailServer.Letter letter = new MailServer.Letter(ADDRESS, "s", "t", Optional.empty());
        assertThatThrownBy(() -> server.send(letter))
                .isInstanceOfSatisfying(
                        MailServer.NotSent.class,
                        refused -> assertThat(refused.trouble()).isEqualTo(MailServer.Trouble.UNENCRYPTED));
        assertThat(smtp.taken()).isEmpty();
        assertThat(smtp.commands()).noneMatch(line -> line.startsWith("AUTH") || line.startsWith("MAIL"));
        assertThat(server.toString()).doesNotContain("canary-password");
        MailServer direct = new MailServer(
                "localhost",
                smtp.port(),
                MailServer.Security.TLS,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "salus@example.org");
        assertThatThrownBy(() -> direct.send(letter))
                .isInstanceOfSatisfying(
                        MailServer.NotSent.class,
                        refused -> assertThat(refused.trouble()).isEqualTo(MailServer.Trouble.UNENCRYPTED));
    }

    @Test
    void a_wrong_password_is_told_as_such() {
        smtp.answerSignIn("535 no");
        MailServer server = new MailServer(
                "localhost",
                smtp.port(),
                MailServer.Security.NONE,
                Optional.empty(),
                Optional.of("user"),
                Optional.of("wrong"),
                "salus@example.org");
        assertThatThrownBy(() -> server.send(new MailServer.Letter(ADDRESS, "s", "t", Optional.empty())))
                .isInstanceOfSatisfying(
                        MailServer.NotSent.class,
                        refused -> assertThat(refused.trouble()).isEqualTo(MailServer.Trouble.SIGN_IN));
    }

    @Test
    void nothing_begins_a_header_of_its_own() throws Exception {
        for (String hostile : List.of(
                "ben@example.org\r\nBcc: all@example.org",
                "ben@example.org, all@example.org",
                "Ben <ben@example.org>",
                "ben",
                "@example.org",
                "ben@exa mple.org",
                "")) {
            assertThatThrownBy(
                            () -> team.people().mails().choose(team.as(ben), hostile, MailRhythm.DAILY, Locale.ENGLISH))
                    .as(hostile)
                    .isInstanceOf(Failure.class);
        }
        MailServer server = new MailServer(
                "localhost",
                smtp.port(),
                MailServer.Security.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "salus@example.org");
        server.send(new MailServer.Letter(ADDRESS, "one\r\nBcc: all@example.org", "t", Optional.empty()));
        assertThat(smtp.taken().getFirst().lines()).noneMatch(line -> line.startsWith("Bcc:"));
        assertThatThrownBy(
                        () -> server.send(new MailServer.Letter("a@b.org\r\nBcc: c@d.org", "s", "t", Optional.empty())))
                .isInstanceOf(MailServer.NotSent.class);
        assertThat(smtp.taken()).hasSize(1);
    }

    @Test
    void a_choice_is_made_on_ones_account_and_shown_to_nobody_else() throws Exception {
        Visitor visitor = team.signedIn("ben");
        assertThat(visitor.get("/account").body()).contains("Once a day", "Your address is shown to nobody");
        assertThat(visitor.post("/account/mail", "address", ADDRESS, "rhythm", "weekly")
                        .statusCode())
                .isEqualTo(303);
        assertThat(visitor.get("/account").body()).contains(ADDRESS);
        assertThat(visitor.get("/api/v1/notifications/mail").body())
                .contains("\"rhythm\":\"weekly\"", ADDRESS, "\"possible\":true");
        assertThat(visitor.post("/account/mail", "address", "nonsense", "rhythm", "weekly")
                        .body())
                .contains("no single address");
        assertThat(visitor.post("/account/mail", "address", ADDRESS, "rhythm", "hourly")
                        .body())
                .contains("at-once");
        for (String path : List.of("/administration", "/administration/audit", "/account")) {
            assertThat(team.signedIn("admin").get(path).body()).as(path).doesNotContain(ADDRESS);
        }
        assertThat(team.people().mails().of(ben).orElseThrow().toString()).doesNotContain(ADDRESS);
        assertThat(visitor.post("/account/mail", "rhythm", "none").statusCode()).isEqualTo(303);
        assertThat(team.people().mails().of(ben)).isEmpty();
    }

    /** What a program sends, with a token of Ben's that may do so much. */
    private HttpResponse<String> sent(Tokens.Scope scope, String body) throws Exception {
        Secret token =
                team.people().tokens().issue(team.as(ben), "script", scope, 30).secret();
        return team.visitor()
                .submit(
                        "POST",
                        "/api/v1/notifications/mail",
                        "application/json",
                        body,
                        "Authorization",
                        "Bearer " + token.reveal());
    }

    @Test
    void a_program_chooses_how_often_mail_comes_and_is_told_no_address() throws Exception {
        String own = "{\"rhythm\":\"daily\",\"address\":\"" + ADDRESS + "\"}";
        assertThat(sent(Tokens.Scope.WRITE, own).statusCode())
                .as("an address is chosen in person")
                .isEqualTo(403);
        assertThat(team.people().mails().of(ben)).isEmpty();

        Visitor visitor = team.signedIn("ben");
        visitor.get("/account");
        HttpResponse<String> chosen = visitor.submit("POST", "/api/v1/notifications/mail", "application/json", own);
        assertThat(chosen.statusCode()).as(chosen.body()).isEqualTo(200);
        assertThat(chosen.body())
                .contains("\"rhythm\":\"daily\"", "\"confirmation\":\"to-be-sent\"", "\"address\":\"" + ADDRESS);

        HttpResponse<String> weekly = sent(Tokens.Scope.WRITE, "{\"rhythm\":\"weekly\"}");
        assertThat(weekly.statusCode()).as(weekly.body()).isEqualTo(200);
        assertThat(weekly.body()).contains("\"rhythm\":\"weekly\"").doesNotContain(ADDRESS);
        assertThat(team.people().mails().of(ben)).hasValueSatisfying(choice -> {
            assertThat(choice.address()).isEqualTo(ADDRESS);
            assertThat(choice.rhythm()).isEqualTo(MailRhythm.WEEKLY);
        });
        assertThat(sent(Tokens.Scope.READ, "{\"rhythm\":\"none\"}").statusCode())
                .isEqualTo(403);

        HttpResponse<String> hourly = sent(Tokens.Scope.WRITE, "{\"rhythm\":\"hourly\"}");
        assertThat(hourly.statusCode()).isEqualTo(400);
        assertThat(hourly.body()).contains("none, at-once, daily, weekly");
        HttpResponse<String> twice = sent(Tokens.Scope.WRITE, "{\"rhythm\":\"daily\",\"rhythm\":\"none\"}");
        assertThat(twice.statusCode()).isEqualTo(400);
        assertThat(twice.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(twice.body()).contains("says \\\"rhythm\\\" twice");
        assertThat(sent(Tokens.Scope.WRITE, "not JSON").statusCode()).isEqualTo(400);
        assertThat(team.people().mails().of(ben).orElseThrow().rhythm()).isEqualTo(MailRhythm.WEEKLY);

        assertThat(sent(Tokens.Scope.WRITE, "{\"rhythm\":\"none\"}").body())
                .contains("\"rhythm\":\"none\"", "\"confirmation\":\"\"");
        assertThat(team.people().mails().of(ben)).as("the address is forgotten").isEmpty();
    }

    @Test
    void a_program_is_told_where_no_mail_is_sent() throws Exception {
        try (RunningTeam without = RunningTeam.start(Files.createDirectory(folder.resolve("without")))) {
            AccountId somebody = without.administrator("admin", "Admin");
            Secret token = without.people()
                    .tokens()
                    .issue(without.as(somebody), "script", Tokens.Scope.WRITE, 30)
                    .secret();
            HttpResponse<String> refused = without.visitor()
                    .submit(
                            "POST",
                            "/api/v1/notifications/mail",
                            "application/json",
                            "{\"rhythm\":\"daily\",\"address\":\"" + ADDRESS + "\"}",
                            "Authorization",
                            "Bearer " + token.reveal());
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("This server sends no mail.");
        }
    }

    @Test
    void the_link_in_a_mail_ends_it_without_signing_in_and_tells_nothing() throws Exception {
        choose(MailRhythm.AT_ONCE);
        mention("@Ben now");
        roundAfter(Duration.ZERO);
        Matcher key = Pattern.compile("/mail/stop\\?key=([\\w-]{43})")
                .matcher(smtp.taken().getFirst());
        assertThat(key.find()).isTrue();
        Visitor stranger = team.visitor();
        assertThat(stranger.get("/mail/stop?key=" + key.group(1)).body()).doesNotContain("Ben", ADDRESS);
        assertThat(team.people().mails().of(ben)).as("looking ends nothing").isPresent();
        assertThat(stranger.get("/mail/stop?key=" + key.group(1)).body())
                .as("whoever changes the language comes back with the key")
                .contains("back=%2Fmail%2Fstop%3Fkey%3D" + key.group(1));
        HttpResponse<String> without = stranger.post("/mail/stop", "key", "");
        assertThat(without.statusCode()).isEqualTo(400);
        assertThat(without.body()).contains("lacks its key").doesNotContain("no more mail is sent there");
        String unknown = stranger.post("/mail/stop", "key", "x".repeat(43)).body();
        assertThat(team.people().mails().of(ben)).isPresent();
        String known = stranger.post("/mail/stop", "key", key.group(1)).body();
        assertThat(known).contains("no more mail is sent there").isEqualTo(unknown);
        assertThat(team.people().mails().of(ben)).isEmpty();
    }

    @Test
    void a_closed_account_is_forgotten() {
        choose(MailRhythm.DAILY);
        AccountId administrator =
                team.people().accounts().called("admin").orElseThrow().id();
        team.people().accounts().close(administrator, ben);
        assertThat(team.people().mails().of(ben)).isEmpty();
    }

    @Test
    void the_terminal_tests_the_server_and_tells_what_concerns_one() throws Exception {
        Path settings = folder.resolve("team.settings");
        assertThat(said("mail", "test", "--to", ADDRESS, "--team", settings.toString()))
                .contains("has taken the mail");
        assertThat(smtp.taken().getFirst()).contains("Salus can send mail");
        assertThat(said("mail", "test", "--to", "no\naddress", "--team", settings.toString()))
                .contains("no single address");
        smtp.answerReceivers("550 no");
        assertThat(said("mail", "test", "--to", ADDRESS, "--team", settings.toString()))
                .contains("has not taken the mail", "does not accept the receiver");
        Path without = Files.writeString(folder.resolve("plain"), "address = https://salus.example.org\n");
        assertThat(said("mail", "test", "--to", ADDRESS, "--team", without.toString()))
                .contains("names no server for mail");

        mention("@Ben look");
        String data = folder.resolve("data").toString();
        assertThat(said("notifications", "--team", settings.toString(), "--data", data, "--account", "ben"))
                .contains("One thing is new", "Canary title", "#remark-");
        assertThat(said(
                        "notifications",
                        "--team",
                        settings.toString(),
                        "--data",
                        data,
                        "--account",
                        "ben",
                        "--format",
                        "json"))
                .contains("\"matter\"", "\"mention\"");
    }

    @Test
    void an_answer_to_ones_remark_concerns_one() throws Exception {
        assertThat(workspace.append(
                        ben,
                        new Edit.Put(Item.fresh(
                                Comment.KIND, new Comment(law.id(), ben, "What of it?", new TreeSet<>(), false)))))
                .isInstanceOf(Outcome.Accepted.class);
        Item<Comment> answer =
                Item.fresh(Comment.KIND, new Comment(law.id(), ana, "It is old.", new TreeSet<>(), false));
        put(answer);
        assertThat(team.signedIn("ben").get("/notifications").body())
                .contains("An answer to your remark", "#remark-" + answer.id());
        assertThat(team.signedIn("ana").get("/notifications").body()).doesNotContain("An answer to your remark");
        assertThat(team.signedIn("ben")
                        .get("/workspaces/" + workspace.id() + "/items/" + law.id())
                        .body())
                .contains("id=\"remark-" + answer.id() + "\"");
    }

    private static String said(String... words) {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        new CommandDoor("test", Salus.commands()).answer(out, out, words);
        return said.toString();
    }
}
