package org.salus.coordination.cli;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.salus.coordination.AnsweredFindings;
import org.salus.coordination.Coordination;
import org.salus.coordination.CoordinationAnswers;
import org.salus.coordination.CoordinationQuestion;
import org.salus.coordination.CoordinationTexts;
import org.salus.coordination.Coordinations;
import org.salus.evidence.Evidence;
import org.salus.evidence.NothingLoaded;
import org.salus.frame.AnswerJson;
import org.salus.frame.cli.DataOption;
import org.salus.frame.cli.FormatOption;
import org.salus.frame.cli.FormatOption.Format;
import org.salus.frame.cli.Terminal;
import org.salus.frame.web.Address;
import org.salus.framework.Sentence;
import org.salus.ledger.View;
import org.salus.ledger.Workspaces;
import org.salus.portfolio.Supports;
import org.salus.workspace.Faces;
import org.salus.workspace.PrivateLayers;
import org.salus.workspace.cli.BesideOpenData;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code salus findings COUNTRY}: where support overlaps, falls or ends, and how it is spread. */
@Command(name = "findings")
public final class FindingsCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "COUNTRY", descriptionKey = "coordination.country")
    private String country = "";

    @Mixin
    private Narrowed narrowed = new Narrowed();

    @Option(names = "--area", paramLabel = "CODE", descriptionKey = "coordination.area")
    private @Nullable String area;

    @Option(names = "--kind", paramLabel = "KIND", descriptionKey = "coordination.kind")
    private @Nullable String kind;

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private FormatOption format = FormatOption.offering(Format.TEXT, Format.JSON);

    @Mixin
    private Terminal terminal = new Terminal();

    @Mixin
    private final BesideOpenData beside;

    public FindingsCommand(Faces faces) {
        this.beside = new BesideOpenData(faces);
    }

    @Override
    public Integer call() throws Exception {
        Format form = format.chosen();
        Address asked = narrowed.asked().with("area", area).with("kind", kind);
        if (beside.isNamed()) {
            beside.read(data, (view, all) -> answered(view, all, asked, form));
            return 0;
        }
        CoordinationQuestion question = CoordinationQuestion.of(country, asked);
        try (Evidence evidence = Evidence.open(data.folder())) {
            NothingLoaded.remarks(evidence.snapshot(), question.country(), terminal.wording())
                    .forEach(terminal::remark);
            Coordination coordination = new Coordinations(Supports.shipped()).of(evidence.snapshot(), question);
            if (form == Format.JSON) {
                terminal.out()
                        .println(AnswerJson.in(terminal.wording())
                                .writeValueAsString(CoordinationAnswers.answer(coordination)));
            } else {
                List<Sentence> lines = new CoordinationTexts(terminal.wording()).lines(coordination);
                lines.forEach(terminal::say);
            }
        }
        return 0;
    }

    /** As the workspace sees them: with what its members judged and answered, and with what its goals and its map lack. */
    private void answered(View view, Workspaces all, Address asked, Format form) {
        CoordinationQuestion question = CoordinationQuestion.of(
                asked.with(
                        "country",
                        CoordinationQuestion.of(country, Address.of(""))
                                .country()
                                .iso3()),
                view.charter());
        try (Evidence evidence = Evidence.open(data.folder())) {
            NothingLoaded.remarks(evidence.snapshot(), question.country(), terminal.wording())
                    .forEach(terminal::remark);
            AnsweredFindings found = AnsweredFindings.withCases(
                    new Coordinations(Supports.shipped()),
                    evidence.snapshot(),
                    view,
                    question,
                    LocalDate.now(Clock.systemUTC()),
                    terminal.wording().locale(),
                    PrivateLayers.of(view.workspace(), view.standing().account(), all));
            if (form == Format.JSON) {
                terminal.out().println(AnswerJson.in(terminal.wording()).writeValueAsString(found.told()));
            } else {
                new CoordinationTexts(terminal.wording())
                        .lines(found, view.charter().name())
                        .forEach(terminal::say);
            }
        }
    }
}
