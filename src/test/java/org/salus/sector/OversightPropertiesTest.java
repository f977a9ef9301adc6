package org.salus.sector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.salus.framework.DateSpan;
import org.salus.framework.PartialDate;
import org.salus.framework.Recorded;
import org.salus.ledger.Item;
import org.salus.workspace.Reliability;

/** What holds of the oversight analysis whatever is recorded. The maps come from seeded chance. */
class OversightPropertiesTest {
    private static final int MAPS = 60;

    private static final Set<String> ABSENCES = Set.of(
            "oversight-absent", "law-without-practice", "sole-overseer", "overseer-without-reach", "outside-command");

    private static final List<ActorType> TYPES = List.of(
            ActorType.ARMY,
            ActorType.POLICE,
            ActorType.INTELLIGENCE,
            ActorType.PARLIAMENT,
            ActorType.COURT,
            ActorType.OMBUDS,
            ActorType.AUDIT_OFFICE,
            ActorType.MINISTRY_OF_DEFENCE,
            ActorType.HEAD_OF_STATE,
            ActorType.RIGHTS_GROUP,
            ActorType.MILITIA);

    private static Sketch sketch(Random chance) {
        Sketch sketch = new Sketch()
                .source("law", Reliability.A, Optional.of(PartialDate.ofYear(2010)))
                .source("report", Reliability.E, Optional.of(PartialDate.ofYear(2025)));
        int actors = 4 + chance.nextInt(6);
        for (int i = 0; i < actors; i++) {
            ActorType type = TYPES.get(chance.nextInt(TYPES.size()));
            sketch.actor("a" + i, type, time(chance), type.usualPowers().toArray(Power[]::new));
        }
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < 12 + chance.nextInt(40); i++) {
            String from = "a" + chance.nextInt(actors);
            String to = "a" + chance.nextInt(actors);
            TieType type = any(TieType.values(), chance);
            if (taken.add(from + type + to)) {
                sketch.tie(from, type, to, statement(chance), statement(chance), sources(chance));
            }
        }
        return sketch;
    }

    private static <T> T any(T[] choices, Random chance) {
        return choices[chance.nextInt(choices.length)];
    }

    private static DateSpan time(Random chance) {
        return chance.nextInt(4) == 0 ? DateSpan.since(PartialDate.ofYear(2000 + chance.nextInt(30))) : DateSpan.OPEN;
    }

    private static Statement statement(Random chance) {
        Recorded recorded = any(Recorded.values(), chance);
        return new Statement(recorded, time(chance), Optional.empty());
    }

    private static String[] sources(Random chance) {
        return switch (chance.nextInt(4)) {
            case 0 -> new String[] {};
            case 1 -> new String[] {"law", "report"};
            case 2 -> new String[] {"report"};
            default -> new String[] {"law"};
        };
    }

    private static OversightAnswer answer(List<Item<Actor>> actors, List<Item<Tie>> ties, Sketch sketch) {
        return OversightAnalysis.of(
                SectorMap.of(actors, ties, sketch.sources).on(Sketch.DAY, Locale.ENGLISH), Sketch.DAY);
    }

    private static Set<String> names(OversightAnswer answer, Set<String> rules) {
        return answer.findings().stream()
                .filter(finding -> rules.contains(finding.rule()))
                .map(Finding::name)
                .collect(Collectors.toSet());
    }

    @RepeatedTest(MAPS)
    void the_order_of_items_does_not_matter(RepetitionInfo turn) {
        Random chance = new Random(turn.getCurrentRepetition());
        Sketch sketch = sketch(chance);
        OversightAnswer answer = sketch.answer();
        Collections.shuffle(sketch.actors, chance);
        Collections.shuffle(sketch.ties, chance);
        assertThat(sketch.answer()).isEqualTo(answer);
    }

    @RepeatedTest(MAPS)
    void what_is_not_recorded_finds_nothing(RepetitionInfo turn) {
        Random chance = new Random(turn.getCurrentRepetition());
        Sketch sketch = sketch(chance);
        OversightAnswer before = sketch.answer();
        Statement nothing = new Statement(Recorded.NOT_RECORDED, time(chance), Optional.empty());
        for (TieType type : TieType.values()) {
            sketch.tie("a0", type, "a1", nothing, nothing, "law");
        }
        assertThat(sketch.answer().findings()).isEqualTo(before.findings());
        sketch.actor("nobody asked about it", ActorType.POLICE);
        assertThat(before.findings()).containsAll(sketch.answer().findings());
    }

    @RepeatedTest(MAPS)
    void a_fact_taken_away_makes_nothing_more_certain(RepetitionInfo turn) {
        Random chance = new Random(turn.getCurrentRepetition());
        Sketch sketch = sketch(chance);
        OversightAnswer before = sketch.answer();
        Set<String> rules = new HashSet<>(ABSENCES);
        // That a chain of command leads elsewhere keeps this one silent; without it the recorded absences speak.
        rules.remove("outside-command");
        for (int i = 0; i < sketch.ties.size(); i++) {
            List<Item<Tie>> fewer = new ArrayList<>(sketch.ties);
            Item<Tie> gone = fewer.remove(i);
            if (gone.value().type() == TieType.PART_OF) {
                // Who belongs where says whose oversight is asked, not whether there is any.
                continue;
            }
            OversightAnswer after = answer(sketch.actors, fewer, sketch);
            assertThat(after.asked().asked()).isLessThanOrEqualTo(before.asked().asked());
            assertThat(after.asked().of()).isEqualTo(before.asked().of());
            for (int row = 0; row < before.coverage().size(); row++) {
                if (before.coverage().get(row).state() == Recorded.NOT_RECORDED) {
                    assertThat(after.coverage().get(row).state()).isEqualTo(Recorded.NOT_RECORDED);
                }
            }
            assertThat(names(before, rules)).containsAll(names(after, rules));
        }
    }

    @RepeatedTest(MAPS)
    void absence_is_found_only_where_absence_is_recorded_with_a_source(RepetitionInfo turn) {
        Sketch sketch = sketch(new Random(turn.getCurrentRepetition()));
        for (Finding finding : sketch.answer().findings()) {
            if (ABSENCES.contains(finding.rule())) {
                assertThat(sketch.ties)
                        .filteredOn(tie -> finding.facts().contains(tie.id()))
                        .anySatisfy(tie -> {
                            assertThat(tie.citations()).isNotEmpty();
                            assertThat(tie.value().byLaw().toString()
                                            + tie.value().inPractice())
                                    .contains("RECORDED_AS_ABSENT");
                        });
            }
        }
        List<Item<Tie>> present = sketch.ties.stream()
                .filter(tie ->
                        !(tie.value().byLaw().toString() + tie.value().inPractice()).contains("RECORDED_AS_ABSENT"))
                .toList();
        assertThat(names(answer(sketch.actors, present, sketch), ABSENCES)).isEmpty();
    }

    @RepeatedTest(MAPS)
    void findings_rest_on_items_of_the_map_and_have_names_of_their_own(RepetitionInfo turn) {
        Sketch sketch = sketch(new Random(turn.getCurrentRepetition()));
        List<Finding> findings = sketch.answer().findings();
        Set<Object> ids = new HashSet<>();
        sketch.actors.forEach(item -> ids.add(item.id()));
        sketch.ties.forEach(item -> ids.add(item.id()));
        sketch.sources.forEach(item -> ids.add(item.id()));
        assertThat(findings).allSatisfy(finding -> assertThat(ids).containsAll(finding.needs()));
        assertThat(findings).extracting(Finding::name).doesNotHaveDuplicates();
        assertThat(sketch.answer().toAsk()).extracting(ToAsk::name).doesNotHaveDuplicates();
    }
}
