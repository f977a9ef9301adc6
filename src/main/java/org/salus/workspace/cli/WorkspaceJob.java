package org.salus.workspace.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.salus.frame.AnswerJson;
import org.salus.frame.cli.DataOption;
import org.salus.frame.cli.FormatOption;
import org.salus.frame.cli.Terminal;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.ledger.AccountId;
import org.salus.ledger.Database;
import org.salus.ledger.Digest;
import org.salus.ledger.ItemId;
import org.salus.ledger.Outcome;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.people.People;
import org.salus.people.SessionLimits;
import org.salus.workspace.Faces;
import org.salus.workspace.WorkPlace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What every command about workspaces needs: the data folder's workspaces, and who works at this machine. */
@Command
public abstract class WorkspaceJob implements Callable<Integer> {
    @Mixin
    protected DataOption data = new DataOption();

    @Mixin
    protected FormatOption format = FormatOption.offering(FormatOption.Format.TEXT, FormatOption.Format.JSON);

    @Mixin
    protected Terminal terminal = new Terminal();

    private final Faces faces;

    protected WorkspaceJob(Faces faces) {
        this.faces = faces;
    }

    /** The workspaces of a data folder and who works with them. */
    public record Desk(Database database, Workspaces workspaces, People people, Faces faces) {
        /** Who that is. */
        public AccountId account() {
            return people.alone().account();
        }

        /**
         * The workspace of that id, beginning of an id, or name.
         *
         * @throws Failure if there is none, or more than one
         */
        public Workspace find(String words) {
            List<View> found = workspaces.list(account()).stream()
                    .filter(view -> view.workspace().toString().equals(words)
                            || view.charter().name().equalsIgnoreCase(words)
                            || (words.length() >= 6
                                    && view.workspace().toString().startsWith(words)))
                    .toList();
            if (found.isEmpty()) {
                throw Failure.notFound(Sentence.of("workspace.cli.none", words))
                        .advising(Sentence.of("workspace.cli.none.advice"));
            }
            if (found.size() > 1) {
                throw Failure.wrongUse(Sentence.of(
                        "workspace.cli.several",
                        words,
                        found.stream().map(view -> view.workspace().toString()).collect(Collectors.joining(", "))));
            }
            return workspaces.get(found.getFirst().workspace());
        }
    }

    @Override
    public final Integer call() throws Exception {
        try (Database database = new WorkPlace(data.folder()).open()) {
            People people = People.open(database, InstantSource.system(), SessionLimits.ALONE);
            Workspaces workspaces = Workspaces.open(database, faces.kinds(), InstantSource.system(), people.registry());
            return work(new Desk(database, workspaces, people, faces));
        }
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
            case Outcome.Refused refused ->
                throw Failure.wrongUse(Sentence.of(
                        "workspace.refused",
                        refused.reasons().stream().map(terminal.wording()::say).collect(Collectors.joining(" "))));
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

    static Digest entry(String text) {
        try {
            return Digest.of(text);
        } catch (IllegalArgumentException none) {
            throw Failure.wrongUse(Sentence.of("ledger.failure.unknown-entry", text));
        }
    }

    static ItemId item(String text) {
        try {
            return ItemId.of(text);
        } catch (IllegalArgumentException none) {
            throw Failure.wrongUse(Sentence.of("ledger.failure.unknown-item", text));
        }
    }
}
