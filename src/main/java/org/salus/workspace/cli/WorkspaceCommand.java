package org.salus.workspace.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.ledger.Act;
import org.salus.ledger.Charter;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemJson;
import org.salus.ledger.Kind;
import org.salus.ledger.Outcome;
import org.salus.ledger.Reason;
import org.salus.ledger.UnknownItem;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.ledger.WorkspaceId;
import org.salus.people.Organisation;
import org.salus.workspace.Faces;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

/** {@code salus workspace}: everything about workspaces that pages can do, for scripts and for people who like to type. */
@Command(name = "workspace", synopsisSubcommandLabel = "COMMAND")
public final class WorkspaceCommand implements Runnable {
    @Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    /** The command with its parts, for what these rooms add to workspaces. */
    public static CommandLine of(Faces faces) {
        return new CommandLine(new WorkspaceCommand())
                .addSubcommand(new Listing(faces))
                .addSubcommand(new Founding(faces))
                .addSubcommand(new Items(faces))
                .addSubcommand(new Putting(faces))
                .addSubcommand(new Removing(faces))
                .addSubcommand(new HistoryCommands.Telling(faces))
                .addSubcommand(new HistoryCommands.Comparing(faces))
                .addSubcommand(new HistoryCommands.Undoing(faces))
                .addSubcommand(new HistoryCommands.Redoing(faces))
                .addSubcommand(new HistoryCommands.Auditing(faces))
                .addSubcommand(new DecisionCommands.Waiting(faces))
                .addSubcommand(new DecisionCommands.Deciding(faces))
                .addSubcommand(new DecisionCommands.Conflicts(faces))
                .addSubcommand(new DecisionCommands.Resolving(faces))
                .addSubcommand(new HistoryCommands.Naming(faces))
                .addSubcommand(new HistoryCommands.Erasing(faces))
                .addSubcommand(new HistoryCommands.Verifying(faces))
                .addSubcommand(new MemberCommands.Listing(faces))
                .addSubcommand(new MemberCommands.Changing(faces))
                .addSubcommand(new InvitationCommands.Making(faces))
                .addSubcommand(new InvitationCommands.Listing(faces))
                .addSubcommand(new InvitationCommands.Withdrawing(faces))
                .addSubcommand(new CopyCommands.Exporting(faces))
                .addSubcommand(new CopyCommands.Importing(faces))
                .addSubcommand(new CopyCommands.Merging(faces))
                .addSubcommand(new CopyCommands.BackingUp(faces))
                .addSubcommand(new CopyCommands.Restoring(faces));
    }

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }

    /** The workspaces of this data folder. */
    @Command(name = "list")
    static final class Listing extends WorkspaceJob {
        Listing(Faces faces) {
            super(faces);
        }

        @Override
        protected int work(Desk desk) {
            List<View> views = desk.workspaces().list(desk.account());
            List<String> damaged = desk.workspaces().damaged(desk.account(), true).stream()
                    .map(WorkspaceId::toString)
                    .toList();
            if (!damaged.isEmpty() && !format.isJson()) {
                terminal.say(Sentence.of("workspace.list.damaged", damaged.size(), String.join(", ", damaged)));
            }
            if (format.isJson()) {
                json(Map.of(
                        "workspaces", views.stream().map(WorkspaceJob::about).toList(), "damaged", damaged));
            } else if (views.isEmpty()) {
                terminal.say(Sentence.of("workspace.cli.list.none"));
            } else {
                views.forEach(view -> terminal.say(Sentence.of(
                        "workspace.cli.list.line",
                        view.workspace().toString(),
                        view.charter().name(),
                        String.join(", ", view.charter().countries()))));
            }
            return 0;
        }
    }

    /** A new workspace. */
    @Command(name = "create")
    static final class Founding extends WorkspaceJob {
        @Parameters(paramLabel = "NAME", descriptionKey = "workspace.create.name")
        private String name = "";

        @Option(
                names = "--country",
                paramLabel = "CODE",
                required = true,
                split = ",",
                descriptionKey = "workspace.create.country")
        private List<String> countries = new ArrayList<>();

        @Option(names = "--region", paramLabel = "NAME", descriptionKey = "workspace.create.region")
        private String region = "";

        @Option(names = "--reform-name", paramLabel = "NAME", descriptionKey = "workspace.create.reform-name")
        private String reformName = "";

        Founding(Faces faces) {
            super(faces);
        }

        @Override
        protected int work(Desk desk) {
            Workspace founded = desk.workspaces()
                    .found(
                            new Charter(
                                    name.strip(),
                                    countries.stream()
                                            .map(code -> code.strip().toUpperCase(Locale.ROOT))
                                            .filter(code -> !code.isEmpty())
                                            .distinct()
                                            .toList(),
                                    region.strip(),
                                    reformName.strip(),
                                    Optional.empty()),
                            desk.account(),
                            desk.name(terminal.wording()),
                            desk.organisation().map(Organisation::id),
                            desk.organisation().map(Organisation::name).orElse(""));
            if (format.isJson()) {
                json(about(founded.view(desk.account())));
            } else {
                terminal.say(Sentence.of("workspace.cli.created", founded.id().toString()));
            }
            return 0;
        }
    }

    /** What a workspace holds. */
    @Command(name = "items")
    static final class Items extends OneWorkspaceJob {
        @Option(names = "--kind", paramLabel = "KIND", descriptionKey = "workspace.items.kind")
        private @Nullable String kind;

        @Option(names = "--at", paramLabel = "ENTRY", descriptionKey = "workspace.at")
        private @Nullable String at;

        Items(Faces faces) {
            super(faces);
        }

        @Override
        protected int work(Desk desk, Workspace workspace) {
            View view = at == null
                    ? workspace.view(desk.account())
                    : workspace.view(desk.account(), new java.util.TreeSet<>(List.of(entry(desk, workspace, at))));
            String wanted = kind;
            if (wanted != null && desk.workspaces().kinds().find(wanted).isEmpty()) {
                throw Failure.wrongUse(Sentence.of("workspace.api.no-kind", wanted));
            }
            List<Map<String, Object>> found = new ArrayList<>();
            for (Kind<?> known : desk.workspaces().kinds().list()) {
                if (wanted == null || wanted.equals(known.name())) {
                    for (Item<?> item : view.list(known)) {
                        Map<String, Object> one = new LinkedHashMap<>();
                        one.put("id", item.id());
                        one.put("kind", item.kind().name());
                        one.put("title", desk.faces().title(item, view, terminal.wording()));
                        one.put("sensitivity", ItemJson.tree(item.sensitivity()));
                        one.put("citations", ItemJson.tree(item.citations()));
                        one.put("value", ItemJson.told(item));
                        one.put("basis", item.basis().stream().sorted().toList());
                        found.add(one);
                    }
                }
            }
            // What is damaged cannot be told from what is meant for others; whoever reads the list must know that it
            // lacks something.
            Optional<Sentence> damage = workspace.damage();
            damage.ifPresent(terminal::remark);
            if (format.isJson()) {
                json(Map.of("heads", view.heads(), "items", found));
            } else {
                found.forEach(one -> terminal.say(Sentence.of(
                        "workspace.cli.item",
                        String.valueOf(one.get("id")),
                        String.valueOf(one.get("kind")),
                        String.valueOf(one.get("title")))));
            }
            return damage.isEmpty() ? 0 : 1;
        }
    }

    /** Puts items from JSON: one, or a list, all of them or none. */
    @Command(name = "put")
    static final class Putting extends OneWorkspaceJob {
        @Parameters(index = "1", paramLabel = "FILE", descriptionKey = "workspace.put.file")
        private String file = "";

        @Option(names = "--why", paramLabel = "TEXT", descriptionKey = "workspace.why")
        private String why = "";

        Putting(Faces faces) {
            super(faces);
        }

        @Override
        protected int work(Desk desk, Workspace workspace) throws IOException {
            View view = workspace.view(desk.account());
            List<Edit> edits = new ArrayList<>();
            JsonNode read = read();
            for (JsonNode one : read.isArray() ? read.valueStream().toList() : List.of(read)) {
                String name = one.path("kind").asString("");
                Kind<?> kind = desk.workspaces()
                        .kinds()
                        .find(name)
                        .orElseThrow(() -> Failure.wrongUse(Sentence.of("workspace.api.no-kind", name)));
                edits.add(new Edit.Put(ItemJson.item(kind, one, view)));
            }
            Outcome outcome = workspace.append(desk.account(), edits, Reason.of(Act.EDIT, why.strip()));
            if (outcome instanceof Outcome.Accepted accepted && format.isJson()) {
                json(Map.of(
                        "entry",
                        accepted.entry(),
                        "items",
                        edits.stream().map(edit -> edit.item().id()).toList()));
                return 0;
            }
            int code = told(desk, workspace, outcome);
            View now = workspace.view(desk.account());
            // Whoever goes on to edit what is new needs the ids that it was given.
            edits.forEach(edit -> terminal.say(Sentence.of(
                    "workspace.cli.item",
                    edit.item().id().toString(),
                    edit.item().kind().name(),
                    desk.faces().title(edit.item(), now, terminal.wording()))));
            return code;
        }

        private JsonNode read() throws IOException {
            JsonMapper json = JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                    .build();
            try (InputStream in = file.equals("-") ? System.in : Files.newInputStream(Path.of(file))) {
                return json.readTree(in);
            } catch (MismatchedInputException twice) {
                throw Failure.wrongUse(Sentence.of("workspace.cli.key-twice", file));
            } catch (JacksonException wrong) {
                throw Failure.wrongUse(Sentence.of("workspace.cli.no-json", file, wrong.getOriginalMessage()));
            } catch (java.nio.file.NoSuchFileException missing) {
                throw Failure.notFound(Sentence.of("ledger.failure.copy-missing", file));
            }
        }
    }

    /** Removes an item. */
    @Command(name = "remove")
    static final class Removing extends OneWorkspaceJob {
        @Parameters(index = "1", paramLabel = "ITEM", descriptionKey = "workspace.item")
        private String itemId = "";

        @Option(names = "--why", paramLabel = "TEXT", descriptionKey = "workspace.why")
        private String why = "";

        Removing(Faces faces) {
            super(faces);
        }

        @Override
        protected int work(Desk desk, Workspace workspace) {
            Item<?> found =
                    workspace.view(desk.account()).find(item(itemId)).orElseThrow(() -> new UnknownItem(item(itemId)));
            return told(
                    desk,
                    workspace,
                    workspace.append(
                            desk.account(), List.of(new Edit.Remove(found)), Reason.of(Act.EDIT, why.strip())));
        }
    }
}
