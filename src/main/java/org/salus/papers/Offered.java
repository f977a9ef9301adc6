package org.salus.papers;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.salus.agenda.Meeting;
import org.salus.evidence.Country;
import org.salus.framework.Pillar;
import org.salus.framework.ReformArea;
import org.salus.goals.Goal;
import org.salus.portfolio.DonorSupport;
import org.salus.strategy.Material;

/**
 * What may be said to the choices of a paper, of what its reader sees.
 *
 * @param values by choice; none where anything can be said
 */
public record Offered(Map<PaperChoice, List<Value>> values) {
    /**
     * Something to choose.
     *
     * @param value what is said
     * @param label in words
     */
    public record Value(String value, String label) {}

    public Offered {
        values = Map.copyOf(values);
    }

    /** What may be said to one of them; nothing where anything can be. */
    public List<Value> of(PaperChoice choice) {
        return values.getOrDefault(choice, List.of());
    }

    static Offered of(Material material, PaperTemplate template, Remembered remembered) {
        Making making =
                new Making(material, PaperQuestion.NOTHING, template.parts().getFirst(), remembered);
        Map<PaperChoice, List<Value>> values = new EnumMap<>(PaperChoice.class);
        for (PaperChoice choice : template.choices()) {
            values.put(
                    choice,
                    switch (choice) {
                        case OF ->
                            same(making.material().sector().actors().stream().map(actor -> actor.name()));
                        case DONOR -> same(donors(making).stream());
                        case OBJECTIVE ->
                            same(making.objectives().stream()
                                    .map(one -> one.value().title()));
                        case GOAL ->
                            same(making.plans().stream()
                                    .flatMap(chain -> chain.list(Goal.KIND).stream())
                                    .map(goal -> goal.value().title()));
                        case OFFICE -> same(Offices.of(making).stream());
                        case AREA ->
                            Stream.of(ReformArea.values())
                                    .filter(ReformArea::isSsr)
                                    .map(area -> new Value(
                                            area.code(),
                                            area.code() + " " + making.wording().say(area.label())))
                                    .toList();
                        case PILLAR ->
                            Stream.of(Pillar.values())
                                    .map(pillar -> new Value(
                                            pillar.code(),
                                            pillar.code() + " "
                                                    + making.wording().say(pillar.label())))
                                    .toList();
                        case MEETING ->
                            same(material.view().list(Meeting.KIND).stream()
                                    .map(one -> one.value().title()));
                        case FROM, TO, ASKED, PARTNER -> List.<Value>of();
                    });
        }
        return new Offered(values);
    }

    /** The donors that are on record in the workspace or named in open data about its countries. */
    static Set<String> donors(Making making) {
        TreeSet<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(making.donors());
        for (Country country : making.material().countries()) {
            making.material().findings(country).map().donors().stream()
                    .map(DonorSupport::name)
                    .filter(name -> !name.startsWith("*"))
                    .forEach(names::add);
        }
        return names;
    }

    private static List<Value> same(Stream<String> names) {
        return names.filter(name -> !name.isBlank())
                .distinct()
                .map(name -> new Value(name, name))
                .toList();
    }
}
