package org.salus.coordination.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.salus.coordination.Coordination;
import org.salus.coordination.CoordinationAnswers;
import org.salus.coordination.CoordinationQuestion;
import org.salus.coordination.CoordinationTexts;
import org.salus.coordination.Coordinations;
import org.salus.evidence.Evidence;
import org.salus.frame.AnswerJson;
import org.salus.frame.cli.DataOption;
import org.salus.frame.cli.FormatOption;
import org.salus.frame.cli.FormatOption.Format;
import org.salus.frame.cli.Terminal;
import org.salus.framework.Sentence;
import org.salus.portfolio.Supports;
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

    @Override
    public Integer call() {
        Format form = format.chosen();
        CoordinationQuestion question = CoordinationQuestion.of(
                country, narrowed.asked().with("area", area).with("kind", kind));
        try (Evidence evidence = Evidence.open(data.folder())) {
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
}
