package org.salus.workspace.cli;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.ledger.AccountId;
import org.salus.ledger.Digest;
import org.salus.ledger.History;
import org.salus.ledger.Item;
import org.salus.ledger.NamedVersion;
import org.salus.ledger.Verification;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.people.Deed;
import org.salus.workspace.AuditTrail;
import org.salus.workspace.Differing;
import org.salus.workspace.Faces;
import org.salus.workspace.StepWords;
import org.salus.workspace.Steps;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The parts of {@code salus workspace} that look back: history, differences, taking back, names of versions, erasing, verifying. */
final class HistoryCommands {
    private static final int SHOWN = 12;

    private HistoryCommands() {}

    /** Who changed what, when and why. */
    @Command(name = "history")
    static final class Telling extends OneWorkspaceJob {
        @Option(names = "--item", paramLabel = "ITEM", descriptionKey = "workspace.history.item")
        private @Nullable String itemId;

        @Option(names = "--most", paramLabel = "N", descriptionKey = "workspace.history.most", defaultValue = "50")
        private int most;

        Telling(Faces faces) {
            super(faces);
        }

        @Override
        protected int work(Desk desk, Workspace workspace) {
            History history = workspace.history(desk.account());
            String wanted = itemId;
            List<History.Step> steps = wanted == null
                    ? history.list(Math.max(1, most), Optional.empty())
                    : history.of(item(wanted), Math.max(1, most), Optional.empty());
            View view = workspace.view(desk.account());
            if (format.isJson()) {
                json(Map.of("steps", steps));
                return 0;
            }
            for (History.Step step : steps) {
                StepWords words = StepWords.of(step);
                terminal.say(Sentence.of(
                        "workspace.cli.step",
                        step.by().entry().brief(),
                        when(step.by().at()),
                        Faces.name(step.by().author(), view, terminal.wording()) + marks(step),
                        terminal.wording().say(words.act()),
                        touched(step, words, desk, view),
                        step.why().map(why -> why.text()).orElse("")));
            }
            return 0;
        }

        /** What keeps a step from being what it says: behind the name, since whoever is named may never have made it. */
        private String marks(History.Step step) {
            String marks =
                    StepWords.marks(step).stream().map(terminal.wording()::say).collect(Collectors.joining("; "));
            return marks.isEmpty() ? "" : " " + terminal.wording().say("workspace.history.mark", marks);
        }

        /** A file that was read touches thousands of items; a line has room for a few. */
        private String touched(History.Step step, StepWords words, Desk desk, View view) {
            String first = step.touched().stream()
                    .limit(SHOWN)
                    .map(touched -> {
                        String title = StepWords.title(touched, view, desk.faces(), terminal.wording());
                        return words.mark(touched)
                                .map(mark -> title + " " + terminal.wording().say("workspace.history.mark", mark))
                                .orElse(title);
                    })
                    .collect(Collectors.joining(", "));
            int more = step.touched().size() - SHOWN;
            return more <= 0 ? first : first + " " + terminal.wording().say("workspace.history.more", more);
        }
    }

    /** What differs between two states. */
    @Command(name = "differences")
    static final class Comparing extends OneWorkspaceJob {
        @Option(names = "--before", paramLabel = "STATE", required = true, descriptionKey = "workspace.before")
        private String before = "";

        @Option(names = "--after", paramLabel = "STATE", descriptionKey = "workspace.after")
        private String after = "";

        Comparing(Faces faces) {
            super(faces);
        }

        @Override
        protected int work(Desk desk, Workspace workspace) {
            View earlier = state(desk, workspace, before);
            View later = state(desk, workspace, after);
            List<Differing> found = later.since(earlier).stream()
                    .map(difference -> Differing.of(difference, earlier, later, desk.faces(), terminal.wording()))
                    .toList();
            if (format.isJson()) {
                json(Map.of("before", earlier.heads(), "after", later.heads(), "differences", found));
                return 0;
            }
            terminal.say(Sentence.of("workspace.differences.lead", found.size()));
            Differing.tell(found).forEach(terminal::say);
            return 0;
        }

        /** A state by the name of a version or by an entry. */
        private View state(Desk desk, Workspace workspace, String words) {
            View now = workspace.view(desk.account());
            if (words.isEmpty()) {
                return now;
            }
            Optional<SortedSet<Digest>> named = now.list(NamedVersion.KIND).stream()
                    .map(Item::value)
                    .filter(version -> version.name().equalsIgnoreCase(words))
                    .map(NamedVersion::heads)
                    .findFirst();
            return workspace.view(
                    desk.account(), named.orElseGet(() -> new TreeSet<>(List.of(entry(desk, workspace, words)))));
        }
    }

    /** Takes a step back. */
    @Command(name = "undo")
    static final class Undoing extends OneWorkspaceJob {
        @Parameters(index = "1", arity = "0..1", paramLabel = "ENTRY", descriptionKey = "workspace.undo.entry")
        private @Nullable String entryId;

