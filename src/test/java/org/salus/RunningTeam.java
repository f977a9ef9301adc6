package org.salus;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.salus.ledger.AccountId;
import org.salus.ledger.Workspaces;
import org.salus.people.Invitation;
import org.salus.people.Newcomer;
import org.salus.people.People;
import org.salus.people.Secret;
import org.salus.people.SignedIn;
import org.salus.portal.cli.ServePages;
import org.salus.workspace.TeamSettings;

/** A team's server as it runs for people, with a data folder of its own. */
public final class RunningTeam implements AutoCloseable {
    public static final String PASSWORD = "a password for tests";

    private final ServePages.Running server;
    private final URI base;

    private RunningTeam(ServePages.Running server, URI base) {
        this.server = server;
        this.base = base;
    }

    /** Reached at this machine without encryption, which is allowed nowhere else. Further settings may be given as lines. */
    public static RunningTeam start(Path folder, String... lines) throws IOException {
        int port = freePort();
        return start(folder, Salus.pages(), URI.create("http://localhost:" + port + "/"), port, lines);
    }

    /** The same with these pages. */
    public static RunningTeam start(Path folder, ServePages pages) throws IOException {
        int port = freePort();
        return start(
                folder, pages, URI.create("http://localhost:" + port + "/"), port, "requests-per-minute = 1000000");
    }

    /** Reached under that address through a proxy, which is the test. */
    public static RunningTeam start(Path folder, URI base, int port, String... lines) throws IOException {
        return start(folder, Salus.pages(), base, port, lines);
    }

    private static RunningTeam start(Path folder, ServePages pages, URI base, int port, String... lines)
            throws IOException {
        Path settings = folder.resolve("team.settings");
        List<String> all = new java.util.ArrayList<>(List.of("address = " + base, "port = " + port));
        all.addAll(List.of(lines));
        Files.write(settings, all);
        return new RunningTeam(pages.start(folder.resolve("data"), TeamSettings.of(settings)), base);
    }

    public static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }

    public ServePages.Running server() {
        return server;
    }

    /** Who is known here. */
    public People people() {
        return server.context().getBean(People.class);
    }

    public Workspaces workspaces() {
        return server.context().getBean(Workspaces.class);
    }

    /** Somebody who comes for the first time. */
    public Visitor visitor() {
        return new Visitor(base);
    }

    /** Makes the first administrator. */
    public AccountId administrator(String login, String name) {
        return people().invitations()
                .accept(people().invitations().inviteAdministrator().secret(), new Newcomer(login, name, PASSWORD));
    }

    /** Makes an account as an administrator's invitation would. */
    public AccountId account(AccountId administrator, String login, String name) {
        Invitation.Issued issued = people().invitations().invite(as(administrator), Optional.empty());
        return people().invitations().accept(issued.secret(), new Newcomer(login, name, PASSWORD));
    }

    /** As if this account had signed in here. */
    public SignedIn as(AccountId account) {
        return new SignedIn(people().accounts().get(account), SignedIn.Way.PASSWORD, true, "");
    }

    /** A browser in which somebody is signed in. */
    public Visitor signedIn(String login) throws IOException, InterruptedException {
        Visitor visitor = visitor();
        int status =
                visitor.post("/sign-in", "login", login, "password", PASSWORD).statusCode();
        if (status != 303) {
            throw new AssertionError(login + " was answered " + status);
        }
        return visitor;
    }

    /** A path with a secret in it. */
    public static String path(String path, Secret secret) {
        return path + "?key=" + secret.reveal();
    }

    @Override
    public void close() {
        server.close();
    }
}
