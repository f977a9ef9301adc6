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
import java.util.concurrent.CopyOnWriteArrayList;

/** A small server for mail (RFC 5321) on this machine, without encryption. */
final class SmallSmtp implements AutoCloseable {
    private final ServerSocket listening;
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private volatile String answerToReceivers = "250 OK";
    private volatile String answerToSignIn = "235 OK";

    SmallSmtp() throws IOException {
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
                talk(caller);
            } catch (IOException over) {
                // The next caller is answered, if there is one.
                commands.add("broken off");
            }
        }
    }

    private void talk(Socket caller) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
        say(caller, "220 small");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            commands.add(line);
            String command = line.split(" ", 2)[0];
            switch (command) {
                case "EHLO" -> say(caller, "250-small\r\n250 AUTH PLAIN");
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
