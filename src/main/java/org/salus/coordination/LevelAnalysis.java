package org.salus.coordination;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.salus.evidence.Country;
import org.salus.evidence.Donors;
import org.salus.evidence.Place;
import org.salus.framework.Sentence;
import org.salus.portfolio.DonorSupport;
import org.salus.portfolio.Folding;
import org.salus.portfolio.SortedActivity;
import org.salus.portfolio.SupportRow;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Tells support by who pays: the country itself, another one, organisations of a region or of the world. Rules are in {@code docs/coordination.md}. */
final class LevelAnalysis {
    private static final Donors DONORS = Donors.shipped();
    private static final Set<String> REGIONAL = regional();
    private static final Map<String, String> COUNTRIES = DONORS.lines().stream()
            .filter(line -> !line.iso3().isEmpty())
            .collect(Collectors.toMap(line -> line.donor().name(), Donors.Line::iso3, (one, other) -> one));
    private static final Set<String> NO_STATES = Set.of("ngo", "foundation", "private", "company");

    /**
     * What is loaded of a neighbour.
     *
     * @param across armed actors active in both countries; empty where events of either are not loaded
     * @param activities and rows of every year, measure and area
     */
    record Loaded(
            Country country, Optional<List<String>> across, List<SortedActivity> activities, List<SupportRow> rows) {
        Loaded {
            across = across.map(List::copyOf);
            activities = List.copyOf(activities);
            rows = List.copyOf(rows);
        }
    }

    private final CoordinationInputs inputs;
    private final Map<String, SortedActivity> activities = new HashMap<>();

    private LevelAnalysis(CoordinationInputs inputs) {
        this.inputs = inputs;
        inputs.activities().forEach(sorted -> activities.put(sorted.activity().identifier(), sorted));
    }

    private static Set<String> regional() {
        try (InputStream bytes = Objects.requireNonNull(LevelAnalysis.class.getResourceAsStream("levels.yaml"))) {
            JsonNode file = new YAMLMapper().readTree(bytes);
            Set<String> names = new HashSet<>();
            file.required("regional").forEach(name -> names.add(Folding.words(name.asString())));
            return names;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * The levels of a country's support.
     *
     * @param neighbours those of which activities are loaded
     * @param notComputed what could not even be looked for
     */
    static Levels of(CoordinationInputs inputs, List<Loaded> neighbours, List<Sentence> notComputed) {
        LevelAnalysis analysis = new LevelAnalysis(inputs);
        return new Levels(
                analysis.parts(),
                analysis.beyond(),
                neighbours.stream().map(analysis::neighbour).toList(),
                notComputed);
    }

    private List<Levels.Part> parts() {
        Map<SupportLevel, List<SupportRow>> byLevel = new EnumMap<>(SupportLevel.class);
        for (SupportRow row : inputs.inPeriod()) {
            byLevel.computeIfAbsent(level(row), first -> new ArrayList<>()).add(row);
        }
        return byLevel.entrySet().stream()
                .map(part -> new Levels.Part(
                        part.getKey(),
                        sum(part.getValue()),
                        part.getValue().size(),
                        donors(part.getValue()),
                        identifiers(part.getValue())))
                .toList();
    }

    private SupportLevel level(SupportRow row) {
        if (!row.donor().equals(DonorSupport.SEVERAL)) {
            return level(row.donor());
        }
        SortedActivity sorted = activities.get(row.activity());
        Set<SupportLevel> together = sorted == null
                ? Set.of()
                : sorted.donors().stream()
                        .map(name -> level(DONORS.of(name).name()))
                        .collect(Collectors.toSet());
        return together.size() == 1 ? together.iterator().next() : SupportLevel.SEVERAL;
    }

    private SupportLevel level(String donor) {
        String kind = inputs.kinds().getOrDefault(donor, DONORS.of(donor).kind());
        if (donor.equals(DonorSupport.UNNAMED)) {
            return SupportLevel.CANNOT_BE_TOLD;
        }
        if (inputs.country().iso3().equals(COUNTRIES.get(donor))
                || Folding.words(donor).equals(Folding.words(inputs.country().name()))) {
            return SupportLevel.NATIONAL;
        }
        if (REGIONAL.contains(Folding.words(donor))) {
            return SupportLevel.REGIONAL;
        }
        if (kind.equals("country")) {
            return SupportLevel.BILATERAL;
        }
        if (kind.equals("multilateral")) {
            return SupportLevel.INTERNATIONAL;
        }
        return NO_STATES.contains(kind) ? SupportLevel.PRIVATE : SupportLevel.CANNOT_BE_TOLD;
    }

    private Levels.Beyond beyond() {
        Set<String> wide = activities.values().stream()
                .filter(sorted -> sorted.sorting().area().isSsr() && isWide(sorted))
                .map(sorted -> sorted.activity().identifier())
                .collect(Collectors.toCollection(TreeSet::new));
        List<SupportRow> rows = inputs.inPeriod().stream()
                .filter(row -> wide.contains(row.activity()))
                .toList();
        return new Levels.Beyond(sum(rows), rows.size(), List.copyOf(wide));
    }

    /** Whether it names more than one place, and one of them is not this country. */
    private boolean isWide(SortedActivity sorted) {
        return sorted.activity().systemCountry() == null
                && sorted.activity().places().stream().anyMatch(this::isElsewhere);
    }

    private boolean isElsewhere(Place place) {
        return place.region() || !inputs.country().iso3().equals(place.iso3());
    }

    private Levels.Neighbour neighbour(Loaded loaded) {
        List<SupportRow> rows = inputs.inPeriod(loaded.rows().stream()
                .filter(row -> row.measure() == inputs.measure() && row.area().isSsr())
                .toList());
        Set<String> here = new TreeSet<>(donors(inputs.inPeriod()));
        here.retainAll(donors(rows));
        List<String> reform = loaded.activities().stream()
                .filter(sorted -> sorted.sorting().area().isSsr())
                .map(sorted -> sorted.activity().identifier())
                .sorted()
                .toList();
        return new Levels.Neighbour(
                loaded.country(),
                loaded.across(),
                sum(rows),
                rows.size(),
                reform.size(),
                List.copyOf(here),
                reform.stream().filter(activities::containsKey).toList());
    }

    private static BigDecimal sum(List<SupportRow> rows) {
        return rows.stream().map(SupportRow::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<String> identifiers(List<SupportRow> rows) {
        return rows.stream().map(SupportRow::activity).distinct().sorted().toList();
    }

    private static List<String> donors(List<SupportRow> rows) {
        return rows.stream()
                .map(SupportRow::donor)
                .filter(OneDonor::is)
                .distinct()
                .sorted()
                .toList();
    }
}
