package org.salus.workspace.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.salus.frame.AnswerJson;
import org.salus.frame.cli.DataOption;
import org.salus.frame.cli.FormatOption;
import org.salus.frame.cli.Terminal;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.AccountId;
import org.salus.ledger.Database;
import org.salus.ledger.Digest;
import org.salus.ledger.ItemId;
import org.salus.ledger.Outcome;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.ledger.WorkspaceId;
import org.salus.ledger.Workspaces;
import org.salus.people.Account;
import org.salus.people.Organisation;
import org.salus.people.People;
import org.salus.people.SessionLimits;
import org.salus.people.SignedIn;
import org.salus.workspace.Faces;
import org.salus.workspace.Steps;
import org.salus.workspace.TeamSettings;
import org.salus.workspace.WorkPlace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every command about workspaces needs: the data folder's workspaces, and who works at this machine. */
@Command
public abstract class WorkspaceJob implements Callable<Integer> {
    @Mixin
    protected DataOption data = new DataOption();

    @Mixin
    protected FormatOption format = FormatOption.offering(FormatOption.Format.TEXT, FormatOption.Format.JSON);

    @Mixin
    protected Terminal terminal = new Terminal();

    @Option(names = "--account", paramLabel = "ACCOUNT", descriptionKey = "workspace.account")
    private @Nullable String account;

    @Option(names = "--team", paramLabel = "FILE", descriptionKey = "workspace.team")
    private @Nullable Path team;

    private final Faces faces;

    protected WorkspaceJob(Faces faces) {
        this.faces = faces;
    }

    /**
     * The workspaces of a data folder and who works with them.
     *
     * @param named the sign-in name or id of an account; empty for whoever works alone at this machine
     */
    public record Desk(Database database, Workspaces workspaces, People people, Faces faces, Optional<String> named) {
        /**
         * Who that is.
         *
         * @throws Failure if there is no such account; or if none is named where a team's accounts are
         */
        public AccountId account() {
            return named.map(this::account).orElseGet(() -> people.alone().account());
        }

        /** The same; where nobody has worked yet, it is taken for this one. */
        AccountId account(AccountId known) {
            return named.map(this::account).orElseGet(() -> people.alone().account(known));
        }

        private AccountId account(String words) {
            return people.accounts()
                    .called(words)
                    .filter(found -> !found.closed())
                    .orElseThrow(() -> Failure.notFound(Sentence.of("workspace.cli.no-account", words)))
                    .id();
        }

        /** What members will call whoever works here. */
        String name(Wording wording) {
            return named.flatMap(people.accounts()::called)
                    .map(Account::name)
                    .orElseGet(() -> wording.say("workspace.cli.founder"));
        }

        Optional<Organisation> organisation() {
            return named.flatMap(people.accounts()::called).flatMap(Account::organisation);
        }

        /** As if that account were signed in. */
        SignedIn signedIn() {
            return new SignedIn(people.accounts().get(account()), SignedIn.Way.LINK, true, "");
        }

        /**
         * Notes for the owners that a file was written of a workspace.
         *
         * @param kind of file; nothing of what is in it
         */
        public void taken(Workspace workspace, String kind) {
            people.audit().taken(workspace.id(), account(), kind);
        }

        /** The workspace of that id or beginning of an id, seen or not: for what needs no reader. */
        Workspace unseen(String words) {
            List<WorkspaceId> found =
                    workspaces.ids().stream().filter(id -> isCalled(id, words)).toList();
            return found.size() == 1 ? workspaces.get(found.getFirst()) : find(words);
        }

        private static boolean isCalled(WorkspaceId id, String words) {
            return id.toString().equals(words)
                    || (words.length() >= 6 && id.toString().startsWith(words));
        }

        /** Whether a name begins with these words, the last of them whole, whatever their case. */
        private static boolean begins(String name, String words) {
            return !words.isBlank()
                    && name.regionMatches(
                            true, 0, words.strip(), 0, words.strip().length())
                    && (name.length() == words.strip().length()
                            || !Character.isLetterOrDigit(
                                    name.codePointAt(words.strip().length())));
        }

        /** Those that are called so: by id or the whole name; where none is, those whose names begin with these words. */
        private List<View> called(String words) {
            List<View> all = workspaces.list(account());
            List<View> exactly = all.stream()
                    .filter(view -> isCalled(view.workspace(), words)
                            || view.charter().name().equalsIgnoreCase(words))
                    .toList();
            return exactly.isEmpty()
                    ? all.stream()
                            .filter(view -> begins(view.charter().name(), words))
                            .toList()
                    : exactly;
        }

