package org.salus.coordination;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.salus.evidence.DataDay;
import org.salus.framework.Figure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;

/** What coordination answers to people, line by line. */
public final class CoordinationTexts {
    private static final int DECIMALS = 2;

    private final Wording wording;

    public CoordinationTexts(Wording wording) {
        this.wording = wording;
    }

    /** Findings with their reasons, what is to be asked, and the figures area by area. */
    public List<Sentence> lines(Coordination of) {
        List<Sentence> lines = new ArrayList<>();
        lines.add(Sentence.of(
                "coordination.cli.title",
                of.country().inText(wording),
                of.measure().label(),
                of.currency(),
                of.asOf().map(DataDay::day).map(Object::toString).orElse("–")));
        lines.add(of.caution());
        findings(of.findings(), lines);
        lines.add(Sentence.of("coordination.cli.concentration"));
        once(of).ifPresent(lines::add);
        of.concentrations().stream()
                .filter(one -> one.year().isEmpty())
                .forEach(one -> lines.add(Sentence.of(
                        "coordination.cli.concentration-line",
                        one.area()
                                .map(area -> area.code() + " " + wording.say(area.label()))
                                .orElseGet(() -> wording.say("coordination.all-areas")),
                        whole(one.total()),
                        one.donors().size(),
                        text(one.herfindahl()),
                        text(one.effectiveDonors()),
                        ratio(one.fragmentation()))));
        lines.addAll(balance(of));
        lines.add(Sentence.of("coordination.cli.levels"));
        of.levels()
                .parts()
                .forEach(part -> lines.add(Sentence.of(
                        "coordination.cli.levels-line",
                        part.level().label(),
                        whole(part.money()),
                        part.activities().size(),
                        String.join(", ", part.donors()))));
        lines.add(beyond(of));
        of.levels().neighbours().forEach(one -> lines.add(neighbour(of, one)));
        of.levels().notComputed().forEach(reason -> lines.add(Sentence.of("coordination.cli.not-computed", reason)));
        lines.add(Sentence.of("coordination.cli.predictability"));
        plans(of, lines);
        lines.add(Sentence.of("coordination.cli.partnership"));
        of.partnership().forEach(one -> lines.add(value(one)));
        lines.add(Sentence.of("coordination.cli.localisation"));
        of.localisations().forEach(one -> lines.add(receivers(one)));
        lines.add(Sentence.of("coordination.cli.from", of.snapshot(), of.edition(), of.sorting()));
        return lines;
    }

    /** Findings about a country of a workspace with what its members answered, what support and the workspace lack of one another, and what is to be asked. */
    public List<Sentence> lines(AnsweredFindings of, String workspace) {
        List<Sentence> lines = new ArrayList<>();
        lines.add(Sentence.of(
                "coordination.cli.workspace-title",
                of.country().inText(wording),
                workspace,
                of.measure().label(),
                of.currency()));
        lines.add(of.caution());
        lines.add(Sentence.of(
                "coordination.cli.findings", of.findings().findings().size()));
        for (Finding finding : of.findings().findings()) {
            lines.addAll(finding(finding));
            lines.addAll(answered(of, of.name(finding)));
        }
        for (WorkspaceGap gap : of.gaps()) {
            lines.add(Sentence.of("coordination.cli.gap", gap.kind().label(), gap.says()));
            gap.reasons().forEach(reason -> lines.add(Sentence.of("coordination.cli.reason", reason)));
            if (!gap.activities().isEmpty()) {
                lines.add(Sentence.of("coordination.cli.stands-on-activities", String.join(", ", gap.activities())));
            }
            lines.addAll(answered(of, gap.name()));
        }
        if (!of.withoutDecision().isEmpty()) {
            lines.add(Sentence.of("coordination.undecided.title"));
            of.withoutDecision()
                    .forEach(one -> lines.add(Sentence.of(
                            "coordination.cli.undecided",
                            one.finding().says(),
                            one.activities().size())));
        }
        asked(of.findings().asked(), lines);
        of.notComputed().forEach(reason -> lines.add(Sentence.of("coordination.cli.not-computed", reason)));
        return lines;
    }

    private static List<Sentence> answered(AnsweredFindings of, String name) {
        return of.answers(name).stream()
                .map(item -> Sentence.of(
                        "coordination.cli.answered",
                        item.value().reply().label(),
                        item.value().because().isEmpty() ? 0 : 1,
                        item.value().because()))
                .toList();
    }