        Undoing(Faces faces) {
            super(faces);
        }

        @Override
        protected int work(Desk desk, Workspace workspace) {
            String named = entryId;
            Digest taken = named != null
                    ? entry(desk, workspace, named)
                    : Steps.of(desk.account(), workspace.history(desk.account()))
                            .toUndo()
                            .orElseThrow(() -> Failure.wrongUse(Sentence.of("workspace.undo.nothing")));
            return told(desk, workspace, workspace.undo(desk.account(), taken));
        }
    }

    /** Does again what was taken back. */
    @Command(name = "redo")
    static final class Redoing extends OneWorkspaceJob {
        Redoing(Faces faces) {
            super(faces);
        }

        @Override
        protected int work(Desk desk, Workspace workspace) {
            Digest again = Steps.of(desk.account(), workspace.history(desk.account()))
                    .toRedo()
                    .orElseThrow(() -> Failure.wrongUse(Sentence.of("workspace.redo.nothing")));
            return told(desk, workspace, workspace.undo(desk.account(), again));
        }
    }

    /** What was done in a workspace, for its owners. */
    @Command(name = "audit")
    static final class Auditing extends OneWorkspaceJob {
        @Option(names = "--before", paramLabel = "NUMBER", descriptionKey = "workspace.audit.before")
        private @Nullable String before;

        Auditing(Faces faces) {
            super(faces);
        }

        @Override
        protected int work(Desk desk, Workspace workspace) {
            List<Deed> deeds = AuditTrail.of(
                    desk.people().audit(),
                    workspace.view(desk.account()),
                    AuditTrail.before(Optional.ofNullable(before)));
            if (format.isJson()) {
                json(AuditTrail.tell(deeds));
                return 0;
            }
            if (deeds.isEmpty()) {
                terminal.say(Sentence.of("workspace.audit.nothing"));
            }
            Set<AccountId> accounts = new HashSet<>();
            for (Deed deed : deeds) {
                deed.actor().ifPresent(accounts::add);
                deed.account().ifPresent(accounts::add);
            }
            Map<AccountId, String> names = desk.people().accounts().labels(accounts);
            for (Deed deed : deeds) {
                terminal.say(Sentence.of(
                        "workspace.cli.audit",
                        String.valueOf(deed.place()),
                        deed.done().toString(),
                        deed.what().label(),
                        name(deed.actor(), names),
                        name(deed.account(), names),
                        deed.detail()));
            }
            return 0;
        }

        private static String name(Optional<AccountId> account, Map<AccountId, String> names) {
            return account.map(id -> names.getOrDefault(id, id.toString())).orElse("–");
        }
    }

    /** Gives the present state a name. */
    @Command(name = "name")
    static final class Naming extends OneWorkspaceJob {
        @Parameters(index = "1", paramLabel = "NAME", descriptionKey = "workspace.version.name")
        private String name = "";

        Naming(Faces faces) {
            super(faces);
        }

        @Override
        protected int work(Desk desk, Workspace workspace) {
            if (name.isBlank()) {
                throw Failure.wrongUse(Sentence.of("workspace.version.unnamed"));
            }
            return told(desk, workspace, workspace.name(desk.account(), name.strip()));
        }
    }

    /** Erases what an item has ever said. */
    @Command(name = "erase")
    static final class Erasing extends OneWorkspaceJob {
        @Parameters(index = "1", paramLabel = "ITEM", descriptionKey = "workspace.item")
        private String itemId = "";

        @Option(names = "--why", paramLabel = "TEXT", required = true, descriptionKey = "workspace.why")
        private String why = "";

        Erasing(Faces faces) {
            super(faces);
        }

        @Override
        protected int work(Desk desk, Workspace workspace) {
            int code = told(desk, workspace, workspace.erase(desk.account(), item(itemId), why));
            terminal.remark(Sentence.of("workspace.cli.erased"));
            return code;
        }
    }

    /** Holds every entry and payload against its digest. */
    @Command(name = "verify")
    static final class Verifying extends WorkspaceJob {
        @Parameters(index = "0", paramLabel = "WORKSPACE", descriptionKey = "workspace.which")
        private String which = "";

        Verifying(Faces faces) {
            super(faces);
        }

        @Override
        protected int work(Desk desk) {
            Verification verification = desk.unseen(which).verify();
            if (format.isJson()) {
                json(verification);
            } else {
                terminal.say(Sentence.of(
                        "workspace.cli.verified",
                        verification.entries(),
                        verification.payloads(),
                        verification.erased(),
                        verification.withheld(),
                        verification.damages().size()));
                verification.damages().forEach(terminal::say);
            }
            return verification.isSound() ? 0 : 1;
        }
    }
}
