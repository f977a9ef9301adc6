package org.salus.sector;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.salus.framework.CountryCodes;
import org.salus.framework.DateSpan;
import org.salus.framework.Pillar;
import org.salus.framework.Sentence;
import org.salus.ledger.Item;
import org.salus.ledger.Kind;
import org.salus.ledger.View;

/**
 * An institution of the security sector, or an actor around it: always an office, organisation or group, never a person. What it is part of is a tie, since
 * that is dated and sourced like any other.
 *
 * @param key a short name that lasts, such as {@code PNB}; may be empty
 * @param phases what it is at which time, at least one; it exists as long as one of them holds
 * @param countries ISO 3166-1 alpha-3 codes
 */
public record Actor(String key, List<Phase> phases, List<Mandate> mandates, List<String> countries, String note) {
    public static final Kind<Actor> KIND =
            Kind.of("actor", Actor.class).naming(Actor::countries).ruledInStep(Actor::refusals);

    static final int LONGEST_NAME = 1_000;
    static final int LONGEST_KEY = 60;
    static final int LONGEST_NOTE = 20_000;

    public Actor {
        phases = List.copyOf(phases);
        mandates = List.copyOf(mandates);
        countries = List.copyOf(countries);
    }

    /** An actor of which only this is known. */
    public static Actor of(Phase phase) {
        return new Actor("", List.of(phase), List.of(), List.of(), "");
    }

    /**
     * What it is on a day: of the phases that may hold, one that surely does, then the one that began last.
     *
     * @return empty if it does not exist on that day
     */
    public Optional<Phase> on(LocalDate day) {
        return phases.stream()
                .filter(phase -> phase.when().mayHoldOn(day))
                .max(Comparator.comparing((Phase phase) -> phase.when().on(day) == DateSpan.Holds.YES)
                        .thenComparing(Phase::when, DateSpan.BY_BEGINNING));
    }

    /** Whatever it was called and when. */
    public List<String> names() {
        return phases.stream()
                .flatMap(phase -> phase.names().stream())
                .map(Name::text)
                .distinct()
                .toList();
    }

    private static List<Sentence> refusals(Item<Actor> edited, View view, Kind.Step step) {
        List<Sentence> refusals = new ArrayList<>(edited.value().refusals());
        refusals.addAll(
                Fullness.refusals(edited, view, step, KIND, Fullness.MOST_ACTORS, "sector.refusal.too-many-actors"));
        Set<String> earlier = new HashSet<>(view.charter().countries());
        view.find(KIND, edited.id())
                .ifPresent(before -> earlier.addAll(before.value().countries()));
        for (String code : CountryCodes.unknown(edited.value().countries(), earlier)) {
            refusals.add(Sentence.of("sector.refusal.country", code, CountryCodes.nearest(code)));
        }
        return refusals;
    }

    List<Sentence> refusals() {
        List<Sentence> refusals = new ArrayList<>();
        if (phases.isEmpty()) {
            refusals.add(Sentence.of("sector.refusal.no-class"));
        }
        for (Phase phase : phases) {
            if (phase.names().isEmpty()) {
                refusals.add(Sentence.of("sector.refusal.nameless"));
            }
            if (phase.alsoPillar().isPresent()
                    && (!(phase.actorClass() instanceof Pillar)
                            || phase.alsoPillar().get() == phase.actorClass())) {
                refusals.add(Sentence.of("sector.refusal.second-pillar"));
            }
            for (Name name : phase.names()) {
                if (name.text().isBlank()) {
                    refusals.add(Sentence.of("sector.refusal.nameless"));
                } else if (name.text().length() > LONGEST_NAME) {
                    refusals.add(Sentence.of("sector.refusal.long-name", LONGEST_NAME));
                }
                if (!Name.isLanguage(name.language())) {
                    refusals.add(Sentence.of("sector.refusal.language", name.language()));
                }
            }
        }
        if (key.length() > LONGEST_KEY) {
            refusals.add(Sentence.of("sector.refusal.long-key", LONGEST_KEY));
        }
        if (note.length() > LONGEST_NOTE) {
            refusals.add(Sentence.of("sector.refusal.long-note", LONGEST_NOTE));
        }
        return refusals.stream().distinct().toList();
    }
}
