package org.salus.portfolio.cli;

import java.util.concurrent.Callable;
import org.salus.evidence.Countries;
import org.salus.evidence.Country;
import org.salus.evidence.Evidence;
import org.salus.evidence.NothingLoaded;
import org.salus.frame.AnswerJson;
import org.salus.frame.cli.DataOption;
import org.salus.frame.cli.FormatOption;
import org.salus.frame.cli.FormatOption.Format;
import org.salus.frame.cli.Terminal;
import org.salus.portfolio.OrganisationAnswers;
import org.salus.portfolio.OrganisationJudgements;
import org.salus.portfolio.OrganisationQuestion;
import org.salus.portfolio.Organisations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code salus organisations COUNTRY}: who is named in the activities of a country, each once, by the rules alone. */
@Command(name = "organisations")
public final class OrganisationsCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "COUNTRY", descriptionKey = "organisations.country")
    private String country = "";

    @Mixin
    private OrganisationChoices choices = new OrganisationChoices();

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private FormatOption format = FormatOption.offering(Format.TEXT, Format.JSON);

    @Mixin
    private Terminal terminal = new Terminal();

    @Override
    public Integer call() {
        Format form = format.chosen();
        Countries countries = Countries.shipped();
        Country asked = countries
                .findByCode(country)
                .or(() -> countries.findByName(country))
                .orElseGet(() -> countries.get(country));
        OrganisationQuestion question = OrganisationQuestion.of(choices.asked(), asked);
        try (Evidence evidence = Evidence.open(data.folder())) {
            NothingLoaded.remarks(evidence.snapshot(), asked, terminal.wording())
                    .forEach(terminal::remark);
            Organisations organisations =
                    Organisations.of(evidence.snapshot().activities().in(asked));
            if (form == Format.JSON) {
                terminal.out()
                        .println(AnswerJson.in(terminal.wording())
                                .writeValueAsString(new OrganisationAnswers(terminal.wording())
                                        .answer(organisations, OrganisationJudgements.NONE, question)));
            } else {
                choices.tell(terminal, organisations, question);
            }
        }
        return 0;
    }
}
