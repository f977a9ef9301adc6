package org.salus.agenda.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salus.agenda.AgendaAnswers;
import org.salus.agenda.AgendaBook;
import org.salus.agenda.AgendaList;
import org.salus.agenda.AgendaTables;
import org.salus.agenda.Calendar;
import org.salus.agenda.CalendarEntry;
import org.salus.agenda.DueQuestion;
import org.salus.agenda.MeetingReading;
import org.salus.agenda.Minutes;
import org.salus.agenda.TypedAgenda;
import org.salus.documents.Table;
import org.salus.framework.Sentence;
import org.salus.ledger.Outcome;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.workspace.Faces;
import org.salus.workspace.PrivateLayers;
import org.salus.workspace.cli.OneWorkspaceJob;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code salus agenda}: what is due, and meetings, actions, requests and focal points, as on pages and in the API. */
@Command(name = "agenda", synopsisSubcommandLabel = "COMMAND")
public final class AgendaCommand implements Runnable {
    @Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    /** The command with its parts, for what all rooms add to workspaces. */
    public static CommandLine of(Faces faces) {
        return new CommandLine(new AgendaCommand())
                .addSubcommand(new Telling(faces))
                .addSubcommand(new Listing(faces))
                .addSubcommand(new OneMeeting(faces))
                .addSubcommand(new Noting(faces))
                .addSubcommand(new Naming(faces))
                .addSubcommand(new TypingIn(faces));
    }

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }

    /** What every part needs: what whoever works here may read today. */
    @Command
    abstract static class Job extends OneWorkspaceJob {
        private final Faces rooms;

        Job(Faces faces) {
            super(faces);
            this.rooms = faces;
        }

        @Override
        protected final int work(Desk desk, Workspace workspace) throws Exception {
            View view = workspace.view(desk.account());
            return work(desk, workspace, view, AgendaBook.of(view, today()));
        }

        abstract int work(Desk desk, Workspace workspace, View view, AgendaBook book) throws Exception;

        static LocalDate today() {
            return LocalDate.now(Clock.systemUTC());
        }

        Faces rooms() {
            return rooms;
        }

        AgendaTables tables() {
            return new AgendaTables(terminal.wording(), AgendaTables.NO_LINKS);
        }

        AgendaAnswers answers(AgendaBook book) {
            return new AgendaAnswers(book, terminal.wording());
        }
    }

    /** What is due. */
    @Command(name = "due")
    static final class Telling extends Job {
        @Option(names = "--from", paramLabel = "DATE", descriptionKey = "agenda.from")
        private String from = "";

        @Option(names = "--until", paramLabel = "DATE", descriptionKey = "agenda.until")
        private String until = "";

        @Option(names = "--kind", paramLabel = "KIND", descriptionKey = "agenda.kind")
        private String kind = "";

        @Option(names = "--office", paramLabel = "OFFICE", descriptionKey = "agenda.office")
        private String office = "";

        @Option(names = "--overdue", descriptionKey = "agenda.overdue")
        private boolean overdue;

        @Option(names = "--out", paramLabel = "FILE", descriptionKey = "agenda.out")
        private @Nullable Path out;

        Telling(Faces faces) {
            super(faces);
        }

        @Override
        int work(Desk desk, Workspace workspace, View view, AgendaBook book) {
            DueQuestion question = DueQuestion.of(Map.of(
                    "from", from, "until", until, "kind", kind, "office", office, "overdue", overdue ? "yes" : ""));
            Calendar calendar = Calendar.of(
                    view,
                    PrivateLayers.of(workspace.id(), desk.account(), desk.workspaces()),
                    rooms(),
                    terminal.wording(),
                    book.day());
            Path file = out;
            if (file != null) {
                write(desk, workspace, tables().due(calendar, calendar.asked(question)), file, "agenda-due");
            } else if (format.isJson()) {
                json(answers(book).due(calendar, question));
            } else {
                tell(calendar, question);
            }
            return 0;
        }

        private void tell(Calendar calendar, DueQuestion question) {
            List<CalendarEntry> asked = calendar.asked(question);
            if (!asked.isEmpty()) {
                tell(tables().due(calendar, asked));
                return;
            }
            terminal.say(Sentence.of("agenda.cli.none"));
            calendar.next(question)
                    .ifPresent(next -> terminal.say(Sentence.of(
                            "agenda.cli.next",
                            next.due().title(),
                            next.due().last().orElse(calendar.day()))));
        }
    }

    /** A list. */
    @Command(name = "list")
    static final class Listing extends Job {
        @Parameters(index = "1", paramLabel = "LIST", descriptionKey = "agenda.list")
        private String list = "";

        Listing(Faces faces) {
            super(faces);
        }

        @Override
        int work(Desk desk, Workspace workspace, View view, AgendaBook book) {
            AgendaList known = AgendaAnswers.known(list);
            if (format.isJson()) {
                json(answers(book).list(list));
                return 0;
            }
            tell(
                    switch (known) {
                        case MEETINGS -> tables().meetings(book);
                        case ACTIONS -> tables().actions(book);
                        case REQUESTS -> tables().requests(book);
                        case FOCAL_POINTS -> tables().focalPoints(book, false);
                    });
            return 0;
        }
    }

    /** A meeting. */
    @Command(name = "meeting")
    static final class OneMeeting extends Job {
        @Parameters(index = "1", paramLabel = "MEETING", descriptionKey = "agenda.meeting")
        private String which = "";

        OneMeeting(Faces faces) {
            super(faces);
        }

        @Override
        int work(Desk desk, Workspace workspace, View view, AgendaBook book) {
            MeetingReading read = MeetingReading.of(
                    workspace, view, book.find(which).id().toString(), rooms(), terminal.wording(), book.day());
            if (format.isJson()) {
                json(answers(book).meeting(read));
                return 0;
            }
            for (Table table : List.of(
                    tables().points(read.meeting().value()),
                    tables().decisions("decided", book, read.decided()),
                    tables().actions("of-meeting", book, read.actions()),
                    tables().decisions("decided-before", book, read.decidedBefore()),
                    tables().actions("came-of", book, read.cameOf()),
                    tables().changed(book, read.changed()),
                    tables().actions("open", book, read.open()))) {
                tell(table);
            }
            return 0;
        }
    }

    /** Notes something. */
    @Command(name = "note")
    static final class Noting extends Job {
        @Parameters(index = "1", paramLabel = "LIST", descriptionKey = "agenda.list")
        private String list = "";

        @Parameters(index = "2..*", arity = "1..*", paramLabel = "NAME=WORDS", descriptionKey = "agenda.words")
        private Map<String, String> words = new HashMap<>();

        Noting(Faces faces) {
            super(faces);
        }

        @Override
        int work(Desk desk, Workspace workspace, View view, AgendaBook book) {
            TypedAgenda.Written written = new TypedAgenda(AgendaAnswers.known(list), words)
                    .checked()
                    .write(workspace, desk.account(), book.day());
            if (written.outcome() instanceof Outcome.Accepted && !format.isJson()) {
                terminal.say(Sentence.of(
                        "agenda.cli.noted",
                        written.id().toString(),
                        rooms().title(written.id(), workspace.view(desk.account()), terminal.wording())));
            }
            return told(desk, workspace, written.outcome());
        }
    }

    /** Who answers at a focal point. */
    @Command(name = "name")
    static final class Naming extends Job {
        @Parameters(index = "1", paramLabel = "POINT", descriptionKey = "agenda.point")
        private String which = "";

        @Parameters(index = "2..*", arity = "1..*", paramLabel = "NAME=WORDS", descriptionKey = "agenda.words")
        private Map<String, String> words = new HashMap<>();

        Naming(Faces faces) {
            super(faces);
        }

        @Override
        int work(Desk desk, Workspace workspace, View view, AgendaBook book) {
            return told(
                    desk,
                    workspace,
                    TypedAgenda.rename(
                            workspace, desk.account(), book.point(which).id().toString(), words, book.day()));
        }
    }

    /** Minutes. */
    @Command(name = "minutes")
    static final class TypingIn extends Job {
        @Parameters(index = "1", paramLabel = "MEETING", descriptionKey = "agenda.meeting")
        private String which = "";

        @Parameters(index = "2", paramLabel = "FILE", descriptionKey = "agenda.file")
        private String file = "";

        @Option(names = "--write", descriptionKey = "agenda.write")
        private boolean isToBeWritten;

        TypingIn(Faces faces) {
            super(faces);
        }

        @Override
        int work(Desk desk, Workspace workspace, View view, AgendaBook book) throws Exception {
            String text = read(file, (bytes, name) -> new String(bytes.readAllBytes(), StandardCharsets.UTF_8));
            Minutes minutes = Minutes.read(text, view, book.find(which));
            if (isToBeWritten) {
                return told(
                        desk, workspace, TypedAgenda.minutes(workspace, desk.account(), minutes, terminal.wording()));
            }
            if (format.isJson()) {
                Map<String, Object> out = new LinkedHashMap<>(answers(book).minutes(minutes));
                json(out);
            } else {
                tell(tables().minutes(minutes));
                terminal.say(Sentence.of("agenda.cli.wrong", minutes.wrong().size()));
            }
            return minutes.wrong().isEmpty() ? 0 : 1;
        }
    }
}