        /**
         * The workspace of that id, beginning of an id, name, or beginning of a name in whole words; a whole name goes before beginnings.
         *
         * @throws Failure if there is none, or more than one
         */
        public Workspace find(String words) {
            List<View> found = called(words);
            if (found.isEmpty()) {
                // One that is too damaged to be opened by anybody says so.
                workspaces.damaged(account(), true).stream()
                        .filter(id -> isCalled(id, words))
                        .forEach(id -> workspaces.get(id).view(account()));
                throw Failure.notFound(Sentence.of("workspace.cli.none", words))
                        .advising(Sentence.of("workspace.cli.none.advice"));
            }
            if (found.size() > 1) {
                throw Failure.wrongUse(Sentence.of(
                        "workspace.cli.several",
                        words,
                        found.stream()
                                .map(view -> view.charter().name() + " (" + view.workspace() + ")")
                                .collect(Collectors.joining(", "))));
            }
            return workspaces.get(found.getFirst().workspace());
        }
    }

    @Override
    public final Integer call() throws Exception {
        return at(data.folder(), team(), Optional.ofNullable(account), faces, this::work);
    }

    /** What is done at a desk; answers with the exit code. */
    @FunctionalInterface
    interface Working {
        int work(Desk desk) throws Exception;
    }

    /** Opens the workspaces of a data folder, or of a team's server, for as long as the work takes. */
    static int at(Path folder, Optional<TeamSettings> settings, Optional<String> named, Faces faces, Working working)
            throws Exception {
        try (Database database =
                settings.map(given -> given.open(folder)).orElseGet(() -> new WorkPlace(folder).open())) {
            SessionLimits limits = settings.map(TeamSettings::sessions).orElse(SessionLimits.ALONE);
            People people = People.open(database, InstantSource.system(), limits);
            Workspaces workspaces = Workspaces.open(database, faces.kinds(), InstantSource.system(), people.registry())
                    .before(people.audit());
            return working.work(new Desk(database, workspaces, people, faces, named));
        }
    }

    /** The settings of the team's server whose work this is, if they are named. */
    Optional<TeamSettings> team() {
        return Optional.ofNullable(team).map(TeamSettings::of);
    }

    /** Does it. */
    protected abstract int work(Desk desk) throws Exception;

    /** Answers with the entry, or says why there is none. */
    protected int told(Desk desk, Workspace workspace, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted accepted -> {
                if (format.isJson()) {
                    json(Map.of("entry", accepted.entry()));
                } else {
                    terminal.say(Sentence.of(
                            "workspace.cli.accepted", accepted.entry().brief()));
                }
                yield 0;
            }
            case Outcome.Refused refused -> {
                Sentence why = Sentence.of(
                        "workspace.refused",
                        refused.reasons().stream().map(terminal.wording()::say).collect(Collectors.joining(" ")));
                throw refused.isForRole() ? Failure.refused(why) : Failure.wrongUse(why);
            }
            case Outcome.Conflicting conflicting ->
                throw Failure.wrongUse(Sentence.of(
                                "workspace.conflict",
                                conflicting.clashes().stream()
                                        .map(clash -> desk.faces()
                                                .title(
                                                        clash.item(),
                                                        workspace.view(desk.account()),
                                                        terminal.wording()))
                                        .collect(Collectors.joining(", "))))
                        .advising(Sentence.of("workspace.cli.conflict.advice"));
        };
    }

    protected void json(Object answer) {
        terminal.out().println(AnswerJson.in(terminal.wording()).writeValueAsString(answer));
    }

    static Map<String, Object> about(View view) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", view.workspace());
        out.put("name", view.charter().name());
        out.put("countries", view.charter().countries());
        view.standing().role().ifPresent(role -> out.put("role", role.code()));
        out.put("heads", view.heads());
        return out;
    }

    /** Reads a file. */
    @FunctionalInterface
    protected interface Reading<T> {
        T read(InputStream bytes, String name) throws IOException;
    }

    /** What a file holds; {@code -} is what is piped in. */
    protected static <T> T read(String file, Reading<T> how) throws IOException {
        if (file.equals("-")) {
            return how.read(System.in, "-");
        }
        Path path = Path.of(file);
        if (Files.isDirectory(path)) {
            throw Failure.wrongUse(Sentence.of("workspace.cli.folder", file));
        }
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(path))) {
            return how.read(bytes, String.valueOf(path.getFileName()));
        } catch (NoSuchFileException missing) {
            throw Failure.notFound(Sentence.of("workspace.cli.no-file", file));
        } catch (AccessDeniedException denied) {
            throw Failure.notPossible(Sentence.of("workspace.cli.denied", file), denied);
        }
    }

    /** The step of that id or beginning of an id, as the terminal tells them. */
    static Digest entry(Desk desk, Workspace workspace, String text) {
        return Steps.called(text, workspace.history(desk.account()));
    }

    /** A moment as people read it, in the time of this machine. */
    final String when(Instant moment) {
        return DateTimeFormatter.ofPattern(terminal.wording().say("workspace.when"), Locale.ENGLISH)
                .withZone(ZoneId.systemDefault())
                .format(moment);
    }

    static ItemId item(String text) {
        try {
            return ItemId.of(text);
        } catch (IllegalArgumentException none) {
            throw Failure.wrongUse(Sentence.of("ledger.failure.unknown-item", text));
        }
    }
}
