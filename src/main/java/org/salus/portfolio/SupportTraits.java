package org.salus.portfolio;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salus.evidence.Activity;
import org.salus.evidence.ActivityRecord;
import org.salus.evidence.Country;
import org.salus.evidence.Outline;
import org.salus.evidence.Party;
import org.salus.evidence.Transaction;

/**
 * What is known of a country's activities beside money and areas: who funds and who implements them, as organisations; in which first-level units they are; which
 * kind of flow they are. What is not told has a value of its own that says so. Pure and immutable.
 */
public final class SupportTraits {
    /** The value of a flow that is not told. */
    public static final String NO_FLOW = "*not-told";

    private static final List<String> NOBODY = List.of(DonorSupport.UNNAMED);
    private static final String IMPLEMENTING = "4";

    /** Several for an activity whose transactions differ. */
    private record Named(List<String> whole, Map<Integer, List<String>> ofTransactions) {
        List<String> of(int transaction) {
            return ofTransactions.getOrDefault(transaction, whole);
        }
    }

    private static final Named NAMED_NOBODY = new Named(NOBODY, Map.of());

    private final Map<String, Named> funders = new HashMap<>();
    private final Map<String, Named> implementers = new HashMap<>();
    private final Map<String, List<String>> places = new HashMap<>();
    private final Map<String, String> flows;
    private final Map<String, String> names = new HashMap<>();
    private final Organisations organisations;

    private SupportTraits(Organisations organisations, Map<String, String> flows) {
        this.organisations = organisations;
        this.flows = Map.copyOf(flows);
    }

    /**
     * Those of activities.
     *
     * @param locations of the activities, by identifier
     * @param flows IATI codes of their flow types, by identifier
     * @param units outlines of the country's first-level units; empty if none are loaded
     */
    static SupportTraits of(
            Country country,
            List<Activity> activities,
            Organisations organisations,
            Map<String, List<ActivityRecord.Location>> locations,
            Map<String, String> flows,
            List<Outline> units) {
        SupportTraits traits = new SupportTraits(organisations, flows);
        FirstLevelUnits where = new FirstLevelUnits(country, units);
        for (Activity activity : activities) {
            traits.funders.put(activity.identifier(), traits.funders(activity));
            traits.implementers.put(activity.identifier(), traits.implementers(activity));
            traits.places.put(
                    activity.identifier(), where.of(locations.getOrDefault(activity.identifier(), List.of())));
        }
        return traits;
    }

    /** Who funds it; where nobody is named as funder, who provides the money, else who reports it: as the map of support has it. */
    private Named funders(Activity activity) {
        List<String> declared = keys(
                activity,
                activity.participants().stream()
                        .filter(participation -> participation.isFunding())
                        .map(participation -> participation.party()));
        return declared.isEmpty()
                ? byTransaction(activity, Transaction::provider, keys(activity, Stream.of(activity.reporter())))
                : new Named(declared, Map.of());
    }

    /** Who implements it; where nobody is named as that, who receives the money. */
    private Named implementers(Activity activity) {
        List<String> declared = keys(
                activity,
                activity.participants().stream()
                        .filter(participation -> IMPLEMENTING.equals(participation.role()))
                        .map(participation -> participation.party()));
        return declared.isEmpty()
                ? byTransaction(activity, Transaction::receiver, List.of())
                : new Named(declared, Map.of());
    }

    private Named byTransaction(
            Activity activity, Function<Transaction, @Nullable Party> side, List<String> otherwise) {
        List<String> last = otherwise.isEmpty() ? NOBODY : otherwise;
        Map<Integer, List<String>> own = new HashMap<>();
        for (Transaction transaction : activity.transactions()) {
            if (Measure.ofTransaction(transaction.type()).isPresent()) {
                Party party = side.apply(transaction);
                List<String> named = party == null ? List.of() : keys(activity, Stream.of(party));
                own.put(transaction.number(), named.isEmpty() ? last : named);
            }
        }
        if (own.values().stream().allMatch(last::equals)) {
            return new Named(last, Map.of());
        }
        List<String> whole = own.values().stream()
                .flatMap(List::stream)
                .filter(key -> !key.equals(DonorSupport.UNNAMED))
                .distinct()
                .sorted()
                .toList();
        return new Named(whole, Map.copyOf(own));
    }

    private List<String> keys(Activity activity, Stream<Party> parties) {
        return parties.flatMap(party -> organisations.of(activity, party).stream())
                .map(organisation -> {
                    names.putIfAbsent(organisation.key(), organisation.name());
                    return organisation.key();
                })
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * Keys of the organisations that fund a transaction.
     *
     * @param transaction its number; 0 for the activity as a whole
     */
    List<String> funders(String activity, int transaction) {
        return funders.getOrDefault(activity, NAMED_NOBODY).of(transaction);
    }

    /** Keys of the organisations that implement a transaction; 0 for the activity as a whole. */
    List<String> implementers(String activity, int transaction) {
        return implementers.getOrDefault(activity, NAMED_NOBODY).of(transaction);
    }

    /** The value of a place that is the whole country. */
    public static final String WHOLE_COUNTRY = FirstLevelUnits.WHOLE_COUNTRY;

    /** Whether a value of a place is the name of a first-level unit and not a word for why none is told. */
    public static boolean isUnit(String place) {
        return !place.startsWith("*");
    }

    /** Names of the first-level units each activity is in, by its identifier, or a word for why none is known. */
    public Map<String, List<String>> places() {
        return Collections.unmodifiableMap(places);
    }

    /** Names of the units an activity is in, or a word for why none is known. */
    List<String> places(String activity) {
        return places.getOrDefault(activity, List.of(FirstLevelUnits.NO_LOCATION));
    }

    /** IATI's code of an activity's flow type, or a word for that it is not told. */
    String flow(String activity) {
        return flows.getOrDefault(activity, NO_FLOW);
    }

    /** Name of the organisation of that key, if these activities name it. */
    public Optional<String> name(String key) {
        return Optional.ofNullable(names.get(key));
    }

    /** Whether a row of support has all these values. */
    public boolean isOf(SupportRow row, Map<PivotDimension, String> values) {
        PivotEntry entry = PivotEntry.of(row);
        return values.entrySet().stream()
                .allMatch(value -> entry.values(value.getKey(), this).contains(value.getValue()));
    }

    /** Every value that funders and implementers, units and flows have here, for a choice. */
    public List<String> values(PivotDimension dimension) {
        Stream<String> all = switch (dimension) {
            case FUNDER -> all(funders);
            case IMPLEMENTER -> all(implementers);
            case PLACE -> places.values().stream().flatMap(List::stream);
            case FLOW -> flows.values().stream();
            case DONOR, AREA, FIELD, YEAR -> Stream.of();
        };
        return new ArrayList<>(new TreeSet<>(all.toList()));
    }

    private static Stream<String> all(Map<String, Named> named) {
        return named.values().stream()
                .flatMap(one -> Stream.concat(
                        one.whole().stream(),
                        one.ofTransactions().values().stream().flatMap(List::stream)));
    }
}
