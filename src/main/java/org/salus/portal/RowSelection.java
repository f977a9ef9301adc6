package org.salus.portal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salus.frame.web.Address;
import org.salus.framework.Failure;
import org.salus.framework.Field;
import org.salus.framework.ReformArea;
import org.salus.framework.Wording;
import org.salus.portfolio.Measure;
import org.salus.portfolio.PivotDimension;
import org.salus.portfolio.SupportMap;
import org.salus.portfolio.SupportRow;
import org.salus.portfolio.SupportTraits;

/**
 * Which rows stand behind a figure, as the address says it.
 *
 * @param traits only rows of activities with these values: of funders, implementers, places and flows
 * @param reform only rows of a reform area, not {@code none} and {@code ?}
 * @param also with reform: rows of this area as well
 * @param undated only rows without a year
 * @param once whether what of them is set aside where everything counts once is told beside them
 * @param sort what they are sorted by, with a minus if descending
 */
public record RowSelection(
        SupportMap.Filter filter,
        Map<PivotDimension, String> traits,
        boolean reform,
        Optional<ReformArea> also,
        boolean undated,
        boolean once,
        String sort) {
    private static final String WITHOUT = "without";
    private static final String[] NAMES = {
        "measure",
        "area",
        "field",
        "donor",
        "funder",
        "implementer",
        "place",
        "flow",
        "year",
        "activity",
        "purpose_152",
        "reform",
        "also",
        PivotQuestion.COUNTED,
        "sort"
    };

    /** What they may be sorted by: columns of their table, {@code value} being what counts. */
    public static final List<String> SORTING = List.of("title", "year", "donor", "area", "value");

    /** Whoever opens a figure first wants to know what most of it is. */
    private static final String LARGEST_FIRST = "-value";

    /** The names an address may carry. */
    public static List<String> names() {
        return List.of(NAMES);
    }

    /**
     * The selection of an address.
     *
     * @throws Failure if it has a word that means nothing
     */
    public static RowSelection of(Address here) {
        boolean undated = here.choice("year").filter(WITHOUT::equals).isPresent();
        return new RowSelection(
                new SupportMap.Filter(
                        Choices.measure(here).orElse(null),
                        Choices.area(here, "area").orElse(null),
                        Choices.field(here).orElse(null),
                        here.choice("donor").orElse(null),
                        undated ? null : Choices.year(here, "year").orElse(null),
                        here.choice("activity").orElse(null),
                        Choices.yes(here, "purpose_152").orElse(null)),
                traits(here),
                Choices.yes(here, "reform").orElse(false),
                Choices.area(here, "also"),
                undated,
                PivotQuestion.once(here, false),
                Choices.find(
                                here,
                                "sort",
                                key -> Optional.of(key).filter(word -> SORTING.contains(word.replaceFirst("^-", ""))),
                                SORTING.stream()
                                        .flatMap(key -> Stream.of(key, "-" + key))
                                        .toList())
                        .orElse(LARGEST_FIRST));
    }

    private static Map<PivotDimension, String> traits(Address here) {
        Map<PivotDimension, String> traits = new EnumMap<>(PivotDimension.class);
        for (PivotDimension dimension :
                List.of(PivotDimension.FUNDER, PivotDimension.IMPLEMENTER, PivotDimension.PLACE, PivotDimension.FLOW)) {
            here.choice(dimension.code()).ifPresent(value -> traits.put(dimension, value));
        }
        return traits;
    }

    /**
     * The rows of a map that it takes.
     *
     * @param known what is known of the activities besides; asked for only where the selection needs it
     */
    public List<SupportRow> of(SupportMap map, Supplier<SupportTraits> known) {
        Predicate<SupportRow> fits =
                traits.isEmpty() ? row -> true : row -> known.get().isOf(row, traits);
        return map.rows(filter).stream()
                .filter(fits)
                .filter(row -> !reform
                        || row.area().isSsr()
                        || also.filter(row.area()::equals).isPresent())
                .filter(row -> !undated || row.year() == null)
                .sorted(order())
                .toList();
    }

    /** Equal ones stand as in the files; what has no year comes last whichever way round. */
    private Comparator<SupportRow> order() {
        boolean descending = sort.startsWith("-");
        return switch (sort.replaceFirst("^-", "")) {
            case "title" -> by(SupportRow::title, descending);
            case "donor" -> by(SupportRow::donor, descending);
            case "area" -> by(SupportRow::area, descending);
            case "year" ->
                Comparator.comparing((SupportRow row) -> row.year() == null)
                        .thenComparing(by(row -> row.year() == null ? 0 : row.year(), descending));
            default -> by(SupportRow::value, descending);
        };
    }

    private static <T extends Comparable<? super T>> Comparator<SupportRow> by(
            Function<SupportRow, T> key, boolean descending) {
        return Comparator.comparing(key, descending ? Comparator.reverseOrder() : Comparator.naturalOrder());
    }

    /** The selection in words, part by part. */
    public List<String> words(Wording wording, SupportMap map, Supplier<SupportTraits> known) {
        List<String> words = new ArrayList<>();
        Measure measure = filter.measure();
        if (measure != null) {
            words.add(wording.say("portfolio.measure." + measure.word()));
        }
        if (reform) {
            words.add(wording.say("portal.rows.reform"));
            also.ifPresent(one -> words.add(wording.say("portal.rows.also", wording.say(one.label()))));
        }
        ReformArea area = filter.area();
        if (area != null) {
            words.add(area.code() + " " + wording.say(area.label()));
        }
        Field field = filter.field();
        if (field != null) {
            words.add(wording.say("portal.rows.field", field.code(), wording.say(field.label())));
        }
        String donor = filter.donor();
        if (donor != null) {
            words.add(BriefJson.donorName(donor, wording));
        }
        traits.forEach((dimension, value) -> words.add(wording.say(
                "portal.pivot.only",
                wording.say(dimension.label()),
                PivotQuestion.name(dimension, value, known.get(), wording))));
        Integer year = filter.year();
        if (year != null) {
            words.add(String.valueOf(year));
        }
        if (undated) {
            words.add(wording.say("portal.column.no-year"));
        }
        String activity = filter.activity();
        if (activity != null) {
            words.add(map.find(activity).map(found -> found.activity().title()).orElse(activity));
        }
        Boolean coded = filter.peaceAndSecurity();
        if (coded != null) {
            words.add(wording.say(coded ? "portal.rows.coded" : "portal.rows.uncoded"));
        }
        @Nullable Integer from = map.period().from();
        @Nullable Integer to = map.period().to();
        if (from != null || to != null) {
            words.add((from == null ? "" : from) + "–" + (to == null ? "" : to));
        }
        return words;
    }
}
