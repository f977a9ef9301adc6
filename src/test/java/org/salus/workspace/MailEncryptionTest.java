package org.salus.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.salus.Salus;
import org.salus.frame.cli.CommandDoor;

/** Mail goes, and a password is told, to a server that shows by its certificate that it is the one that was named, and to no other. Against a real server with certificates of its own authority. */
@Tag("slow")
class MailEncryptionTest {
    @TempDir
    static Path folder;

    private static SmallAuthority authority;
    private static SSLContext ours;

    @BeforeAll
    static void issue() throws Exception {
        authority = new SmallAuthority(Files.createDirectory(folder.resolve("ours")));
        ours = authority.server("localhost");
    }

    /** What {@code salus mail test} says with these settings. */
    private static String tried(SmallSmtp smtp, String security, Optional<Path> authorities) throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "address = https://salus.example.org",
                "mail.host = localhost",
                "mail.port = " + smtp.port(),
                "mail.security = " + security,
                "mail.user = salus",
                "mail.password = canary-password",
                "mail.from = salus@example.org"));
        authorities.ifPresent(file -> lines.add("mail.authority-file = " + file));
        Path settings = Files.write(folder.resolve("team.settings"), lines);
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        new CommandDoor("test", Salus.commands())
                .answer(out, out, "mail", "test", "--to", "ben@example.org", "--team", settings.toString());
        return said.toString();
    }

    private static void saysNothing(SmallSmtp smtp) {
        assertThat(smtp.taken()).isEmpty();
        assertThat(smtp.commands()).noneMatch(line -> line.contains("AUTH") || line.contains("MAIL"));
    }

    @ParameterizedTest
    @CsvSource({"tls, true", "starttls, false"})
    void an_authority_that_is_named_is_trusted(String security, boolean fromTheStart) throws Exception {
        try (SmallSmtp smtp = new SmallSmtp(ours, fromTheStart)) {
            assertThat(tried(smtp, security, Optional.of(authority.pem()))).contains("has taken the mail");
            assertThat(smtp.taken()).hasSize(1);
            assertThat(smtp.commands())
                    .filteredOn(line -> line.contains("AUTH") || line.contains("MAIL") || line.contains("RCPT"))
                    .hasSize(3)
                    .allMatch(line -> line.startsWith("encrypted "));
        }
    }

    @ParameterizedTest
    @CsvSource({"tls, true", "starttls, false"})
    void an_authority_that_nobody_named_is_not(String security, boolean fromTheStart) throws Exception {
        SmallAuthority another = new SmallAuthority(Files.createTempDirectory(folder, "another"));
        for (Optional<Path> trusted : List.of(Optional.<Path>empty(), Optional.of(another.pem()))) {
            try (SmallSmtp smtp = new SmallSmtp(ours, fromTheStart)) {
                assertThat(tried(smtp, security, trusted))
                        .contains("has not taken the mail", "from nobody who is trusted here", "mail.authority-file");
                saysNothing(smtp);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"tls, true", "starttls, false"})
    void a_certificate_for_another_name_is_refused(String security, boolean fromTheStart) throws Exception {
        SmallAuthority issuing = new SmallAuthority(Files.createTempDirectory(folder, "issuing"));
        try (SmallSmtp smtp = new SmallSmtp(issuing.server("mail.example.org"), fromTheStart)) {
            assertThat(tried(smtp, security, Optional.of(issuing.pem())))
                    .contains("has not taken the mail", "made out to another name than mail.host");
            saysNothing(smtp);
        }
    }

    @ParameterizedTest
    @CsvSource({"tls, true", "starttls, false"})
    void a_certificate_of_former_times_is_refused(String security, boolean fromTheStart) throws Exception {
        SmallAuthority issuing = new SmallAuthority(Files.createTempDirectory(folder, "former"));
        SSLContext former = issuing.server("localhost", "-startdate", "-10d", "-validity", "5");
        try (SmallSmtp smtp = new SmallSmtp(former, fromTheStart)) {
            assertThat(tried(smtp, security, Optional.of(issuing.pem()))).contains("it is not valid today");
            saysNothing(smtp);
        }
    }

    @Test
    void what_is_no_certificate_is_refused_before_anything_is_sent() throws Exception {
        try (SmallSmtp smtp = new SmallSmtp(ours, true)) {
            Path odd = Files.writeString(folder.resolve("odd.pem"), "no certificate");
            Path empty = Files.writeString(folder.resolve("empty.pem"), "");
            for (Path file : List.of(odd, empty)) {
                assertThat(tried(smtp, "tls", Optional.of(file))).contains(file.toString(), "no list of certificates");
            }
            assertThat(tried(smtp, "tls", Optional.of(folder.resolve("nowhere.pem"))))
                    .contains("cannot be read");
            assertThat(tried(smtp, "none", Optional.of(authority.pem()))).contains("is of no use");
            assertThatThrownBy(() -> new MailTrust(List.of())).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
