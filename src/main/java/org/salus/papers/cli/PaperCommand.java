package org.salus.papers.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.salus.documents.ChartDrawer;
import org.salus.documents.DocxTemplate;
import org.salus.evidence.Evidence;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.Edit;
import org.salus.ledger.Reason;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.papers.Logo;
import org.salus.papers.OwnTemplate;
import org.salus.papers.Paper;
import org.salus.papers.PaperAnswers;
import org.salus.papers.PaperQuestion;
import org.salus.papers.PaperTemplate;
import org.salus.papers.Papers;
import org.salus.portfolio.Supports;
import org.salus.strategy.Sections;
import org.salus.strategy.StrategyFiles;
import org.salus.workspace.Faces;
import org.salus.workspace.cli.WorkspaceJob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code salus paper NAME}: a paper of the working week, as on pages and in the API. Without a name it lists those there are. */
@Command(name = "paper")
public final class PaperCommand extends WorkspaceJob {
    private static final int MOST_TEMPLATE = 200_000;

    @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", descriptionKey = "papers.name", defaultValue = "")
    private String name = "";

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "CHOICE=TEXT", descriptionKey = "papers.choices")
    private List<String> choices = List.of();

    @Option(names = "--workspace", paramLabel = "WORKSPACE", descriptionKey = "papers.workspace", defaultValue = "")
    private String which = "";

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "papers.out")
    private @Nullable Path out;

    @Option(names = "--for", paramLabel = "READERS", descriptionKey = "papers.for", defaultValue = "")
    private String readers = "";

    @Option(names = "--language", paramLabel = "TAG", descriptionKey = "papers.language", defaultValue = "")
    private String language = "";

    @Option(names = "--logo", paramLabel = "FILE", descriptionKey = "papers.logo")
    private @Nullable String logo;

    @Option(names = "--template", paramLabel = "FILE", descriptionKey = "papers.template")
    private @Nullable String template;

    @Option(names = "--style", paramLabel = "FILE", descriptionKey = "papers.style")
    private @Nullable String style;

    @Option(names = "--show", descriptionKey = "papers.show")
    private boolean show;

    @Option(names = "--keep", descriptionKey = "papers.keep")
    private boolean keep;

    private final Faces rooms;
    private final Sections sections;

    /** @param sections what strategies are composed from, of whose material papers are made */
    public PaperCommand(Faces faces, Sections sections) {
        super(faces);
        this.rooms = faces;
        this.sections = sections;
    }

    @Override
    protected int work(Desk desk) throws Exception {
        Optional<PaperTemplate> own = template == null
                ? Optional.empty()
                : Optional.of(read(template, (bytes, file) -> PaperTemplate.read(text(bytes))));
        if (keep) {
            return keep(desk, own);
        }
        if (name.isEmpty() && own.isEmpty()) {
            return list(which.isEmpty() ? Papers.shipped() : Papers.templates(view(desk)));
        }
        if (show) {
            terminal.out().print(own.orElseGet(() -> named(desk)).source());
            return 0;
        }
        return compose(desk, own);
    }

    private View view(Desk desk) {
        return workspace(desk).view(desk.account());
    }

    private Workspace workspace(Desk desk) {
        if (which.isEmpty()) {
            throw Failure.wrongUse(Sentence.of("papers.cli.no-workspace"));
        }
        return desk.find(which);
    }

    private PaperTemplate named(Desk desk) {
        return which.isEmpty() ? Papers.template(Papers.shipped(), name) : Papers.template(view(desk), name);
    }

    private int list(List<PaperTemplate> all) {
        if (format.isJson()) {
            json(PaperAnswers.list(all, terminal.wording()));
            return 0;
        }
        for (PaperTemplate one : all) {
            terminal.say(Sentence.of(
                    "papers.cli.paper", one.name(), one.called(terminal.wording()), one.purpose(terminal.wording())));
            if (!one.choices().isEmpty()) {
                terminal.say(Sentence.of(
                        "papers.cli.choices",
                        one.choices().stream()
                                .map(choice -> one.needed().contains(choice)
                                        ? terminal.wording().say("papers.cli.needed", choice.code())
                                        : choice.code())
                                .collect(Collectors.joining(", "))));
            }
        }
        return 0;
    }

    private int keep(Desk desk, Optional<PaperTemplate> own) {
        PaperTemplate file = own.orElseThrow(() -> Failure.wrongUse(Sentence.of("papers.cli.keep")));
        Workspace workspace = workspace(desk);
        return told(
                desk,
                workspace,
                workspace.append(
                        desk.account(),
                        List.of(new Edit.Put(OwnTemplate.kept(workspace.view(desk.account()), file))),
                        Reason.EDIT));
    }

    private int compose(Desk desk, Optional<PaperTemplate> own) throws IOException {
        PaperQuestion question = question();
        Workspace workspace = workspace(desk);
        PaperTemplate wanted = own.orElseGet(() -> named(desk));
        Path file = out;
        String form = file == null ? "" : ending(file);
        if (file != null) {
            StrategyFiles.mediaType(form);
        }
        Optional<DocxTemplate> house = style == null
                ? Optional.empty()
                : Optional.of(read(style, (bytes, named) -> DocxTemplate.read(bytes.readAllBytes(), named)));
        try (Evidence evidence = Evidence.open(data.folder());
                ChartDrawer charts = new ChartDrawer()) {
            Paper paper = new Papers(evidence, Supports.shipped(), desk.workspaces(), rooms, sections)
                    .compose(workspace, desk.account(), wanted, question);
            if (file != null) {
                terminal.writePrivately(file, new StrategyFiles(charts).bytes(form, paper.document(), house));
                StrategyFiles.missing(house).ifPresent(terminal::remark);
                desk.taken(workspace, "paper." + form);
            }
            if (format.isJson()) {
                json(paper.told());
            } else if (file == null) {
                paper.lines().forEach(terminal.out()::println);
            } else {
                terminal.say(Sentence.of(
                        "papers.cli.written",
                        paper.document().title(),
                        paper.readership().label(),
                        paper.entry(),
                        paper.snapshot()));
            }
        }
        return 0;
    }

    private PaperQuestion question() throws IOException {
        Map<String, String> typed = new LinkedHashMap<>();
        for (String choice : choices) {
            int at = choice.indexOf('=');
            if (at < 1) {
                throw Failure.wrongUse(Sentence.of("papers.cli.choice", choice));
            }
            typed.put(choice.substring(0, at), choice.substring(at + 1));
        }
        if (!readers.isEmpty()) {
            typed.put("for", readers);
        }
        if (!language.isEmpty()) {
            typed.put("language", language);
        } else if (!terminal.wording().locale().equals(Wording.offered().getFirst())) {
            typed.putIfAbsent("language", terminal.wording().locale().toLanguageTag());
        }
        Optional<Logo> picture = logo == null ? Optional.empty() : Optional.of(read(logo, Logo::read));
        return PaperQuestion.of(typed, picture);
    }

    private static String ending(Path file) {
        String called = String.valueOf(file.getFileName());
        return called.substring(called.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static String text(InputStream bytes) throws IOException {
        return new String(bytes.readNBytes(MOST_TEMPLATE), StandardCharsets.UTF_8);
    }
}
