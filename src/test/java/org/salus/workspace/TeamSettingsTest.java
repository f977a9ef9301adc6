package org.salus.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.framework.Failure;

class TeamSettingsTest {
    @TempDir
    private Path folder;

    private TeamSettings of(String... lines) throws IOException {
        return TeamSettings.of(Files.write(folder.resolve("team.settings"), List.of(lines)));
    }

    @Test
    void need_little_and_believe_only_proxies_on_this_machine_then() throws IOException {
        TeamSettings settings = of("address = https://salus.example.org");
        assertThat(settings.entrance().base().orElseThrow()).hasToString("https://salus.example.org/");
        assertThat(settings.entrance().isSecure()).isTrue();
        assertThat(settings.entrance().proxies())
                .allMatch(java.net.InetAddress::isLoopbackAddress)
                .hasSize(2);
        assertThat(settings.listen().isLoopbackAddress()).isTrue();
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.database()).isEmpty();
        assertThat(settings.openId()).isEqualTo(OpenId.NONE);
        assertThat(settings.sessions().idle()).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void may_name_everything() throws IOException {
        Files.writeString(folder.resolve("secret"), "s3cret\n");
        TeamSettings settings = of(
                "address = https://salus.example.org:8443/",
                "listen = 0.0.0.0",
                "port = 9000",
                "proxies = 192.0.2.1",
                "database = jdbc:postgresql://db/salus",
                "database.user = salus",
                "database.password-file = secret",
                "openid.issuer = https://id.example.org/realm",
                "openid.client-id = salus",
                "openid.client-secret-file = secret",
                "openid.name = The ministry",
                "session.idle-minutes = 30");
        assertThat(settings.databasePassword()).contains("s3cret");
        assertThat(settings.openId().server().orElseThrow().clientSecret()).isEqualTo("s3cret");
        assertThat(settings.openId().nameIfUsed()).contains("The ministry");
        assertThat(settings.toString()).doesNotContain("s3cret");
        assertThat(settings.openId().toString()).doesNotContain("s3cret");
        assertThat(settings.sessions().idle()).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void never_send_passwords_over_the_network_unencrypted() {
        assertThatThrownBy(() -> of("address = http://salus.example.org"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("unencrypted");
        assertThatThrownBy(() -> of("address = http://localhost:8080", "listen = 0.0.0.0"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("unencrypted");
        assertThatThrownBy(() -> of("address = https://salus.example.org", "listen = 0.0.0.0"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("others could come unencrypted");
        assertThatThrownBy(() -> of("address = https://salus.example.org", "openid.issuer = http://id.example.org"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("unencrypted");
    }

    private TeamSettings mailing(String... lines) throws IOException {
        List<String> all = new ArrayList<>(List.of("address = https://salus.example.org"));
        all.addAll(List.of(lines));
        return of(all.toArray(String[]::new));
    }

    @Test
    void name_a_server_for_mail_whole_or_not_at_all() throws IOException {
        assertThat(mailing().mail()).isEmpty();
        Files.writeString(folder.resolve("mail-secret"), "s3cret\n");
        MailServer server = mailing(
                        "mail.host = mail.example.org",
                        "mail.from = salus@example.org",
                        "mail.user = salus",
                        "mail.password-file = mail-secret")
                .mail()
                .orElseThrow();
        assertThat(server.security()).isEqualTo(MailServer.Security.STARTTLS);
        assertThat(server.port()).isEqualTo(587);
        assertThat(server.password()).contains("s3cret");
        assertThat(server.toString()).doesNotContain("s3cret");
        assertThat(mailing("mail.host = mail.example.org", "mail.from = a@b.org", "mail.security = tls")
                        .mail()
                        .orElseThrow()
                        .port())
                .isEqualTo(465);

        assertThatThrownBy(() -> mailing("mail.from = salus@example.org")).hasMessageContaining("mail.host");
        assertThatThrownBy(() -> mailing("mail.host = mail.example.org")).hasMessageContaining("mail.from");
        assertThatThrownBy(() -> mailing("mail.host = m.example.org", "mail.from = a@b.org", "mail.user = salus"))
                .hasMessageContaining("mail.password");
        assertThatThrownBy(() -> mailing("mail.host = m.example.org", "mail.from = a@b.org", "mail.password = x"))
                .hasMessageContaining("mail.user");
        assertThatThrownBy(() -> mailing("mail.host = m.example.org", "mail.from = a@b.org", "mail.security = none"))
                .hasMessageContaining("unencrypted");
        assertThatThrownBy(() -> mailing("mail.host = m.example.org", "mail.from = a@b.org", "mail.security = ssl"))
                .hasMessageContaining("mail.security");
        assertThatThrownBy(() -> mailing("mail.host = m.example.org", "mail.from = Salus <a@b.org>"))
                .hasMessageContaining("mail.from");
        assertThatThrownBy(() -> mailing("mail.host = m example", "mail.from = a@b.org"))
                .hasMessageContaining("mail.host");
        assertThatThrownBy(() -> mailing(
                        "mail.host = m.example.org",
                        "mail.from = a@b.org",
                        "mail.user = salus",
                        "mail.password-variable = NO_SUCH_VARIABLE_OF_SALUS"))
                .hasMessageContaining("NO_SUCH_VARIABLE_OF_SALUS");
        assertThat(mailing("mail.host = 127.0.0.1", "mail.from = a@b.org", "mail.security = none")
                        .mail())
                .isPresent();
    }

    @Test
    void are_all_told_of_in_the_document_for_those_who_keep_a_server() throws IOException {
        String document = Files.readString(Path.of("docs/team.md"));
        assertThat(Pattern.compile("^\\| `([a-z.-]+)` \\|", Pattern.MULTILINE)
                        .matcher(document)
                        .results()
                        .map(row -> row.group(1)))
                .containsExactlyInAnyOrderElementsOf(TeamSettings.NAMES);
        assertThat(Files.readString(Path.of("README.md"))).contains("(docs/team.md)");
    }

    @Test
    void and_all_wordings_name_only_documents_that_there_are() throws IOException {
        try (Stream<Path> wordings = Files.walk(Path.of("src/main/resources"))) {
            List<String> named = wordings.filter(file -> file.endsWith("wording.properties"))
                    .flatMap(TeamSettingsTest::documentsIn)
                    .distinct()
                    .toList();
            assertThat(named).contains("docs/team.md").allMatch(document -> Files.exists(Path.of(document)));
        }
    }

    private static Stream<String> documentsIn(Path wording) {
        try {
            return Pattern.compile("docs/[a-z-]+\\.md")
                    .matcher(Files.readString(wording))
                    .results()
                    .map(MatchResult::group);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void say_what_is_wrong_with_them() {
        assertThatThrownBy(() -> of("adress = https://salus.example.org"))
                .hasMessageContaining("no setting \"adress\"")
                .hasMessageContaining("address, ");
        assertThatThrownBy(() -> of("port = 80")).hasMessageContaining("\"address\" is missing");
        for (String odd : List.of(
                "https://user:pw@salus.example.org",
                "https://salus.example.org/path",
                "ftp://salus.example.org",
                "salus.example.org",
                "https://salus.example.org/?x",
                "https://a b")) {
            assertThatThrownBy(() -> of("address = " + odd)).as(odd).isInstanceOf(Failure.class);
        }
        assertThatThrownBy(() -> of("address = https://salus.example.org", "port = 99999"))
                .hasMessageContaining("99999");
        assertThatThrownBy(() -> of("address = https://salus.example.org", "openid.issuer = https://id.example.org"))
                .hasMessageContaining("openid.client-id");
        for (String odd : List.of("not a url", "id.example.org", "https:", "mailto:ana@example.org")) {
            assertThatThrownBy(() -> of("address = https://salus.example.org", "openid.issuer = " + odd))
                    .as(odd)
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("\"" + odd + "\" is not a value for \"openid.issuer\"");
        }
        assertThatThrownBy(() -> TeamSettings.of(folder.resolve("nowhere")))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("cannot be read");
    }
}
