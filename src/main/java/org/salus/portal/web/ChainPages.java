package org.salus.portal.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.salus.documents.Table;
import org.salus.evidence.Evidence;
import org.salus.evidence.Snapshot;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.frame.web.Layout.Link;
import org.salus.frame.web.Layouts;
import org.salus.frame.web.Pager;
import org.salus.frame.web.TableView;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.portal.Briefs;
import org.salus.portal.ChainTables;
import org.salus.portal.CountryQuestion;
import org.salus.portfolio.CountedOnce;
import org.salus.portfolio.CountedRow;
import org.salus.portfolio.Judgements;
import org.salus.portfolio.Measure;
import org.salus.portfolio.MoneyChain;
import org.salus.portfolio.OrganisationJudgements;
import org.salus.portfolio.ReportedMoney;
import org.salus.portfolio.SameActivityJudgements;
import org.salus.portfolio.Supports;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** A country's money counted once: what is set aside and why, the chains it goes through, and what may be one activity reported twice. By the rules alone. */
@Controller
final class ChainPages {
    private static final int ROWS_PER_PAGE = 100;

    private final Evidence evidence;
    private final Briefs briefs;
    private final Supports supports;
    private final CountryFrame frame;

    ChainPages(Evidence evidence, Briefs briefs, Supports supports, Layouts layouts) {
        this.evidence = evidence;
        this.briefs = briefs;
        this.supports = supports;
        this.frame = new CountryFrame(evidence, briefs, layouts);
    }

    /** Which of the three lists a page shows. */
    enum Part {
        SET_ASIDE,
        CHAINS,
        PROPOSALS;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        static Part of(Address here) {
            return here.choice("show")
                    .map(word -> Arrays.stream(values())
                            .filter(part -> part.code().equals(word))
                            .findFirst()
                            .orElseThrow(() -> Failure.wrongUse(Sentence.of(
                                    "portal.choice.wrong",
                                    "show",
                                    word,
                                    Arrays.stream(values()).map(Part::code).collect(Collectors.joining(", "))))))
                    .orElse(SET_ASIDE);
        }
    }

    /**
     * A list that may be shown.
     *
     * @param href empty for the one that is
     */
    record Tab(String name, String href) {}

    /** An activity that money goes through, with how it comes there. */
    record StepView(Link activity, String reporter, List<String> reasons, List<String> handed) {}

    /** A chain from those who provide its money to those who receive it last. */
    record ChainView(String providers, List<StepView> steps, String receivers) {}

    record ChainPage(
            Layout layout,
            CountryFrame.Choosing choosing,
            String answer,
            boolean isEmpty,
            TableView totals,
            List<Tab> tabs,
            String lead,
            Optional<TableView> table,
            List<ChainView> chains,
            Pager pager,
            Optional<String> circles,
            String rules) {}