    /** What of the money is told twice; empty if nothing is known to be. */
    public static Optional<Sentence> once(Coordination of) {
        return of.setAside().signum() == 0
                ? Optional.empty()
                : Optional.of(Sentence.of(
                        "coordination.once",
                        of.currency(),
                        whole(of.setAside()),
                        of.measure().label()));
    }

    /** An indicator with its value, or why there is none. */
    public Sentence value(PartnershipIndicator one) {
        return one.value()
                .valueIfAny()
                .map(value -> one.year()
                        .map(year -> Sentence.of(
                                "coordination.partnership.value",
                                one.code(),
                                one.name(),
                                percent(value),
                                String.valueOf(year),
                                said(one.value().reasonIfAny())))
                        .orElseGet(() -> Sentence.of(
                                "coordination.partnership.value-of-all",
                                one.code(),
                                one.name(),
                                percent(value),
                                said(one.value().reasonIfAny()))))
                .orElseGet(() -> Sentence.of(
                        "coordination.partnership.unknown",
                        one.code(),
                        one.name(),
                        said(one.value().reasonIfAny())));
    }

    /** What of the money comes from activities that reach beyond the country. */
    public Sentence beyond(Coordination of) {
        Levels.Beyond beyond = of.levels().beyond();
        return Sentence.of(
                "coordination.levels.beyond", beyond.activities().size(), of.currency(), whole(beyond.money()));
    }

    /** What a neighbour receives, and what it has in common with the country. */
    public Sentence neighbour(Coordination of, Levels.Neighbour one) {
        return Sentence.of(
                "coordination.levels.neighbour",
                one.country().name(),
                one.activities(),
                of.currency(),
                whole(one.money()),
                one.here().isEmpty()
                        ? Sentence.of("coordination.levels.no-donor")
                        : Sentence.of("coordination.levels.donors", String.join(", ", one.here())),
                one.both().size(),
                one.across().map(CoordinationTexts::actors).orElse(Sentence.of("coordination.levels.actors-unknown")));
    }

    private static Sentence actors(List<String> across) {
        return across.isEmpty()
                ? Sentence.of("coordination.levels.no-actor")
                : Sentence.of("coordination.levels.actors", String.join(", ", across));
    }

    private List<Sentence> balance(Coordination of) {
        List<Sentence> lines = new ArrayList<>();
        lines.add(Sentence.of("coordination.cli.balance"));
        of.balance()
                .fields()
                .forEach(field -> lines.add(Sentence.of(
                        "coordination.cli.balance-line",
                        field.field().label(),
                        whole(field.money()),
                        field.activities().size())));
        of.balance()
                .contents()
                .forEach(part -> lines.add(Sentence.of(
                        "coordination.cli.balance-line",
                        Sentence.of(
                                "coordination.balance.speaks-of", part.content().label()),
                        whole(part.money()),
                        part.activities().size())));
        shares(of.balance()).forEach(lines::add);
        lines.add(of.balance().note());
        lines.add(of.balance().basis());
        return lines;
    }

    /** What the parts are, each with why it is incomplete or missing. */
    public List<Sentence> shares(Balance balance) {
        return List.of(
                share("coordination.balance.oversight", balance.oversight()),
                share("coordination.balance.with-justice", balance.oversightWithJustice()),
                share("coordination.balance.means-only", balance.meansOnly()));
    }

    private Sentence share(String what, Figure<BigDecimal> figure) {
        Sentence name = Sentence.of(what);
        return figure.valueIfAny()
                .map(value ->
                        Sentence.of("coordination.balance.share", name, percent(value), said(figure.reasonIfAny())))
                .orElseGet(() -> Sentence.of("coordination.balance.unknown", name, said(figure.reasonIfAny())));
    }

