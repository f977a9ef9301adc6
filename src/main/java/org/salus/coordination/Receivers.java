package org.salus.coordination;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.salus.evidence.Activity;
import org.salus.evidence.Country;
import org.salus.evidence.Participation;
import org.salus.evidence.Party;
import org.salus.evidence.Transaction;
import org.salus.portfolio.Organisation;
import org.salus.portfolio.Organisations;

/** Who receives, and what they are: types by IATI's list, the country by reference or name. */
final class Receivers {
    private static final Set<String> PUBLIC = Set.of("10", "11", "15");
    private static final Set<String> CIVIL = Set.of("22", "24", "60", "80");
    private static final Set<String> NEITHER = Set.of("21", "23", "30", "40", "70", "71", "72", "73");
    private static final String EXTENDING = "3";
    private static final String IMPLEMENTING = "4";
    /** Longer chains are a slip of the pen, or meant to do harm. */
    private static final int LONGEST_CHAIN = 50;

    private final Country country;
    private final Organisations organisations;
    private final Ties ties;
    private final Map<String, Activity> activities = new HashMap<>();
    private final Map<String, ReceiverClass> ends = new HashMap<>();
    private final Set<String> underWay = new HashSet<>();
    private final Map<String, Home> homes = new HashMap<>();

    Receivers(Country country, Organisations organisations, Ties ties, List<Activity> activities) {
        this.country = country;
        this.organisations = organisations;
        this.ties = ties;
        activities.forEach(activity -> this.activities.put(activity.identifier(), activity));
    }

    /** What the receivers of a transaction are. */
    ReceiverClass of(Localisation.Definition definition, Activity activity, Transaction transaction) {
        return definition == Localisation.Definition.FIRST_RECEIVER
                ? first(activity, transaction.receiver())
                : last(activity, transaction);
    }

    private ReceiverClass first(Activity activity, @Nullable Party receiver) {
        if (receiver != null) {
            return one(activity, receiver);
        }
        List<Party> extending = participants(activity, EXTENDING);
        return all(activity, extending.isEmpty() ? participants(activity, IMPLEMENTING) : extending);
    }

    private ReceiverClass last(Activity activity, Transaction transaction) {
        Party receiver = transaction.receiver();
        Activity further = ties.into(activity.identifier(), transaction.number())
                .map(activities::get)
                .orElse(null);
        return further == null || underWay.size() >= LONGEST_CHAIN
                ? handsOf(activity, receiver)
                : beyond(further, receiver);
    }

    /** Where the money of an activity ends; a circle ends where it began. */
    private ReceiverClass beyond(Activity activity, @Nullable Party receiver) {
        String identifier = activity.identifier();
        ReceiverClass known = ends.get(identifier);
        if (known != null) {
            return known;
        }
        if (!underWay.add(identifier)) {
            return handsOf(activity, receiver);
        }
        Set<ReceiverClass> hands = activity.transactions().stream()
                .filter(transaction -> transaction.isDisbursement() || transaction.isExpenditure())
                .map(transaction -> last(activity, transaction))
                .collect(Collectors.toSet());
        underWay.remove(identifier);
        if (hands.isEmpty()) {
            return handsOf(activity, receiver);
        }
        ReceiverClass end = single(hands);
        ends.put(identifier, end);
        return end;
    }

    private ReceiverClass handsOf(Activity activity, @Nullable Party receiver) {
        List<Party> implementing = participants(activity, IMPLEMENTING);
        if (!implementing.isEmpty()) {
            return all(activity, implementing);
        }
        return receiver != null ? one(activity, receiver) : all(activity, participants(activity, EXTENDING));
    }

    private static List<Party> participants(Activity activity, String role) {
        return activity.participants().stream()
                .filter(participation -> role.equals(participation.role()))
                .map(Participation::party)
                .toList();
    }

    private ReceiverClass all(Activity activity, List<Party> parties) {
        return parties.isEmpty()
                ? ReceiverClass.NOT_STATED
                : single(parties.stream().map(party -> one(activity, party)).collect(Collectors.toSet()));
    }

    /** Among several of different kinds nobody says who gets how much. */
    private static ReceiverClass single(Set<ReceiverClass> classes) {
        return classes.size() == 1 ? classes.iterator().next() : ReceiverClass.CANNOT_BE_TOLD;
    }

    private ReceiverClass one(Activity activity, Party party) {
        Optional<Organisation> organisation = organisations.of(activity, party);
        String type = party.type() != null
                ? party.type()
                : organisation.map(Receivers::usualType).orElse("");
        if (NEITHER.contains(type)) {
            return ReceiverClass.OTHER;
        }
        boolean isPublic = PUBLIC.contains(type);
        if (!isPublic && !CIVIL.contains(type)) {
            return party.label() == null && organisation.isEmpty()
                    ? ReceiverClass.NOT_STATED
                    : ReceiverClass.CANNOT_BE_TOLD;
        }
        return switch (home(party, organisation)) {
            case HERE -> isPublic ? ReceiverClass.NATIONAL_INSTITUTION : ReceiverClass.NATIONAL_CIVIL_SOCIETY;
            case ELSEWHERE -> ReceiverClass.OTHER;
            case UNKNOWN -> ReceiverClass.CANNOT_BE_TOLD;
        };
    }

    private static String usualType(Organisation organisation) {
        return organisation.types().entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    private enum Home {
        HERE,
        ELSEWHERE,
        UNKNOWN
    }

    /** By the country that a reference begins with, by the country's name in a name, or by the donor it stands for. */
    private Home home(Party party, Optional<Organisation> organisation) {
        if (organisation.isEmpty()) {
            return home(one(party.ref()), one(party.name()), Optional.empty());
        }
        Organisation one = organisation.get();
        Home known = homes.get(one.key());
        if (known == null) {
            known = home(
                    one.references(),
                    one.written().stream()
                            .flatMap(written -> written.names().keySet().stream())
                            .toList(),
                    one.donor());
            homes.put(one.key(), known);
        }
        return known;
    }

    private static List<String> one(@Nullable String text) {
        return text == null ? List.of() : List.of(text);
    }

    private Home home(List<String> written, List<String> names, Optional<String> donor) {
        List<String> references = written.stream()
                .map(reference -> reference.toUpperCase(Locale.ROOT))
                .toList();
        if (references.stream().anyMatch(reference -> reference.startsWith(country.iso2() + "-"))) {
            return Home.HERE;
        }
        if (donor.filter(name -> !name.equals(country.name())).isPresent()) {
            return Home.ELSEWHERE;
        }
        String here = folded(country.name());
        if (names.stream().anyMatch(name -> folded(name).contains(here))) {
            return Home.HERE;
        }
        // XI, XM and their like stand for registers of no country.
        return references.stream().anyMatch(reference -> reference.matches("(?!X)[A-Z]{2}-.+"))
                ? Home.ELSEWHERE
                : Home.UNKNOWN;
    }

    /** Between spaces, so that only whole words are found in it. */
    private static String folded(String text) {
        return " "
                + Normalizer.normalize(text, Normalizer.Form.NFD)
                        .replaceAll("\\p{M}", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}]+", " ")
                        .strip()
                + " ";
    }
}