    @GetMapping("/countries/{iso3}/chains")
    ModelAndView chains(@PathVariable String iso3, Wording wording, Address here) {
        CountryQuestion.refuseOthers(here, List.of("show", "page"));
        CountryQuestion question = CountryQuestion.of(iso3, here);
        Part part = Part.of(here);
        Snapshot snapshot = evidence.snapshot();
        ReportedMoney money = supports.reported(
                snapshot,
                question.country(),
                question.currency(),
                Judgements.NONE,
                OrganisationJudgements.NONE,
                SameActivityJudgements.NONE);
        // Of all years: a period without money is an answer, and no sign that nothing is loaded.
        boolean isNothingLoaded = money.once().rows().isEmpty();
        CountedOnce once = money.once().in(question.period());
        Measure measure = CountryFrame.measure(question, briefs.of(question).support());
        Layout layout = frame.below(
                        question,
                        wording,
                        wording.say("portal.chains.title", question.country().inText(wording)))
                .from(snapshot.id());
        ChainTables tables = new ChainTables(question, measure, wording);
        List<CountedRow> aside = tables.aside(once);
        int total = switch (part) {
            case SET_ASIDE -> aside.size();
            case CHAINS -> money.chains().all().size();
            case PROPOSALS -> money.proposals().size();
        };
        Pager pager = new Pager(here, total, ROWS_PER_PAGE, part.code());
        Views views = new Views(layout, wording);
        BigDecimal setAside = once.allSetAside().of(measure);
        return CountryFrame.page(
                "portal/web/chains",
                new ChainPage(
                        layout,
                        frame.choosing(question, briefs.of(question).support(), Optional.of(measure)),
                        isNothingLoaded
                                ? wording.say(
                                        "portal.brief.nothing",
                                        question.country().inText(wording))
                                : wording.say(
                                        setAside.signum() == 0 ? "portal.chains.none" : "portal.chains.answer",
                                        layout.numerals()
                                                .money(
                                                        question.currency(),
                                                        once.published().of(measure)),
                                        wording.say("portfolio.measure." + measure.word()),
                                        layout.numerals().money(question.currency(), setAside),
                                        layout.numerals()
                                                .money(
                                                        question.currency(),
                                                        once.counted().of(measure))),
                        isNothingLoaded,
                        TableView.of("totals", tables.totals(once), layout)
                                .withFiles(question.file(ChainTables.TOTALS)),
                        tabs(part, question, aside.size(), money, wording),
                        wording.say("portal.chains.lead." + part.code()),
                        switch (part) {
                            case SET_ASIDE ->
                                some(
                                        tables.setAside(pager.of(aside)),
                                        part,
                                        question.file(ChainTables.SET_ASIDE),
                                        layout);
                            case PROPOSALS ->
                                some(
                                        tables.proposals(pager.of(money.proposals())),
                                        part,
                                        question.file(ChainTables.PROPOSALS),
                                        layout);
                            case CHAINS -> Optional.empty();
                        },
                        part == Part.CHAINS
                                ? pager.of(money.chains().all()).stream()
                                        .map(views::chain)
                                        .toList()
                                : List.of(),
                        pager,
                        money.once().circles().isEmpty()
                                ? Optional.empty()
                                : Optional.of(wording.say(
                                        "portal.chains.circles",
                                        String.join(", ", money.once().circles()))),
                        wording.say("portal.chains.rules", CountedOnce.EDITION)));
    }

    private static Optional<TableView> some(Table table, Part part, Address file, Layout layout) {
        return table.rows().isEmpty()
                ? Optional.empty()
                : Optional.of(TableView.of(part.code(), table, layout).withFiles(file));
    }

    private static List<Tab> tabs(
            Part shown, CountryQuestion question, int aside, ReportedMoney money, Wording wording) {
        List<Tab> tabs = new ArrayList<>();
        for (Part part : Part.values()) {
            int count = switch (part) {
                case SET_ASIDE -> aside;
                case CHAINS -> money.chains().all().size();
                case PROPOSALS -> money.proposals().size();
            };
            tabs.add(new Tab(
                    wording.say("portal.chains.tab." + part.code(), count),
                    part == shown
                            ? ""
                            : question.part("chains")
                                    .with("show", part == Part.SET_ASIDE ? null : part.code())
                                    .toString()));
        }
        return tabs;
    }

    /** Chains in words. */
    private record Views(Layout layout, Wording wording) {
        private static Address activity(String identifier) {
            return Address.of("/activities").with("id", identifier);
        }

        ChainView chain(MoneyChain chain) {
            return new ChainView(
                    names(chain.providers()),
                    chain.steps().stream().map(this::step).toList(),
                    names(chain.receivers()));
        }

        private String names(List<String> names) {
            return names.isEmpty() ? wording.say("portal.chains.nobody") : String.join("; ", names);
        }

        private StepView step(MoneyChain.Step step) {
            return new StepView(
                    new Link(
                            step.title().isBlank() ? step.activity() : step.title(),
                            activity(step.activity()).toString()),
                    step.reporter(),
                    step.reasons().stream().map(wording::say).toList(),
                    step.handed().stream()
                            .map(handed -> wording.say(
                                    "portal.chains.handed",
                                    layout.numerals().money(handed.currency(), handed.amount()),
                                    wording.say("portfolio.measure."
                                            + handed.measure().word()),
                                    handed.payments()))
                            .toList());
        }
    }
}