    private void plans(Coordination of, List<Sentence> lines) {
        if (of.predictability().years().isEmpty()) {
            lines.add(Sentence.of("coordination.cli.no-plans"));
        }
        of.predictability()
                .years()
                .forEach(year -> lines.add(Sentence.of(
                        "coordination.cli.plan-line",
                        String.valueOf(year.year()),
                        whole(year.planned()),
                        whole(year.paid()),
                        text(year.paidOfPlanned()),
                        text(year.asPlanned()),
                        whole(year.paidWithoutPlan()))));
        of.predictability()
                .leftOut()
                .forEach(left -> lines.add(Sentence.of(
                        "coordination.cli.plan-left-out",
                        left.reason(),
                        left.activities().size())));
        of.predictability()
                .volatilities()
                .forEach(one -> lines.add(Sentence.of(
                        "coordination.cli.volatility-line",
                        one.area()
                                .map(area -> area.code() + " " + wording.say(area.label()))
                                .orElseGet(() -> wording.say("coordination.all-areas")),
                        one.from().map(String::valueOf).orElse("–"),
                        one.to().map(String::valueOf).orElse("–"),
                        text(one.variation()),
                        text(one.logChange()))));
    }

    /** What goes to national hands by one definition, and to whom else. */
    public Sentence receivers(Localisation one) {
        Sentence definition =
                Sentence.of("coordination.definition." + one.definition().code());
        String parts = one.parts().stream()
                .map(part -> wording.say(Sentence.of(
                        "coordination.cli.localisation-part", part.receiver().label(), whole(part.money()))))
                .collect(Collectors.joining("; "));
        return one.national().valueIfAny().isEmpty()
                ? Sentence.of("coordination.cli.localisation-unknown", definition, reason(one.national()), parts)
                : Sentence.of(
                        "coordination.cli.localisation-line",
                        definition,
                        text(one.national()),
                        text(one.nationalAtMost()),
                        parts);
    }

    /** What of the money goes to national hands by one definition, in percent. */
    public Sentence national(Localisation one) {
        Sentence definition =
                Sentence.of("coordination.definition." + one.definition().code());
        Optional<BigDecimal> least = one.national().valueIfAny();
        Optional<BigDecimal> most = one.nationalAtMost().valueIfAny();
        Optional<Sentence> reason = one.national().reasonIfAny();
        if (least.isEmpty() || most.isEmpty()) {
            return Sentence.of("coordination.page.national-unknown", definition, said(reason));
        }
        return reason.isEmpty()
                ? Sentence.of("coordination.page.national", definition, percent(least.get()), percent(most.get()))
                : Sentence.of(
                        "coordination.page.national-partial",
                        definition,
                        percent(least.get()),
                        percent(most.get()),
                        said(reason));
    }

    private String said(Optional<Sentence> reason) {
        return reason.map(wording::say).orElse("");
    }

    private static BigDecimal percent(BigDecimal share) {
        return share.movePointRight(2).setScale(0, RoundingMode.HALF_UP);
    }

    private static List<Sentence> finding(Finding finding) {
        List<Sentence> lines = new ArrayList<>();
        lines.add(Sentence.of("coordination.cli.finding", finding.kind().label(), finding.says()));
        finding.reasons().forEach(reason -> lines.add(Sentence.of("coordination.cli.reason", reason)));
        lines.add(Sentence.of(
                "coordination.cli.stands-on",
                finding.rows().size(),
                finding.activities().size(),
                String.join(", ", finding.activities())));
        return lines;
    }

    private static void asked(List<Finding.Asked> asked, List<Sentence> lines) {
        if (!asked.isEmpty()) {
            lines.add(Sentence.of("coordination.cli.asked"));
            asked.forEach(one -> lines.add(Sentence.of("coordination.cli.reason", one.question())));
        }
    }

    private static void findings(Findings findings, List<Sentence> lines) {
        lines.add(Sentence.of("coordination.cli.findings", findings.findings().size()));
        for (Finding finding : findings.findings()) {
            lines.addAll(finding(finding));
        }
        asked(findings.asked(), lines);
        findings.notComputed().forEach(reason -> lines.add(Sentence.of("coordination.cli.not-computed", reason)));
    }

