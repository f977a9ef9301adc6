package org.salus.strategy.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.salus.documents.ChartDrawer;
import org.salus.documents.Document;
import org.salus.documents.DocxTemplate;
import org.salus.evidence.Evidence;
import org.salus.framework.Sentence;
import org.salus.ledger.Act;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.Outcome;
import org.salus.ledger.Reason;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.portfolio.Supports;
import org.salus.strategy.Approval;
import org.salus.strategy.ComposedSection;
import org.salus.strategy.Edition;
import org.salus.strategy.EditionStep;
import org.salus.strategy.Languages;
import org.salus.strategy.Readership;
import org.salus.strategy.SectionText;
import org.salus.strategy.Sections;
import org.salus.strategy.Strategies;
import org.salus.strategy.Strategy;
import org.salus.strategy.StrategyAnswers;
import org.salus.strategy.StrategyFiles;
import org.salus.strategy.TextChange;
import org.salus.strategy.TextComparison;
import org.salus.strategy.TypedStrategy;
import org.salus.strategy.TypedText;
import org.salus.workspace.Faces;
import org.salus.workspace.cli.OneWorkspaceJob;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code salus strategy}: the strategy of a workspace, as on pages and in the API. */
@Command(name = "strategy", synopsisSubcommandLabel = "COMMAND")
public final class StrategyCommand implements Runnable {
    @Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    /** The command with its parts, for what all rooms add to workspaces and what sections are composed from. */
    public static CommandLine of(Faces faces, Sections sections) {
        return new CommandLine(new StrategyCommand())
                .addSubcommand(new Outlining(faces, sections))
                .addSubcommand(new Writing(faces, sections))
                .addSubcommand(new Texting(faces, sections))
                .addSubcommand(new Looking(faces, sections))
                .addSubcommand(new Listing(faces, sections))
                .addSubcommand(new Drafting(faces, sections))
                .addSubcommand(new Stepping(faces, sections))
                .addSubcommand(new Approving(faces, sections))
                .addSubcommand(new Uniting(faces, sections))
                .addSubcommand(new Comparing(faces, sections));
    }

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }

    /** What every part needs: the strategies of whoever works here. */
    @Command
    abstract static class Job extends OneWorkspaceJob {
        private final Faces rooms;
        private final Sections sections;

        Job(Faces faces, Sections sections) {
            super(faces);
            this.rooms = faces;
            this.sections = sections;
        }

        @Override
        protected final int work(Desk desk, Workspace workspace) throws Exception {
            try (Evidence evidence = Evidence.open(data.folder())) {
                return work(
                        desk,
                        workspace,
                        new Strategies(evidence, Supports.shipped(), desk.workspaces(), rooms, sections));
            }
        }

        abstract int work(Desk desk, Workspace workspace, Strategies strategies) throws Exception;

        static Item<Edition> edition(Desk desk, Workspace workspace, String words) {
            return StrategyAnswers.find(workspace.view(desk.account()), words);
        }
    }

    /** What parts need that compose what the workspace says now. */
    @Command
    abstract static class Now extends Job {
        @Option(names = "--for", paramLabel = "READERS", descriptionKey = "strategy.for", defaultValue = "")
        private String readers = "";

        @Option(names = "--language", paramLabel = "TAG", descriptionKey = "strategy.language", defaultValue = "")
        private String language = "";

        Now(Faces faces, Sections sections) {
            super(faces, sections);
        }

        Locale language() {
            return Languages.of(language);
        }

        Strategy now(Desk desk, Workspace workspace, Strategies strategies) {
            return strategies.now(
                    workspace, desk.account(), TypedStrategy.readership(readers, Readership.MEMBERS), language());
        }
    }

    /** The sections and how each stands. */
    @Command(name = "sections")
    static final class Outlining extends Now {
        Outlining(Faces faces, Sections sections) {
            super(faces, sections);
        }

        @Override
        int work(Desk desk, Workspace workspace, Strategies strategies) {
            Strategy strategy = now(desk, workspace, strategies);
            if (format.isJson()) {
                json(StrategyAnswers.outline(strategy));
                return 0;
            }
            for (ComposedSection section : strategy.sections()) {
                terminal.say(Sentence.of(
                        "strategy.cli.section",
                        section.section().code(),
                        section.section().label(),
                        section.state().label()));
                section.offered().forEach(passage -> terminal.say(Sentence.of("strategy.cli.offered", passage)));
                if (section.gone() > 0) {
                    terminal.say(Sentence.of("strategy.cli.gone", section.gone()));
                }
            }
            told(strategy);
            return 0;
        }

        private void told(Strategy strategy) {
            terminal.remark(Sentence.of(
                    "strategy.cli.digest",
                    strategy.readership().label(),
                    strategy.entry(),
                    strategy.snapshot(),
                    strategy.digest()));
        }
    }

    /** Writes the strategy as a file. */
    @Command(name = "write")
    static final class Writing extends Now {
        @Parameters(index = "1", paramLabel = "FILE", descriptionKey = "strategy.file")
        private Path file = Path.of("");

        @Option(names = "--edition", paramLabel = "EDITION", descriptionKey = "strategy.edition")
        private @Nullable String edition;

        @Option(names = "--brief", descriptionKey = "strategy.brief")
        private boolean brief;

        @Option(names = "--template", paramLabel = "FILE", descriptionKey = "strategy.template")
        private @Nullable String template;

        Writing(Faces faces, Sections sections) {
            super(faces, sections);
        }

        @Override
        int work(Desk desk, Workspace workspace, Strategies strategies) throws IOException {
            String form = ending(file);
            StrategyFiles.mediaType(form);
            Optional<DocxTemplate> style = template == null
                    ? Optional.empty()
                    : Optional.of(read(template, (bytes, name) -> DocxTemplate.read(bytes.readAllBytes(), name)));
            Optional<Edition> known = Optional.ofNullable(edition)
                    .map(words -> edition(desk, workspace, words).value());
            Strategy strategy = known.map(one -> strategies.of(workspace, desk.account(), one))
                    .orElseGet(() -> now(desk, workspace, strategies));
            Document document = brief ? strategy.brief() : strategy.document(known.flatMap(Edition::reviewBy));
            try (ChartDrawer charts = new ChartDrawer()) {
                terminal.writePrivately(file, new StrategyFiles(charts).bytes(form, document, style));
            }
            style.map(DocxTemplate::rareFonts)
                    .filter(fonts -> !fonts.isEmpty())
                    .ifPresent(fonts -> terminal.remark(Sentence.of("strategy.cli.fonts", String.join(", ", fonts))));
            StrategyFiles.missing(style).ifPresent(terminal::remark);
            desk.taken(workspace, "strategy." + form);
            if (format.isJson()) {
                json(StrategyAnswers.outline(strategy));
            } else {
                terminal.say(Sentence.of(
                        "strategy.cli.digest",
                        strategy.readership().label(),
                        strategy.entry(),
                        strategy.snapshot(),
                        strategy.digest()));
            }
            return 0;
        }
    }

    /** Reads or writes the text of a section. */
    @Command(name = "text")
    static final class Texting extends Now {
        @Parameters(index = "1", paramLabel = "SECTION", descriptionKey = "strategy.section")
        private String section = "";

        @Parameters(index = "2", arity = "0..1", paramLabel = "FILE", descriptionKey = "strategy.text-file")
        private @Nullable String file;

        @Option(names = "--item", paramLabel = "TEXT", descriptionKey = "strategy.item", defaultValue = "")
        private String item = "";

        @Option(names = "--meant-for", paramLabel = "READERS", descriptionKey = "strategy.meant-for", defaultValue = "")
        private String meant = "";

        Texting(Faces faces, Sections sections) {
            super(faces, sections);
        }

        @Override
        int work(Desk desk, Workspace workspace, Strategies strategies) throws IOException {
            Strategy strategy = now(desk, workspace, strategies);
            ComposedSection one = strategy.section(TypedStrategy.section(section));
            if (file == null) {
                if (format.isJson()) {
                    json(StrategyAnswers.section(strategy, one.section()));
                } else {
                    terminal.out().println(TypedText.written(one.text()));
                }
                return 0;
            }
            Map<String, String> typed = new LinkedHashMap<>();
            typed.put("text", read(file, (bytes, name) -> new String(bytes.readAllBytes(), StandardCharsets.UTF_8)));
            // Where there is one text, that is the one.
            typed.put(
                    "item",
                    item.isEmpty() && one.written().size() == 1
                            ? one.written().getFirst().id().toString()
                            : item);
            typed.put("for", meant);
            typed.put("language", language().toLanguageTag());
            Item<SectionText> written = new TypedStrategy(typed).text(one);
            return told(desk, workspace, workspace.append(desk.account(), List.of(new Edit.Put(written)), Reason.EDIT));
        }
    }

    /** Takes what is new into the text of a section, or leaves the text as it is. */
    @Command(name = "look")
    static final class Looking extends Now {
        @Parameters(index = "1", paramLabel = "SECTION", descriptionKey = "strategy.section")
        private String section = "";

        @Parameters(index = "2", paramLabel = "HOW", descriptionKey = "strategy.how")
        private String how = "";

        Looking(Faces faces, Sections sections) {
            super(faces, sections);
        }

        @Override
        int work(Desk desk, Workspace workspace, Strategies strategies) {
            ComposedSection one = now(desk, workspace, strategies).section(TypedStrategy.section(section));
            List<Edit> edits = new TypedStrategy(Map.of("how", how))
                    .look(one).stream().<Edit>map(Edit.Put::new).toList();
            return told(desk, workspace, workspace.append(desk.account(), edits, Reason.EDIT));
        }
    }

    /** The editions there are. */
    @Command(name = "editions")
    static final class Listing extends Job {
        Listing(Faces faces, Sections sections) {
            super(faces, sections);
        }

        @Override
        int work(Desk desk, Workspace workspace, Strategies strategies) {
            View view = workspace.view(desk.account());
            if (format.isJson()) {
                json(StrategyAnswers.editions(view));
                return 0;
            }
            for (Item<Edition> item : StrategyAnswers.list(view)) {
                Edition edition = item.value();
                terminal.say(Sentence.of(
                        "strategy.cli.edition",
                        item.id().toString(),
                        edition.title(),
                        edition.readership().label(),
                        edition.state().label(),
                        edition.digest()));
                for (Approval one : edition.approvals()) {
                    terminal.say(Sentence.of(
                            "strategy.cli.approval",
                            one.who(),
                            one.office(),
                            one.side().label(),
                            one.date(),
                            one.place(),
                            one.document()));
                }
                for (EditionStep step : edition.steps()) {
                    terminal.say(Sentence.of("strategy.cli.step", step.to().label(), step.date(), step.because()));
                }
            }
            return 0;
        }
    }

    /** Draws an edition of what the workspace says now. */
    @Command(name = "draft")
    static final class Drafting extends Job {
        @Parameters(index = "1..*", arity = "1..*", paramLabel = "NAME=WORDS", descriptionKey = "strategy.words")
        private Map<String, String> words = new HashMap<>();

        Drafting(Faces faces, Sections sections) {
            super(faces, sections);
        }

        @Override
        int work(Desk desk, Workspace workspace, Strategies strategies) {
            TypedStrategy typed = new TypedStrategy(words).knowing(TypedStrategy.DRAFT);
            Item<Edition> item = typed.draft(
                    strategies.now(workspace, desk.account(), typed.readership(Readership.MEMBERS), typed.language()));
            Outcome outcome = workspace.append(desk.account(), List.of(new Edit.Put(item)), Reason.of(Act.EDIT, ""));
            if (outcome instanceof Outcome.Accepted && !format.isJson()) {
                terminal.say(Sentence.of(
                        "strategy.cli.drafted",
                        item.id().toString(),
                        item.value().digest()));
            }
            return told(desk, workspace, outcome);
        }
    }

    /** What parts need that write something of one edition. */
    @Command
    abstract static class OneEdition extends Job {
        @Parameters(index = "1", paramLabel = "EDITION", descriptionKey = "strategy.edition")
        private String which = "";

        @Parameters(index = "2..*", arity = "1..*", paramLabel = "NAME=WORDS", descriptionKey = "strategy.words")
        private Map<String, String> words = new HashMap<>();

        OneEdition(Faces faces, Sections sections) {
            super(faces, sections);
        }

        @Override
        final int work(Desk desk, Workspace workspace, Strategies strategies) {
            Item<Edition> item =
                    written(new TypedStrategy(words), desk, workspace, strategies, edition(desk, workspace, which));
            return told(desk, workspace, workspace.append(desk.account(), List.of(new Edit.Put(item)), Reason.EDIT));
        }

        abstract Item<Edition> written(
                TypedStrategy typed, Desk desk, Workspace workspace, Strategies strategies, Item<Edition> edition);
    }

    /** Writes a step down. */
    @Command(name = "step")
    static final class Stepping extends OneEdition {
        Stepping(Faces faces, Sections sections) {
            super(faces, sections);
        }

        @Override
        Item<Edition> written(
                TypedStrategy typed, Desk desk, Workspace workspace, Strategies strategies, Item<Edition> edition) {
            return typed.knowing(TypedStrategy.STEP).step(edition);
        }
    }

    /** Writes an approval down. */
    @Command(name = "approve")
    static final class Approving extends OneEdition {
        Approving(Faces faces, Sections sections) {
            super(faces, sections);
        }

        @Override
        Item<Edition> written(
                TypedStrategy typed, Desk desk, Workspace workspace, Strategies strategies, Item<Edition> edition) {
            strategies.requireSame(workspace, desk.account(), edition.value());
            return typed.knowing(TypedStrategy.APPROVAL).approval(edition);
        }
    }

    /** Puts the versions of an edition together that copies brought. */
    @Command(name = "together")
    static final class Uniting extends Job {
        @Parameters(index = "1", paramLabel = "EDITION", descriptionKey = "strategy.edition")
        private String which = "";

        @Parameters(index = "2..*", arity = "0..*", paramLabel = "NAME=WORDS", descriptionKey = "strategy.words")
        private Map<String, String> words = new HashMap<>();

        Uniting(Faces faces, Sections sections) {
            super(faces, sections);
        }

        @Override
        int work(Desk desk, Workspace workspace, Strategies strategies) {
            View view = workspace.view(desk.account());
            Item<Edition> item = new TypedStrategy(words)
                    .knowing(TypedStrategy.TOGETHER)
                    .together(edition(desk, workspace, which), view);
            return told(
                    desk,
                    workspace,
                    workspace.append(desk.account(), List.of(new Edit.Put(item)), Reason.of(Act.RESOLVE, "")));
        }
    }

    /** What differs between two editions, or an edition and what the workspace says now. */
    @Command(name = "compare")
    static final class Comparing extends Job {
        @Parameters(index = "1", paramLabel = "BEFORE", descriptionKey = "strategy.before")
        private String before = "";

        @Parameters(index = "2", arity = "0..1", paramLabel = "AFTER", descriptionKey = "strategy.after")
        private @Nullable String after;

        @Option(names = "--out", paramLabel = "FILE", descriptionKey = "strategy.out")
        private @Nullable Path out;

        Comparing(Faces faces, Sections sections) {
            super(faces, sections);
        }

        @Override
        int work(Desk desk, Workspace workspace, Strategies strategies) {
            Edition first = edition(desk, workspace, before).value();
            Strategy earlier = strategies.of(workspace, desk.account(), first);
            Strategy later = after == null
                    ? strategies.now(workspace, desk.account(), first.readership(), Languages.of(first.language()))
                    : strategies.of(
                            workspace,
                            desk.account(),
                            edition(desk, workspace, after).value());
            TextComparison changes =
                    TextComparison.of(earlier.plain(), later.plain()).ofSections();
            if (out != null) {
                try (ChartDrawer charts = new ChartDrawer()) {
                    terminal.writePrivately(out, new StrategyFiles(charts).changes(earlier, later));
                }
                desk.taken(workspace, "strategy.docx");
            }
            if (format.isJson()) {
                json(StrategyAnswers.comparison(earlier, later, changes));
                return 0;
            }
            if (changes.isSame()) {
                terminal.say(Sentence.of("strategy.cli.no-change"));
                return 0;
            }
            terminal.say(Sentence.of("strategy.cli.changes", changes.changes().size()));
            for (TextChange change : changes.changes()) {
                terminal.say(Sentence.of(
                        "strategy.cli.change",
                        Sentence.of(change.isAdded() ? "strategy.change.added" : "strategy.change.removed"),
                        change.section().isEmpty() ? Sentence.of("strategy.change.front") : change.section(),
                        change.line()));
            }
            return 0;
        }
    }
}
