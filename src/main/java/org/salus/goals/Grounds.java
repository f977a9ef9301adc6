package org.salus.goals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
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
import org.salus.governance.Round;
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
 * What was found before the plan, offered as reasons for objectives: of each institution and characteristic the newest assessment that has a level for it, where
 * its median is below level 3 by law or in practice; on today's sector map, each finding about the oversight of an institution.
 */
public final class Grounds {
    /** From this level on, the written levels describe what is mostly as it should be. */
    private static final BigDecimal MOSTLY_AS_IT_SHOULD_BE = BigDecimal.valueOf(3);

    private Grounds() {}

    /** What an assessment was asked to look at. */
    private record Aspect(ItemId institution, Characteristic characteristic) {}

    private record Weakness(String institution, Characteristic characteristic, Ground ground) {}

    /**
     * The grounds in what a reader may see: assessed weaknesses, institution by institution, then findings about oversight.
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

    /** A visit that asks one thing again says nothing about the rest: of that the round before it is still the newest. */
    private static Stream<Ground> assessed(Workspace workspace, View view, Locale language) {
        Set<Aspect> known = new HashSet<>();
        List<Weakness> weaknesses = new ArrayList<>();
        for (Item<Round> round : Assessment.rounds(view)) {
            Assessment assessment = Assessment.of(workspace, view, round.id(), language);
            for (Institution institution : assessment.institutions()) {
                for (Characteristic characteristic : Characteristic.values()) {
                    add(assessment, institution, characteristic, known, weaknesses);
                }
            }
        }
        // By name: no list puts institutions in an order of merit.
        return weaknesses.stream()
                .sorted(Comparator.comparing(Weakness::institution)
                        .thenComparing(weakness -> weakness.ground().institution())
                        .thenComparing(Weakness::characteristic))
                .map(Weakness::ground);
    }

    private static void add(
            Assessment assessment,
            Institution institution,
            Characteristic characteristic,
            Set<Aspect> known,
            List<Weakness> weaknesses) {
        Figure<Spread> law =
                assessment.reading(institution, characteristic, Basis.LAW).spread();
        Figure<Spread> practice =
                assessment.reading(institution, characteristic, Basis.PRACTICE).spread();
        Optional<BigDecimal> weakest = Stream.of(law, practice)
                .flatMap(figure -> figure.valueIfAny().stream())
                .map(Spread::median)
                .min(Comparator.naturalOrder());
        if (weakest.isEmpty()
                || !known.add(new Aspect(institution.id(), characteristic))
                || weakest.get().compareTo(MOSTLY_AS_IT_SHOULD_BE) >= 0) {
            return;
        }
        weaknesses.add(new Weakness(
                institution.name(),
                characteristic,
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