    /** A donor, area by area. */
    public List<Sentence> lines(DonorAnswer of) {
        List<Sentence> lines = new ArrayList<>();
        DonorProfile profile = of.profile();
        lines.add(Sentence.of(
                "coordination.cli.donor-title",
                profile.donor(),
                of.country().inText(wording),
                of.measure().label(),
                of.currency(),
                whole(profile.total()),
                profile.joint().size()));
        lines.add(of.caution());
        lines.add(of.meaning());
        for (DonorProfile.AreaProfile area : profile.areas()) {
            lines.add(Sentence.of(
                    "coordination.cli.donor-area",
                    area.area().code(),
                    area.area().label(),
                    area.activities().size(),
                    whole(area.money()),
                    of.currency()));
            lines.add(Sentence.of(
                    "coordination.cli.donor-shares",
                    text(area.ownShare()),
                    text(area.everybodysShare()),
                    text(area.advantage()),
                    text(area.advantageAmongLike())));
            lines.add(Sentence.of(
                    "coordination.cli.donor-time",
                    area.presence().years(),
                    area.presence().first().map(String::valueOf).orElse("–"),
                    area.presence().last().map(String::valueOf).orElse("–"),
                    trend(area.trend())));
            lines.add(Sentence.of("coordination.cli.reason", results(area)));
            lines.add(Sentence.of("coordination.cli.donor-activities", String.join(", ", area.activities())));
        }
        lines.add(Sentence.of("coordination.cli.from", of.snapshot(), of.edition(), of.sorting()));
        return lines;
    }

    /** What is recorded of results of a donor's activities in an area. */
    public static Sentence results(DonorProfile.AreaProfile area) {
        DonorProfile.Results results = area.results();
        return results.activities().isEmpty()
                ? Sentence.of("coordination.donor.no-results")
                : Sentence.of(
                        "coordination.donor.results",
                        results.activities().size(),
                        results.recorded().results(),
                        results.recorded().indicators(),
                        results.recorded().measured());
    }

    /** What the largest part of a donor's money is for; of a donor without money in the period, that there is none. */
    public Sentence answer(DonorAnswer of) {
        DonorProfile profile = of.profile();
        long activities = profile.areas().stream()
                .flatMap(area -> area.activities().stream())
                .distinct()
                .count();
        return profile.areas().stream()
                .filter(area -> area.money().signum() > 0)
                .max(Comparator.comparing(DonorProfile.AreaProfile::money))
                .map(most -> Sentence.of(
                        "coordination.donor.answer",
                        profile.donor(),
                        activities,
                        profile.areas().size(),
                        whole(profile.total()),
                        of.currency(),
                        of.measure().label(),
                        most.area().code() + " " + wording.say(most.area().label()),
                        most.ownShare()
                                .valueIfAny()
                                .map(CoordinationTexts::percent)
                                .orElse(BigDecimal.ZERO)))
                .orElseGet(() -> Sentence.of(
                        "coordination.donor.answer.no-money",
                        profile.donor(),
                        activities,
                        of.measure().label()));
    }

    private String trend(Figure<DonorProfile.Trend> trend) {
        return trend.valueIfAny()
                .map(known -> wording.say(Sentence.of(
                        "coordination.cli.trend",
                        rounded(known.earlier()),
                        String.valueOf(known.earlierFrom()),
                        String.valueOf(known.earlierTo()),
                        rounded(known.later()),
                        String.valueOf(known.laterFrom()),
                        String.valueOf(known.laterTo()))))
                .orElseGet(() -> reason(trend));
    }

    private String ratio(Figure<Concentration.Fragmentation> figure) {
        return figure.valueIfAny()
                .map(known -> wording.say(Sentence.of(
                        "coordination.cli.fragmentation",
                        rounded(known.ratio()),
                        known.relations() - known.significant(),
                        known.relations())))
                .orElseGet(() -> reason(figure));
    }

    /** The number, with why it is incomplete; or why there is none. */
    private String text(Figure<BigDecimal> figure) {
        return switch (figure) {
            case Figure.Known<BigDecimal> known -> rounded(known.value());
            case Figure.Partial<BigDecimal> partial ->
                wording.say(Sentence.of("coordination.cli.partial", rounded(partial.value()), partial.reason()));
            case Figure.Unknown<BigDecimal> unknown -> reason(unknown);
        };
    }

    private String reason(Figure<?> figure) {
        return figure.reasonIfAny()
                .map(reason -> wording.say(Sentence.of("coordination.cli.unknown", reason)))
                .orElse("");
    }

    private static String rounded(BigDecimal number) {
        return Wording.figure(number.setScale(DECIMALS, RoundingMode.HALF_UP));
    }

    private static BigDecimal whole(BigDecimal money) {
        return money.setScale(0, RoundingMode.HALF_UP);
    }
}
