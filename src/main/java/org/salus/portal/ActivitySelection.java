package org.salus.portal;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.salus.evidence.Activity;
import org.salus.evidence.Codes;
import org.salus.evidence.Snapshot;
import org.salus.frame.web.Address;
import org.salus.framework.Failure;
import org.salus.framework.Field;
import org.salus.framework.ReformArea;
import org.salus.portfolio.DonorSupport;
import org.salus.portfolio.Folding;
import org.salus.portfolio.Measure;
import org.salus.portfolio.SortedActivity;
import org.salus.portfolio.SupportMap;

/** A country's activities, narrowed and sorted as the address says. */
public final class ActivitySelection {
    private static final int MOST_HITS = 20_000;
    private static final String REFORM = "reform";
    /** What they may be sorted by. */
    public static final List<String> SORTING = List.of("title", "area", "start", "end", "commitments", "disbursements");

    private static final List<String> NAMES =
            List.of("q", "area", "field", "donor", "status", "gap", "located", "purpose_152", "sort");

    /** The names an address may carry. */
    public static List<String> names() {
        return NAMES;
    }

    private final List<SortedActivity> activities;
    private final String sort;

    private ActivitySelection(List<SortedActivity> activities, String sort) {
        this.activities = activities;
        this.sort = sort;
    }

    /**
     * The list of an address.
     *
     * @throws Failure if it has a word that means nothing
     */
    public static ActivitySelection of(Snapshot snapshot, SupportMap map, Measure measure, Address here) {
        Optional<Set<String>> found =
                here.choice("q").map(words -> new HashSet<>(snapshot.search().find(words, MOST_HITS)));
        boolean reform = here.choice("area").filter(REFORM::equals).isPresent();
        Optional<ReformArea> onlyArea = reform
                ? Optional.empty()
                : Choices.find(
                        here,
                        "area",
                        ReformArea::find,
                        Stream.concat(Stream.of(REFORM), Choices.areas().stream())
                                .toList());
        Optional<Field> field = Choices.field(here);
        Optional<String> donor = here.choice("donor");
        Set<String> names = donor.map(name -> names(map, name)).orElse(Set.of());
        Optional<String> status = Choices.find(
                here,
                "status",
                word -> Optional.of(word)
                        .filter(code ->
                                Codes.shipped().find("ActivityStatus", code).isPresent()
                                        || statuses(map).contains(code)),
                statuses(map));
        Optional<Gap> gap = Choices.find(
                here, "gap", Gap::find, Stream.of(Gap.values()).map(Gap::code).toList());
        Optional<Boolean> located = Choices.yes(here, "located");
        Optional<Boolean> coded = Choices.yes(here, "purpose_152");
        String sort = Choices.find(
                        here,
                        "sort",
                        key -> Optional.of(key).filter(word -> SORTING.contains(word.replaceFirst("^-", ""))),
                        SORTING.stream()
                                .flatMap(key -> Stream.of(key, "-" + key))
                                .toList())
                .orElse("-" + (measure == Measure.EXPENDITURES ? "commitments" : measure.word()));
        List<SortedActivity> list = map.activities().stream()
                .filter(one ->
                        found.isEmpty() || found.get().contains(one.activity().identifier()))
                .filter(one -> onlyArea.isEmpty() || one.sorting().area() == onlyArea.get())
                .filter(one -> !reform || one.sorting().area().isSsr())
                .filter(one -> field.isEmpty() || one.sorting().area().field().equals(field))
                .filter(one -> donor.isEmpty()
                        || one.donor().equals(donor.get())
                        || one.donors().stream().anyMatch(names::contains))
                .filter(one ->
                        status.isEmpty() || status.get().equals(one.activity().status()))
                .filter(one -> gap.isEmpty() || gap.get().isIn(one))
                .filter(one ->
                        located.isEmpty() || located.get() == one.activity().locations() > 0)
                .filter(one -> coded.isEmpty() || coded.get() == one.activity().isPeaceAndSecurity())
                .sorted(order(sort))
                .toList();
        return new ActivitySelection(list, sort);
    }

    /** The codes of status that the activities of a country have, each once. */
    public static List<String> statuses(SupportMap map) {
        return map.activities().stream()
                .flatMap(one -> Stream.ofNullable(one.activity().status()))
                .distinct()
                .sorted()
                .toList();
    }

    private static Set<String> names(SupportMap map, String donor) {
        Set<String> names = new HashSet<>();
        for (DonorSupport known : map.donors()) {
            if (known.name().equals(donor)) {
                names.addAll(known.names());
            }
        }
        return names;
    }

    /** What nobody stated comes last whichever way round, since it is neither first nor largest. */
    private static Comparator<SortedActivity> order(String sort) {
        boolean descending = sort.startsWith("-");
        Map<String, String> titles = new HashMap<>();
        Comparator<SortedActivity> byKey = switch (sort.replaceFirst("^-", "")) {
            case "area" -> by(one -> Optional.of(one.sorting().area()), descending);
            case "start" -> by(one -> Optional.ofNullable(one.activity().start()), descending);
            case "end" -> by(one -> Optional.ofNullable(one.activity().end()), descending);
            case "commitments" -> by(one -> Optional.of(one.amounts().commitments()), descending);
            case "disbursements" -> by(one -> Optional.of(one.amounts().disbursements()), descending);
            default -> by(one -> title(one.activity(), titles), descending);
        };
        return byKey.thenComparing(one -> one.activity().identifier());
    }

    private static <T extends Comparable<? super T>> Comparator<SortedActivity> by(
            Function<SortedActivity, Optional<T>> key, boolean descending) {
        Comparator<T> order = descending ? Comparator.<T>reverseOrder() : Comparator.<T>naturalOrder();
        return Comparator.comparing((SortedActivity one) -> key.apply(one).isEmpty())
                .thenComparing((one, other) -> key.apply(one)
                        .flatMap(first -> key.apply(other).map(second -> order.compare(first, second)))
                        .orElse(0));
    }

    /** A title as a dictionary places it: accents beside their letters, quotation marks and brackets not at all. */
    private static Optional<String> title(Activity activity, Map<String, String> known) {
        return activity.titles().isEmpty()
                ? Optional.empty()
                : Optional.of(known.computeIfAbsent(activity.identifier(), first -> Folding.words(activity.title())));
    }

    public List<SortedActivity> activities() {
        return activities;
    }

    /** Key of the column they are sorted by, with a minus if descending. */
    public String sort() {
        return sort;
    }
}
