package org.salus.coordination.cli;

import java.util.concurrent.Callable;
import org.salus.coordination.CoordinationAnswers;
import org.salus.coordination.CoordinationQuestion;
import org.salus.coordination.CoordinationTexts;
import org.salus.coordination.Coordinations;
import org.salus.coordination.DonorAnswer;
import org.salus.evidence.Evidence;
import org.salus.frame.AnswerJson;
import org.salus.frame.cli.DataOption;
import org.salus.frame.cli.FormatOption;
import org.salus.frame.cli.FormatOption.Format;
import org.salus.frame.cli.Terminal;
import org.salus.portfolio.Supports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code salus donor NAME COUNTRY}: what a donor does in a country, area by area, beside all others. */
@Command(name = "donor")
public final class DonorCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "coordination.donor")
    private String name = "";

    @Parameters(index = "1", paramLabel = "COUNTRY", descriptionKey = "coordination.country")
    private String country = "";

    @Mixin
    private Narrowed narrowed = new Narrowed();

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private FormatOption format = FormatOption.offering(Format.TEXT, Format.JSON);

    @Mixin
    private Terminal terminal = new Terminal();

    @Override
    public Integer call() {
        Format form = format.chosen();
        CoordinationQuestion question = CoordinationQuestion.of(country, narrowed.asked());
        try (Evidence evidence = Evidence.open(data.folder())) {
            DonorAnswer answer = new Coordinations(Supports.shipped()).donor(evidence.snapshot(), question, name);
            if (form == Format.JSON) {
                terminal.out()
                        .println(AnswerJson.in(terminal.wording())
                                .writeValueAsString(CoordinationAnswers.answer(answer)));
            } else {
                new CoordinationTexts(terminal.wording()).lines(answer).forEach(terminal::say);
            }
        }
        return 0;
    }
}
