package org.salus.workspace.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.ledger.Act;
import org.salus.ledger.Digest;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.ItemJson;
import org.salus.ledger.Reason;
import org.salus.ledger.Told;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.workspace.Faces;
import org.salus.workspace.ItemParts;
import org.salus.workspace.Resolution;
import org.salus.workspace.WaitingStep;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The parts of {@code salus workspace} that settle what merged copies have left open: steps that wait, and several versions of one item. */
final class DecisionCommands {
    private DecisionCommands() {}

    /** What waits for a decision, and why. */
    @Command(name = "waiting")
    static final class Waiting extends OneWorkspaceJob {
        Waiting(Faces faces) {
            super(faces);
        }

        @Override
        protected int work(Desk desk, Workspace workspace) {
            List<WaitingStep> waiting = WaitingStep.list(workspace, desk.account(), desk.faces(), terminal.wording());
            if (format.isJson()) {
                json(Map.of("waiting", waiting));
                return 0;
            }
            if (waiting.isEmpty()) {
                terminal.say(Sentence.of("workspace.cli.waiting.none"));
            }
            waiting.forEach(step -> step.tell(when(step.at())).forEach(terminal::say));
            return 0;
        }
    }

    /** Decides about steps that wait. */
    @Command(name = "decide")
    static final class Deciding extends OneWorkspaceJob {
        @Option(names = "--admit", paramLabel = "STEP", split = ",", descriptionKey = "workspace.decide.admit")
        private List<String> admitted = new ArrayList<>();

        @Option(names = "--refuse", paramLabel = "STEP", split = ",", descriptionKey = "workspace.decide.refuse")
        private List<String> refused = new ArrayList<>();

        @Option(names = "--why", paramLabel = "TEXT", descriptionKey = "workspace.why")
        private String why = "";

        Deciding(Faces faces) {
            super(faces);
        }

        @Override
        protected int work(Desk desk, Workspace workspace) {
            if (admitted.isEmpty() && refused.isEmpty()) {
                throw Failure.wrongUse(Sentence.of("workspace.cli.decide.nothing"));
            }
            return told(
                    desk,
                    workspace,
                    workspace.decide(
                            desk.account(),
                            entries(desk, workspace, admitted),
                            entries(desk, workspace, refused),
                            why.strip()));
        }

        private static List<Digest> entries(Desk desk, Workspace workspace, List<String> words) {
            return words.stream().map(one -> entry(desk, workspace, one)).toList();
        }
    }

    /** Items that have several versions. */
    @Command(name = "conflicts")
    static final class Conflicts extends OneWorkspaceJob {
        Conflicts(Faces faces) {
            super(faces);
        }

        @Override
        protected int work(Desk desk, Workspace workspace) {
            View view = workspace.view(desk.account());
            Map<ItemId, List<Told>> conflicts = view.conflicts();
            if (format.isJson()) {
                List<Map<String, Object>> all = new ArrayList<>();
                conflicts.forEach((item, versions) -> all.add(told(item, versions)));
                json(Map.of("conflicts", all));
                return 0;
            }
            terminal.say(Sentence.of("workspace.conflicts.lead", conflicts.size()));
            conflicts.forEach((item, versions) -> tell(item, versions, view, desk.faces()));
            return 0;
        }

        /** The same as the API says of it. */
        private static Map<String, Object> told(ItemId item, List<Told> versions) {
            Map<String, Object> out = new LinkedHashMap<>();
            out.put("item", item);
            out.put("versions", versions.stream().map(Conflicts::told).toList());
            return out;
        }

        private static Map<String, Object> told(Told told) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("entry", told.by().entry());
            one.put("author", told.by().author());
            one.put("at", told.by().at());
            told.item()
                    .ifPresentOrElse(
                            item -> {
                                one.put("sensitivity", ItemJson.tree(item.sensitivity()));
                                one.put("value", ItemJson.told(item));
                            },
                            () -> one.put("removed", true));
            return one;
        }

        private void tell(ItemId id, List<Told> versions, View view, Faces faces) {
            Item<?> shown = view.find(id).orElseThrow();
            ItemParts parts = new ItemParts(
                    faces.find(shown.kind()), terminal.wording(), item -> faces.title(item, view, terminal.wording()));
            terminal.say(Sentence.of(
                    "workspace.cli.conflict",
                    id.toString(),
                    faces.label(shown.kind()),
                    faces.title(shown, view, terminal.wording())));
            for (Told told : versions) {
                terminal.say(Sentence.of(
                        "workspace.cli.conflict.version",
                        told.by().entry().brief(),
                        when(told.by().at()),
                        Faces.name(told.by().author(), view, terminal.wording())));
                Optional<Item<?>> item = told.item();
                if (item.isEmpty()) {
                    terminal.say(
                            Sentence.of("workspace.cli.conflict.removed", Sentence.of("workspace.conflicts.removed")));
                } else {
                    for (String name : parts.names(List.of(item.get()))) {
                        String said = parts.said(item.get(), name);
                        if (!said.isBlank()) {
                            terminal.say(Sentence.of("workspace.cli.conflict.field", parts.label(name), name, said));
                        }
                    }
                }
            }
        }
    }

    /** Puts the versions of an item together. */
    @Command(name = "resolve")
    static final class Resolving extends OneWorkspaceJob {
        @Parameters(index = "1", paramLabel = "ITEM", descriptionKey = "workspace.item")
        private String itemId = "";

        @Option(names = "--keep", paramLabel = "STEP", required = true, descriptionKey = "workspace.resolve.keep")
        private String keep = "";

        @Option(names = "--field", paramLabel = "FIELD=STEP", split = ",", descriptionKey = "workspace.resolve.field")
        private List<String> fields = new ArrayList<>();

        @Option(names = "--why", paramLabel = "TEXT", descriptionKey = "workspace.why")
        private String why = "";

        Resolving(Faces faces) {
            super(faces);
        }

        @Override
        protected int work(Desk desk, Workspace workspace) {
            Resolution versions = Resolution.of(workspace.view(desk.account()), item(itemId));
            Map<String, String> from = new LinkedHashMap<>();
            for (String field : fields) {
                int sign = field.indexOf('=');
                if (sign < 1) {
                    throw Failure.wrongUse(Sentence.of("workspace.cli.field-from", field));
                }
                from.put(field.substring(0, sign), field.substring(sign + 1));
            }
            Edit edit = versions.edit(keep, from, versions.basis());
            return told(
                    desk,
                    workspace,
                    workspace.append(desk.account(), List.of(edit), Reason.of(Act.RESOLVE, why.strip())));
        }
    }
}
