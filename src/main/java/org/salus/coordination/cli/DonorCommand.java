package org.salus.coordination.cli;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.salus.coordination.CoordinationAnswers;
import org.salus.coordination.CoordinationQuestion;
import org.salus.coordination.CoordinationTexts;
import org.salus.coordination.Coordinations;
import org.salus.coordination.DonorAnswer;
import org.salus.coordination.DonorStatements;
import org.salus.evidence.Evidence;
import org.salus.frame.AnswerJson;
import org.salus.frame.cli.DataOption;
import org.salus.frame.cli.FormatOption;
import org.salus.frame.cli.FormatOption.Format;
import org.salus.frame.cli.Terminal;
import org.salus.framework.Sentence;
import org.salus.portfolio.Supports;
import org.salus.workspace.Faces;
import org.salus.workspace.cli.BesideOpenData;
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

    @Mixin
    private final BesideOpenData beside;

    public DonorCommand(Faces faces) {
        this.beside = new BesideOpenData(faces);
    }

    @Override
    public Integer call() throws Exception {
        if (beside.isNamed()) {
            beside.read(data, view -> answer(Optional.of(DonorStatements.of(view, Optional.of(name)))));
        } else {
            answer(Optional.empty());
        }
        return 0;
    }

    /** @param said what a workspace keeps that is said of the donor */
    private void answer(Optional<DonorStatements> said) {
        Format form = format.chosen();
        CoordinationQuestion question = CoordinationQuestion.of(country, narrowed.asked());
        try (Evidence evidence = Evidence.open(data.folder())) {
            DonorAnswer answer = new Coordinations(Supports.shipped()).donor(evidence.snapshot(), question, name);
            if (form == Format.JSON) {
                Map<String, Object> told = CoordinationAnswers.answer(answer);
                said.ifPresent(statements -> told.put("said", statements.told()));
                terminal.out().println(AnswerJson.in(terminal.wording()).writeValueAsString(told));
            } else {
                new CoordinationTexts(terminal.wording()).lines(answer).forEach(terminal::say);
                said.ifPresent(this::tell);
            }
        }
    }

    private void tell(DonorStatements said) {
        terminal.say(Sentence.of("coordination.statement.beside"));
        terminal.say(Sentence.of("coordination.statement.standing"));
        said.all().stream()
                .map(item -> Sentence.of("coordination.cli.reason", DonorStatements.says(item.value())))
                .forEach(terminal::say);
        if (said.all().isEmpty()) {
            terminal.say(Sentence.of("coordination.statement.lead", 0));
        }
    }
}
