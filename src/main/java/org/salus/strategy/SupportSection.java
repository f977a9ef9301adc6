package org.salus.strategy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.salus.coordination.AnsweredFindings;
import org.salus.coordination.Finding;
import org.salus.coordination.WorkspaceGap;
import org.salus.documents.Cell;
import org.salus.documents.Column;
import org.salus.documents.Table;
import org.salus.evidence.Country;
import org.salus.frame.web.Address;
import org.salus.framework.Wording;
import org.salus.goals.Chain;
import org.salus.goals.Support;
import org.salus.ledger.Item;
import org.salus.sector.MapQuestion;
import org.salus.sector.SupportList;

/**
 * The support map and the division of labour: the plan's own lines by donor, what is found about support in open data, where plan and support do not meet, and what members know of support that nobody
 * published. The matrix of donors and areas is added by the room that shows it on pages.
 */
final class SupportSection implements SectionSource {
    @Override
    public Section section() {
        return Section.SUPPORT;
    }

    @Override
    public Composed compose(Material material) {
        Wording wording = material.wording();
        Composing section = new Composing(section(), wording);
        section.say("strategy.support.standing");
        if (material.countries().isEmpty()) {
            section.say("strategy.support.no-country");
        }
        for (Country country : material.countries()) {
            country(material.findings(country), country, section, wording);
        }
        List<Item<Support>> planned =
                material.chain().map(SupportSection::byDonor).orElse(List.of());
        if (!planned.isEmpty()) {
            section.say(
                    "strategy.support.planned",
                    planned.size(),
                    planned.stream().map(one -> one.value().donor()).distinct().count(),
                    planned.stream()
                            .filter(one -> one.value().amount().isEmpty())
                            .count(),
                    planned.stream()
                            .filter(one -> one.value().isUnconfirmed(material.day()))
                            .count());
            section.table("planned", planned(planned, wording));
        }
        SupportList known = known(material);
        if (known.lines().isEmpty()) {
            section.say("strategy.support.none-known");
        } else {
            section.say("strategy.support.known", known.lines().size(), known.withoutAmount());
            section.table("known", known.table(wording, line -> Optional.empty()));
        }
        return section.composed();
    }

    private static void country(AnsweredFindings found, Country country, Composing section, Wording wording) {
        int activities = found.map().activities().size();
        if (activities == 0) {
            section.say("strategy.support.nothing-loaded", country.inText(wording));
            return;
        }
        List<Finding> findings = found.findings().findings();
        section.say(
                "strategy.support.lead",
                country.inText(wording),
                activities,
                found.map().donorNames(),
                findings.size());
        section.list(findings.stream()
                .map(finding ->
                        wording.say("strategy.support.finding", finding.kind().label(), finding.says()))
                .toList());
        List<WorkspaceGap> gaps = found.gaps();
        if (!gaps.isEmpty()) {
            section.say("strategy.support.gaps", gaps.size());
            section.list(gaps.stream().map(WorkspaceGap::says).map(wording::say).toList());
        }
        found.notComputed().forEach(reason -> section.note("strategy.said", reason));
        section.note("strategy.support.rules", found.edition(), found.sorting(), found.caution());
    }

    private static List<Item<Support>> byDonor(Chain plan) {
        return plan.list(Support.KIND).stream()
                .sorted(Comparator.comparing((Item<Support> one) -> one.value().donor())
                        .thenComparing(one -> one.value().title())
                        .thenComparing(Item::id))
                .toList();
    }

    private static Table planned(List<Item<Support>> lines, Wording wording) {
        return new Table(
                wording.say("strategy.support.table"),
                List.of(
                        Column.text("donor", wording.say("strategy.support.donor")),
                        Column.text("support", wording.say("strategy.support.line")),
                        Column.text("area", wording.say("strategy.support.area")),
                        Column.text("means", wording.say("strategy.support.means")),
                        Column.text("amount", wording.say("strategy.support.amount.name")),
                        Column.text("from", wording.say("strategy.plan.begins")),
                        Column.text("until", wording.say("strategy.plan.until"))),
                lines.stream().map(line -> row(line.value(), wording)).toList());
    }

    private static List<Cell> row(Support line, Wording wording) {
        String none = wording.say("strategy.plan.not-said");
        return List.of(
                PlanSection.words(line.donor(), none),
                Cell.text(line.title()),
                line.area()
                        .map(area -> Cell.text(wording.say(area.label())).withCode(area.code()))
                        .orElseGet(() -> Cell.blank(none)),
                PlanSection.words(
                        line.means().map(means -> wording.say(means.label())).orElse(""), none),
                PlanSection.words(
                        line.amount()
                                .map(amount -> wording.say("strategy.support.amount", line.currency(), amount))
                                .orElse(""),
                        none),
                PlanSection.words(line.when().from().map(wording::shortDay).orElse(""), none),
                PlanSection.words(line.when().until().map(wording::shortDay).orElse(""), none));
    }

    /** What members know of support; in no map of the reader's own layers, since an edition is for more than one reader. */
    static SupportList known(Material material) {
        LocalDate day = material.day();
        return SupportList.of(
                material.view(),
                List.of(),
                new MapQuestion(Address.of("/"), day),
                material.wording().locale());
    }
}
