package org.salus.workspace;

import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.salus.frame.web.Entrance;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.ledger.Database;
import org.salus.people.Mails;
import org.salus.people.SessionLimits;

/**
 * How a team's server is reached and where it keeps its work: a file of settings, one {@code name = value} a line. Secrets may stand in files of their own.
 *
 * @param entrance the address people know, and which proxies end encryption before it
 * @param listen where to listen
 * @param database url of a PostgreSQL database; empty for the file in the data folder
 * @param mail the server that takes mail; empty where none is sent
 */
public record TeamSettings(
        Entrance entrance,
        InetAddress listen,
        int port,
        Optional<String> database,
        Optional<String> databaseUser,
        Optional<String> databasePassword,
        OpenId openId,
        Optional<MailServer> mail,
        SessionLimits sessions) {
    /** The names of all settings. */
    static final Set<String> NAMES = Set.of(
            "address",
            "listen",
            "port",
            "proxies",
            "database",
            "database.user",
            "database.password",
            "database.password-file",
            "openid.issuer",
            "openid.client-id",
            "openid.client-secret",
            "openid.client-secret-file",
            "openid.name",
            "openid.admit",
            "mail.host",
            "mail.port",
            "mail.security",
            "mail.authority-file",
            "mail.user",
            "mail.password",
            "mail.password-file",
            "mail.password-variable",
            "mail.from",
            "requests-per-minute",
            "session.idle-minutes",
            "session.longest-hours");

    /**
     * The settings of a file.
     *
     * @throws Failure if the file cannot be read, says something unknown or contradictory, or would send passwords over the network unencrypted
     */
    public static TeamSettings of(Path file) {
        Properties written = new Properties();
        try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            written.load(in);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw Failure.notPossible(
                    Sentence.of(
                            "workspace.settings.unreadable", file.toString(), String.valueOf(unreadable.getMessage())),
                    unreadable);
        }
        return new Reading(file, written).settings();
    }

    /** Opens the database. */
    public Database open(Path folder) {
        return database.map(url -> Database.postgres(url, databaseUser, databasePassword))
                .orElseGet(() -> new WorkPlace(folder).open());
    }

    @Override
    public String toString() {
        return "TeamSettings[" + entrance + "]";
    }

    private record Reading(Path file, Properties written) {
        TeamSettings settings() {
            TreeSet<String> unknown = new TreeSet<>(written.stringPropertyNames());
            unknown.removeAll(NAMES);
            if (!unknown.isEmpty()) {
                throw wrong("workspace.settings.unknown", unknown.first(), String.join(", ", new TreeSet<>(NAMES)));
            }
            URI address = address();
            boolean secure = "https".equals(address.getScheme());
            InetAddress listen = inet("listen", text("listen").orElse("127.0.0.1"));
            Set<InetAddress> proxies = proxies();
            if (!secure && !(isLoopback(address) && listen.isLoopbackAddress())) {
                throw wrong("workspace.settings.insecure", address.toString());
            }
            if (secure && proxies.isEmpty()) {
                if (!listen.isLoopbackAddress()) {
                    throw wrong("workspace.settings.no-proxy", listen.getHostAddress());
                }
                proxies = Set.of(inet("proxies", "127.0.0.1"), inet("proxies", "::1"));
            }
            return new TeamSettings(
                    new Entrance(Optional.of(address), proxies, number("requests-per-minute", 1_200, 10, 1_000_000)),
                    listen,
                    number("port", 8080, 0, 65_535),
                    text("database"),
                    text("database.user"),
                    secret("database.password"),
                    openId(),
                    mail(),
                    new SessionLimits(
                            Duration.ofMinutes(number("session.idle-minutes", 120, 1, 60 * 24 * 30)),
                            Duration.ofHours(number("session.longest-hours", 12, 1, 24 * 90))));
        }

        private URI address() {
            String text = text("address").orElseThrow(() -> wrong("workspace.settings.missing", "address"));
            try {
                URI address = new URI(text.endsWith("/") ? text : text + "/");
                if (Set.of("http", "https").contains(String.valueOf(address.getScheme()))
                        && address.getHost() != null
                        && "/".equals(address.getPath())
                        && address.getRawQuery() == null
                        && address.getRawFragment() == null
                        && address.getRawUserInfo() == null) {
                    return address;
                }
            } catch (java.net.URISyntaxException odd) {
                throw wrong("workspace.settings.address", text);
            }
            throw wrong("workspace.settings.address", text);
        }

        private static boolean isLoopback(URI address) {
            return Set.of("localhost", "127.0.0.1", "[::1]").contains(address.getHost());
        }

        private Set<InetAddress> proxies() {
            Set<InetAddress> all = new LinkedHashSet<>();
            text("proxies")
                    .ifPresent(list -> Arrays.stream(list.split(",", -1))
                            .map(String::strip)
                            .filter(one -> !one.isEmpty())
                            .forEach(one -> all.add(inet("proxies", one))));
            return all;
        }

        private OpenId openId() {
            Optional<String> issuer = text("openid.issuer");
            if (issuer.isEmpty()) {
                return OpenId.NONE;
            }
            URI server = issuer(issuer.get());
            if (!"https".equals(server.getScheme()) && !isLoopback(server)) {
                throw wrong("workspace.settings.insecure", issuer.get());
            }
            String admit = text("openid.admit").orElse("invited");
            if (!Set.of("invited", "everybody").contains(admit)) {
                throw wrong("workspace.settings.value", "openid.admit", admit);
            }
            return new OpenId(Optional.of(new OpenId.Server(
                    server,
                    text("openid.client-id").orElseThrow(() -> wrong("workspace.settings.missing", "openid.client-id")),
                    secret("openid.client-secret")
                            .orElseThrow(() -> wrong("workspace.settings.missing", "openid.client-secret")),
                    text("openid.name").orElse(String.valueOf(server.getHost())),
                    admit.equals("everybody"))));
        }

        /** All of it or nothing: a server that is half described would refuse each mail, and nobody would see it. */
        private Optional<MailServer> mail() {
            Optional<String> host = text("mail.host");
            if (host.isEmpty()) {
                if (written.stringPropertyNames().stream().anyMatch(name -> name.startsWith("mail."))) {
                    throw wrong("workspace.settings.missing", "mail.host");
                }
                return Optional.empty();
            }
            MailServer.Security security = text("mail.security")
                    .map(code -> MailServer.Security.of(code)
                            .orElseThrow(() -> wrong("workspace.settings.value", "mail.security", code)))
                    .orElse(MailServer.Security.STARTTLS);
            if (!MailServer.isHost(host.get())) {
                throw wrong("workspace.settings.value", "mail.host", host.get());
            }
            if (security == MailServer.Security.NONE && !MailServer.isLoopback(host.get())) {
                throw wrong("workspace.settings.mail-insecure", host.get());
            }
            String from = text("mail.from").orElseThrow(() -> wrong("workspace.settings.missing", "mail.from"));
            if (!Mails.isAddress(from)) {
                throw wrong("workspace.settings.value", "mail.from", from);
            }
            Optional<String> user = text("mail.user");
            Optional<String> password = mailPassword();
            if (user.isPresent() != password.isPresent()) {
                throw wrong("workspace.settings.missing", user.isPresent() ? "mail.password" : "mail.user");
            }
            return Optional.of(new MailServer(
                    host.get(),
                    number("mail.port", security.usualPort(), 1, 65_535),
                    security,
                    mailTrust(security),
                    user,
                    password,
                    from));
        }

        private Optional<MailTrust> mailTrust(MailServer.Security security) {
            Optional<String> name = text("mail.authority-file");
            if (name.isEmpty()) {
                return Optional.empty();
            }
            if (security == MailServer.Security.NONE) {
                throw wrong("workspace.settings.authority-unused");
            }
            Path place = file.toAbsolutePath().resolveSibling(name.get());
            try {
                return Optional.of(MailTrust.of(place));
            } catch (IOException unreadable) {
                throw unreadable(place, unreadable);
            } catch (CertificateException none) {
                throw wrong("workspace.settings.no-certificate", place.toString());
            }
        }

        private Optional<String> mailPassword() {
            Optional<String> variable = text("mail.password-variable");
            if (variable.isEmpty()) {
                return secret("mail.password");
            }
            @Nullable String value = System.getenv(variable.get());
            if (value == null || value.isEmpty()) {
                throw wrong("workspace.settings.no-variable", variable.get());
            }
            return Optional.of(value);
        }

        private URI issuer(String text) {
            try {
                URI server = new URI(text);
                if (Set.of("http", "https").contains(String.valueOf(server.getScheme())) && server.getHost() != null) {
                    return server;
                }
            } catch (java.net.URISyntaxException odd) {
                throw wrong("workspace.settings.value", "openid.issuer", text);
            }
            throw wrong("workspace.settings.value", "openid.issuer", text);
        }

        private Optional<String> text(String name) {
            @Nullable String value = written.getProperty(name);
            return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
        }

        /** Written here, or alone in a file of its own. */
        private Optional<String> secret(String name) {
            Optional<String> elsewhere = text(name + "-file");
            if (elsewhere.isEmpty()) {
                return text(name);
            }
            Path place = file.toAbsolutePath().resolveSibling(elsewhere.get());
            try {
                return Optional.of(
                        Files.readString(place, StandardCharsets.UTF_8).strip());
            } catch (IOException unreadable) {
                throw unreadable(place, unreadable);
            }
        }

        private static Failure unreadable(Path place, IOException why) {
            return Failure.notPossible(
                    Sentence.of("workspace.settings.unreadable", place.toString(), String.valueOf(why.getMessage())),
                    why);
        }

        private int number(String name, int otherwise, int least, int most) {
            String text = text(name).orElse(Integer.toString(otherwise));
            try {
                int number = Integer.parseInt(text);
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException odd) {
                throw wrong("workspace.settings.value", name, text);
            }
            throw wrong("workspace.settings.value", name, text);
        }

        private InetAddress inet(String name, String text) {
            try {
                return InetAddress.getByName(text);
            } catch (UnknownHostException odd) {
                throw wrong("workspace.settings.value", name, text);
            }
        }

        private Failure wrong(String key, Object... arguments) {
            Object[] all = new Object[arguments.length + 1];
            all[0] = file.toString();
            System.arraycopy(arguments, 0, all, 1, arguments.length);
            return Failure.wrongUse(Sentence.of(key, all)).advising(Sentence.of("workspace.settings.advice"));
        }
    }
}
