package org.salus.goals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salus.framework.Characteristic;
import org.salus.framework.Failure;
import org.salus.framework.Figure;
import org.salus.framework.Sentence;
import org.salus.governance.Assessment;
import org.salus.governance.Institution;
import org.salus.governance.Spread;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.sector.Basis;
import org.salus.sector.Finding;
import org.salus.sector.OversightAnalysis;
import org.salus.sector.OversightAnswer;
import org.salus.sector.Present;
import org.salus.sector.SectorMap;

/**
 * What was found before the plan, offered as reasons for objectives: in the newest assessment that has answers, each institution and characteristic whose median is
 * below level 3 by law or in practice; on today's sector map, each finding about the oversight of an institution.
 */
public final class Grounds {
    /** From this level on, the written levels describe what is mostly as it should be. */
    private static final BigDecimal MOSTLY_AS_IT_SHOULD_BE = BigDecimal.valueOf(3);

    private Grounds() {}

    private record Weakness(BigDecimal median, String institution, Ground ground) {}

    /**
     * The grounds in what a reader may see: assessed weaknesses, the weakest first, then findings about oversight.
     *
     * @param today the day of the map
     */
    public static List<Ground> of(Workspace workspace, View view, LocalDate today, Locale language) {
        return Stream.concat(assessed(workspace, view, language), found(view, today, language))
                .toList();
    }

    /**
     * The ground of that name, among those in what the reader of a view may see today.
     *
     * @throws Failure (not found) if there is none, or none any more
     */
    public static Ground get(Workspace workspace, View view, Locale language, String name) {
        return today(workspace, view, language).stream()
                .filter(ground -> ground.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Failure.notFound(Sentence.of("goals.failure.no-ground", name)));
    }

    /** The grounds in what the reader of a view may see, on the map of the day of its newest step. */
    public static List<Ground> today(Workspace workspace, View view, Locale language) {
        return of(workspace, view, workspace.day(view.standing().account()), language);
    }

    private static Stream<Ground> assessed(Workspace workspace, View view, Locale language) {
        return Assessment.rounds(view).stream()
                .map(round -> Assessment.of(workspace, view, round.id(), language))
                .filter(assessment -> assessment.counts().levels() > 0)
                .findFirst()
                .map(Grounds::weaknesses)
                .orElse(List.of())
                .stream();
    }

    private static List<Ground> weaknesses(Assessment assessment) {
        List<Weakness> weaknesses = new ArrayList<>();
        for (Institution institution : assessment.institutions()) {
            for (Characteristic characteristic : Characteristic.values()) {
                Figure<Spread> law = assessment
                        .reading(institution, characteristic, Basis.LAW)
                        .spread();
                Figure<Spread> practice = assessment
                        .reading(institution, characteristic, Basis.PRACTICE)
                        .spread();
                Optional<BigDecimal> weakest = Stream.of(law, practice)
                        .flatMap(figure -> figure.valueIfAny().stream())
                        .map(Spread::median)
                        .min(Comparator.naturalOrder());
                if (weakest.isPresent() && weakest.get().compareTo(MOSTLY_AS_IT_SHOULD_BE) < 0) {
                    weaknesses.add(new Weakness(
                            weakest.get(),
                            institution.name(),
                            new Ground(
                                    Assessment.finding(institution.id(), characteristic),
                                    Ground.Source.ASSESSMENT,
                                    institution.id(),
                                    characteristic,
                                    Sentence.of(
                                            "goals.ground.assessed",
                                            institution.name(),
                                            characteristic.label(),
                                            said(practice),
                                            said(law),
                                            assessment.round().title()),
                                    "governance/rounds/" + assessment.id() + "/answers/" + institution.id())));
                }
            }
        }
        return weaknesses.stream()
                .sorted(Comparator.comparing(Weakness::median)
                        .thenComparing(Weakness::institution)
                        .thenComparing(weakness -> weakness.ground().name()))
                .map(Weakness::ground)
                .toList();
    }

    private static Sentence said(Figure<Spread> figure) {
        return figure.valueIfAny()
                .map(spread -> spread.least() == spread.most()
                        ? Sentence.of("goals.ground.level", spread.median())
                        : Sentence.of("goals.ground.levels", spread.median(), spread.least(), spread.most()))
                .orElse(Sentence.of("goals.ground.unknown"));
    }

    private static Stream<Ground> found(View view, LocalDate today, Locale language) {
        OversightAnswer answer = OversightAnalysis.of(SectorMap.of(view).on(today, language), today);
        Set<ItemId> institutions =
                answer.institutions().stream().map(Present::id).collect(Collectors.toSet());
        return answer.findings().stream()
                .filter(finding -> finding.subject() == Finding.Subject.SECTOR)
                .flatMap(finding -> finding.about().stream()
                        .filter(institutions::contains)
                        .findFirst()
                        .map(institution -> new Ground(
                                finding.name(),
                                Ground.Source.OVERSIGHT,
                                institution,
                                Characteristic.ACCOUNTABILITY,
                                finding.says(),
                                "sector/oversight#finding-" + finding.name().replace(':', '_')))
                        .stream());
    }

    /** The objectives that take up each ground, by its name, in all alternatives. */
    public static Map<String, List<Item<Objective>>> takenUp(View view) {
        return view.list(Objective.KIND).stream()
                .filter(objective -> objective.value().ground().isPresent())
                .collect(Collectors.groupingBy(
                        objective -> objective.value().ground().orElseThrow(),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }
}
