package org.salus.portfolio.cli;

import java.math.BigDecimal;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.salus.evidence.Countries;
import org.salus.evidence.Country;
import org.salus.evidence.Evidence;
import org.salus.evidence.NothingLoaded;
import org.salus.frame.AnswerJson;
import org.salus.frame.cli.DataOption;
import org.salus.frame.cli.FormatOption;
import org.salus.frame.cli.FormatOption.Format;
import org.salus.frame.cli.Terminal;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.portfolio.ActivityProposal;
import org.salus.portfolio.ChainAnswers;
import org.salus.portfolio.CountedRow;
import org.salus.portfolio.Judgements;
import org.salus.portfolio.Measure;
import org.salus.portfolio.MoneyChain;
import org.salus.portfolio.OrganisationJudgements;
import org.salus.portfolio.Period;
import org.salus.portfolio.ReportedMoney;
import org.salus.portfolio.SameActivityJudgements;
import org.salus.portfolio.SupportMap;
import org.salus.portfolio.Supports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code salus chains COUNTRY}: money from provider to last receiver, and what counts once, by the rules alone. */
@Command(name = "chains")
public final class ChainsCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "COUNTRY", descriptionKey = "organisations.country")
    private String country = "";

    @Option(names = "--set-aside", descriptionKey = "chains.set-aside")
    private boolean setAside;

    @Option(names = "--proposals", descriptionKey = "chains.proposals")
    private boolean proposals;

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private FormatOption format = FormatOption.offering(Format.TEXT, Format.JSON);

    @Mixin
    private Terminal terminal = new Terminal();

    @Override
    public Integer call() {
        Format form = format.chosen();
        if (setAside && proposals) {
            throw Failure.wrongUse(Sentence.of("portfolio.cli.one-of", "--proposals", "--set-aside"));
        }
        Countries countries = Countries.shipped();
        Country asked = countries
                .findByCode(country)
                .or(() -> countries.findByName(country))
                .orElseGet(() -> countries.get(country));
        try (Evidence evidence = Evidence.open(data.folder())) {
            NothingLoaded.remarks(evidence.snapshot(), asked, terminal.wording())
                    .forEach(terminal::remark);
            Supports supports = Supports.shipped();
            SupportMap map = supports.of(evidence.snapshot(), asked, Period.ALL);
            ReportedMoney money = supports.reported(
                    evidence.snapshot(),
                    asked,
                    map.currency(),
                    Judgements.NONE,
                    OrganisationJudgements.NONE,
                    SameActivityJudgements.NONE);
            if (form == Format.JSON) {
                terminal.out()
                        .println(AnswerJson.in(terminal.wording())
                                .writeValueAsString(new ChainAnswers(terminal.wording()).answer(map, money)));
            } else {
                tell(money, map.currency());
            }
        }
        return 0;
    }

    private void tell(ReportedMoney money, String currency) {
        if (proposals) {
            money.proposals().forEach(this::tell);
        } else if (setAside) {
            money.once().setAsideRows().forEach(this::tell);
        } else {
            money.chains().all().forEach(this::tell);
        }
        for (Measure measure : Measure.values()) {
            BigDecimal aside = money.once().allSetAside().of(measure);
            terminal.remark(Sentence.of(
                    "portfolio.cli.once",
                    Sentence.of("portfolio.cli.measure." + measure.word()),
                    money.once().published().of(measure),
                    money.once().counted().of(measure),
                    aside,
                    currency));
        }
    }

    private void tell(ActivityProposal pair) {
        terminal.say(Sentence.of(
                "portfolio.cli.proposal",
                pair.score().toPlainString(),
                pair.first(),
                pair.second(),
                pair.firstTitle(),
                pair.secondTitle(),
                pair.reasons().stream().map(terminal.wording()::say).collect(Collectors.joining("; "))));
    }

    private void tell(CountedRow row) {
        row.why()
                .ifPresent(why -> terminal.say(Sentence.of(
                        "portfolio.cli.set-aside",
                        row.row().activity(),
                        String.valueOf(row.row().transaction()),
                        row.row().measure().word(),
                        row.row().area().code(),
                        row.row().value().toPlainString(),
                        row.setAside().toPlainString(),
                        why.sentence())));
    }

    private void tell(MoneyChain chain) {
        terminal.say(Sentence.of(
                "portfolio.cli.chain",
                ChainAnswers.line(chain.providers()),
                ChainAnswers.line(chain),
                ChainAnswers.line(chain.receivers())));
    }
}
