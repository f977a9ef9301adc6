package org.salus.workspace;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.eclipse.angus.mail.util.SocketConnectException;
import org.salus.framework.Sentence;

/**
 * The server that takes our mail (SMTP, RFC 5321; encrypted from the start or by STARTTLS, RFC 3207 and RFC 8314). Safe for use by several threads.
 *
 * @param trust by whom its certificate has to be issued; empty if by anybody whom Java trusts
 * @param user who signs in there; empty if nobody has to
 * @param from whose mail it is: one address
 */
public record MailServer(
        String host,
        int port,
        Security security,
        Optional<MailTrust> trust,
        Optional<String> user,
        Optional<String> password,
        String from) {
    /** As RFC 5322 has it: the zone in digits. */
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss xx", Locale.ROOT);

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252})|[0-9a-fA-F:]{2,45}");
    private static final String PATIENCE_MILLISECONDS = "20000";

    /** How the connection is protected. */
    public enum Security {
        /** Encrypted before anything is said, or nothing is. */
        STARTTLS(587),
        TLS(465),
        /** To a program on this machine alone. */
        NONE(25);

        private final int usualPort;

        Security(int usualPort) {
            this.usualPort = usualPort;
        }

        int usualPort() {
            return usualPort;
        }

        static Optional<Security> of(String code) {
            return Arrays.stream(values())
                    .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(code))
                    .findFirst();
        }
    }

    /** Why a mail was not sent. */
    public enum Trouble {
        UNREACHABLE,
        UNENCRYPTED,
        /** Its certificate is from nobody who is trusted, or not valid now. */
        UNTRUSTED,
        /** Its certificate is another one's. */
        WRONG_NAME,
        SIGN_IN,
        ADDRESS,
        SENDER,
        REFUSED;

        /** The code in data. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** What to do about it. */
        public static Sentence saying(String code) {
            return Sentence.of("workspace.mail.trouble." + code);
        }
    }

    /** A mail that was not sent. It holds nothing of what a server said, which may name people. */
    public static final class NotSent extends Exception {
        private static final long serialVersionUID = 1;

        private final Trouble trouble;

        NotSent(Trouble trouble) {
            super(trouble.code());
            this.trouble = trouble;
        }

        /** Why. */
        public Trouble trouble() {
            return trouble;
        }
    }

    /**
     * A mail as it leaves.
     *
     * @param stop address that ends such mail; empty if there is none
     */
    public record Letter(String to, String subject, String text, Optional<String> stop) {
        /** Without the address. */
        @Override
        public String toString() {
            return "Letter[" + subject + "]";
        }
    }

    static boolean isHost(String text) {
        return HOST.matcher(text).matches();
    }

    static boolean isLoopback(String host) {
        return Set.of("localhost", "127.0.0.1", "::1").contains(host);
    }

    /** Sends one. */
    public void send(Letter letter) throws NotSent {
        Session session = Session.getInstance(settings());
        try (Transport transport = session.getTransport(security == Security.TLS ? "smtps" : "smtp")) {
            MimeMessage message = message(session, letter);
            transport.connect(host, port, user.orElse(null), password.orElse(null));
            transport.sendMessage(message, message.getAllRecipients());
        } catch (MessagingException failed) {
            throw new NotSent(certificateTrouble(failed).orElseGet(() -> trouble(failed)));
        }
    }

    private MimeMessage message(Session session, Letter letter) throws MessagingException {
        MimeMessage message = new MimeMessage(session) {
            // One that does not tell the name of this machine.
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + UUID.randomUUID() + from.substring(from.indexOf('@')) + ">");
            }
        };
        message.setFrom(new InternetAddress(from, true));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to(), true));
        // What would end the line would begin a header.
        message.setSubject(letter.subject().replaceAll("\\p{Cntrl}+", " "), StandardCharsets.UTF_8.name());
        message.setHeader("Date", DATE.format(OffsetDateTime.now(ZoneOffset.UTC)));
        message.setHeader("Auto-Submitted", "auto-generated");
        if (letter.stop().isPresent()) {
            message.setHeader("List-Unsubscribe", "<" + letter.stop().get() + ">");
        }
        message.setText(letter.text(), StandardCharsets.UTF_8.name());
        return message;
    }

    private Properties settings() {
        Properties settings = new Properties();
        for (String protocol : Set.of("smtp", "smtps")) {
            String name = "mail." + protocol + ".";
            settings.setProperty(name + "localhost", "localhost");
            settings.setProperty(name + "auth", String.valueOf(user.isPresent()));
            settings.setProperty(name + "connectiontimeout", PATIENCE_MILLISECONDS);
            settings.setProperty(name + "timeout", PATIENCE_MILLISECONDS);
            settings.setProperty(name + "writetimeout", PATIENCE_MILLISECONDS);
            settings.setProperty(name + "ssl.checkserveridentity", "true");
            settings.setProperty(name + "ssl.protocols", "TLSv1.3 TLSv1.2");
            settings.setProperty(name + "from", from);
            // Else a server that the named authorities refuse would be tried again with all whom Java trusts.
            settings.setProperty(name + "socketFactory.fallback", "false");
            trust.ifPresent(authorities -> settings.put(name + "ssl.socketFactory", authorities.sockets()));
        }
        settings.setProperty("mail.smtp.starttls.enable", String.valueOf(security == Security.STARTTLS));
        settings.setProperty("mail.smtp.starttls.required", String.valueOf(security == Security.STARTTLS));
        return settings;
    }

    /** What is wrong with the certificate, if that is what kept the mail here. */
    private static Optional<Trouble> certificateTrouble(MessagingException failed) {
        boolean isRefused = false;
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertPathValidatorException || cause instanceof CertPathBuilderException) {
                return Optional.of(Trouble.UNTRUSTED);
            }
            isRefused |= cause instanceof CertificateException;
        }
        return isRefused ? Optional.of(Trouble.WRONG_NAME) : Optional.empty();
    }

    private static Trouble trouble(MessagingException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case MailConnectException unreachable -> {
                    return unreachable.getCause() instanceof SSLException ? Trouble.UNENCRYPTED : Trouble.UNREACHABLE;
                }
                case SocketConnectException unreachable -> {
                    return Trouble.UNREACHABLE;
                }
                case SSLException unencrypted -> {
                    return Trouble.UNENCRYPTED;
                }
                case AuthenticationFailedException wrong -> {
                    return Trouble.SIGN_IN;
                }
                case SMTPAddressFailedException address -> {
                    return Trouble.ADDRESS;
                }
                case SMTPSenderFailedException sender -> {
                    return Trouble.SENDER;
                }
                case SMTPSendFailedException refused
                when refused.getNextException() == null -> {
                    return Trouble.REFUSED;
                }
                default -> {
                    if (String.valueOf(cause.getMessage()).contains("STARTTLS")) {
                        return Trouble.UNENCRYPTED;
                    }
                }
            }
        }
        return failed.getNextException() instanceof MessagingException next ? trouble(next) : Trouble.REFUSED;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "MailServer[" + host + "]";
    }
}
