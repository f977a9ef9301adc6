package org.salus.workspace;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A small server for mail (RFC 5321) on this machine: without encryption, or with it from the start (RFC 8314) or when it is asked for (RFC 3207). */
final class SmallSmtp implements AutoCloseable {
    private final ServerSocket listening;
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private volatile String answerToReceivers = "250 OK";
    private volatile String answerToSignIn = "235 OK";

    private final Optional<SSLContext> certificate;
    private final boolean isEncryptedFromTheStart;

    SmallSmtp() throws IOException {
        this(Optional.empty(), false);
    }

    /** One that shows this certificate. */
    SmallSmtp(SSLContext certificate, boolean isEncryptedFromTheStart) throws IOException {
        this(Optional.of(certificate), isEncryptedFromTheStart);
    }

    private SmallSmtp(Optional<SSLContext> certificate, boolean isEncryptedFromTheStart) throws IOException {
        this.certificate = certificate;
        this.isEncryptedFromTheStart = isEncryptedFromTheStart;
        listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().name("smtp").start(this::listen);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** The mails it took: headers and text as they came. */
    List<String> taken() {
        return taken;
    }

    /** All that was said to it but mails. */
    List<String> commands() {
        return commands;
    }

    /** Forgets what it took and heard. */
    void forget() {
        taken.clear();
        commands.clear();
    }

    /** What it says from now on to each receiver's address. */
    void answerReceivers(String answer) {
        answerToReceivers = answer;
    }

    void answerSignIn(String answer) {
        answerToSignIn = answer;
    }

    private void listen() {
        while (!listening.isClosed()) {
            try (Socket caller = listening.accept()) {
                if (isEncryptedFromTheStart) {
                    Socket encrypted = encrypted(caller);
                    say(encrypted, "220 small");
                    talk(encrypted, true);
                } else {
                    say(caller, "220 small");
                    talk(caller, false);
                }
            } catch (IOException over) {
                // The next caller is answered, if there is one.
                commands.add("broken off");
            }
        }
    }

    private Socket encrypted(Socket caller) throws IOException {
        SSLSocket encrypted = (SSLSocket)
                certificate.orElseThrow().getSocketFactory().createSocket(caller, null, caller.getPort(), true);
        encrypted.setUseClientMode(false);
        encrypted.startHandshake();
        return encrypted;
    }

    private void talk(Socket caller, boolean isEncrypted) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            commands.add((isEncrypted ? "encrypted " : "") + line);
            String command = line.split(" ", 2)[0];
            switch (command) {
                case "EHLO" -> {
                    boolean isOffered = certificate.isPresent() && !isEncrypted;
                    say(caller, "250-small\r\n" + (isOffered ? "250-STARTTLS\r\n" : "") + "250 AUTH PLAIN");
                }
                case "STARTTLS" -> {
                    say(caller, "220 go on");
                    talk(encrypted(caller), true);
                    return;
                }
                case "AUTH" -> say(caller, answerToSignIn);
                case "RCPT" -> say(caller, answerToReceivers);
                case "DATA" -> {
                    say(caller, "354 go on");
                    StringBuilder mail = new StringBuilder();
                    for (String text = in.readLine(); text != null && !text.equals("."); text = in.readLine()) {
                        mail.append(text).append('\n');
                    }
                    taken.add(mail.toString());
                    say(caller, "250 taken");
                }
                case "QUIT" -> {
                    say(caller, "221 bye");
                    return;
                }
                default -> say(caller, "250 OK");
            }
        }
    }

    private static void say(Socket caller, String line) throws IOException {
        OutputStream out = caller.getOutputStream();
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
