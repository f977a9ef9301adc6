package org.salus.coordination;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salus.evidence.Activity;
import org.salus.evidence.Participation;
import org.salus.framework.ReformArea;
import org.salus.framework.Sentence;
import org.salus.portfolio.DonorSupport;
import org.salus.portfolio.Organisation;
import org.salus.portfolio.OrganisationRole;
import org.salus.portfolio.SortedActivity;
import org.salus.portfolio.SupportRow;
import org.salus.portfolio.SupportTraits;

/** Looks for separate activities of several donors at one time: in one area, and with one public institution in one area. */
final class OverlapAnalysis {
    private static final String IMPLEMENTING = "4";

    /** Units that a sentence names; the answer has all of them. */
    private static final int MOST_PLACES = 6;

    private final CoordinationInputs inputs;
    private final Thresholds thresholds;
    private final Runs runs;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> withoutYears = new TreeSet<>();
    private final Map<ReformArea, List<SupportRow>> counted;

    OverlapAnalysis(CoordinationInputs inputs, Thresholds thresholds, Runs runs) {
        this.inputs = inputs;
        this.thresholds = thresholds;
        this.runs = runs;
        this.counted = inputs.counted().stream().collect(Collectors.groupingBy(SupportRow::area));
        for (ReformArea area : ReformArea.values()) {
            if (area.isSpecific()) {
                List<SortedActivity> activities = inputs.activities().stream()
                        .filter(sorted -> Runs.supports(sorted, area))
                        .toList();
                look(area, Optional.empty(), activities, thresholds.overlapDonors());
                institutions(activities)
                        .forEach((institution, some) ->
                                look(area, Optional.of(institution), some, thresholds.overlapInstitutionDonors()));
            }
        }
    }

    List<Finding> findings() {
        return Collections.unmodifiableList(findings);
    }

    List<Sentence> notComputed() {
        return withoutYears.isEmpty()
                ? List.of()
                : List.of(Sentence.of("coordination.not-computed.no-dates", withoutYears.size()));
    }

    /** The public institutions that implement activities or receive their money, with these activities. */
    private Map<String, List<SortedActivity>> institutions(List<SortedActivity> activities) {
        Map<String, List<SortedActivity>> found = new TreeMap<>();
        for (SortedActivity sorted : activities) {
            Activity activity = sorted.activity();
            Stream.concat(
                            activity.participants().stream()
                                    .filter(participation -> IMPLEMENTING.equals(participation.role()))
                                    .map(Participation::party),
                            activity.transactions().stream()
                                    .flatMap(transaction -> Stream.ofNullable(transaction.receiver())))
                    .flatMap(party -> inputs.organisations().of(activity, party).stream())
                    // A donor's own ministry or agency is no institution that donors support.
                    .filter(one -> one.roles().contains(OrganisationRole.GOVERNMENT)
                            && one.donor().isEmpty())
                    .map(Organisation::name)
                    .distinct()
                    .forEach(name -> found.computeIfAbsent(name, first -> new ArrayList<>())
                            .add(sorted));
        }
        return found;
    }

    private void look(ReformArea area, Optional<String> institution, List<SortedActivity> activities, int enough) {
        TreeMap<Integer, List<SortedActivity>> byYear = new TreeMap<>();
        for (SortedActivity sorted : activities) {
            Set<Integer> years = runs.years(sorted);
            if (years.isEmpty()) {
                withoutYears.add(sorted.activity().identifier());
            }
            years.stream()
                    .filter(this::counts)
                    .forEach(year -> byYear.computeIfAbsent(year, first -> new ArrayList<>())
                            .add(sorted));
        }
        TreeMap<Integer, List<SortedActivity>> everybody = new TreeMap<>(byYear);
        // The same money on its way, or told twice, is no work of somebody else.
        byYear.replaceAll((year, some) -> inputs.ties().separate(some));
        TreeMap<Integer, List<SortedActivity>> stretch = new TreeMap<>();
        for (Map.Entry<Integer, List<SortedActivity>> year : byYear.entrySet()) {
            boolean isEnough = donors(year.getValue()).size() >= enough;
            if (!stretch.isEmpty() && (!isEnough || stretch.lastKey() + 1 != year.getKey())) {
                findings.add(finding(area, institution, stretch, everybody));
                stretch = new TreeMap<>();
            }
            if (isEnough) {
                stretch.put(year.getKey(), year.getValue());
            }
        }
        if (!stretch.isEmpty()) {
            findings.add(finding(area, institution, stretch, everybody));
        }
    }

    private boolean counts(int year) {
        return inputs.period().contains(year)
                && inputs.day().map(day -> year <= day.getYear()).orElse(true);
    }

    /** The donors with an activity of their own: what several fund together is no overlap but the opposite. */
    private static NavigableSet<String> donors(List<SortedActivity> activities) {
        return activities.stream()
                .map(SortedActivity::donor)
                .filter(OneDonor::is)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Finding finding(
            ReformArea area,
            Optional<String> institution,
            NavigableMap<Integer, List<SortedActivity>> stretch,
            NavigableMap<Integer, List<SortedActivity>> everybody) {
        int from = stretch.firstKey();
        int to = stretch.lastKey();
        int most = stretch.values().stream()
                .mapToInt(some -> donors(some).size())
                .max()
                .orElse(0);
        int mostIn = stretch.entrySet().stream()
                .filter(year -> donors(year.getValue()).size() == most)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(from);
        List<SortedActivity> all =
                stretch.values().stream().flatMap(List::stream).distinct().toList();
        List<SortedActivity> own = all.stream()
                .filter(sorted -> !donors(List.of(sorted)).isEmpty())
                .toList();
        List<Sentence> reasons = new ArrayList<>();
        reasons.add(Sentence.of("coordination.reason.donors", String.join(", ", donors(own))));
        reasons.add(Sentence.of("coordination.reason.most", most, String.valueOf(mostIn)));
        int joint = (int) all.stream()
                .filter(sorted -> sorted.donor().equals(DonorSupport.SEVERAL))
                .count();
        if (joint > 0) {
            reasons.add(Sentence.of("coordination.reason.apart", joint));
        }
        int unnamed = all.size() - own.size() - joint;
        if (unnamed > 0) {
            reasons.add(Sentence.of("coordination.reason.unnamed", unnamed));
        }
        long further = everybody.subMap(from, true, to, true).values().stream()
                .flatMap(List::stream)
                .filter(sorted -> !all.contains(sorted))
                .distinct()
                .count();
        if (further > 0) {
            reasons.add(Sentence.of("coordination.reason.further", further));
        }
        List<Finding.Meeting> meeting = meeting(stretch.values());
        reasons.addAll(where(own, meeting));
        reasons.add(Sentence.of(
                institution.isPresent() ? "coordination.reason.same-institution" : "coordination.reason.same-area"));
        Set<String> identifiers = new HashSet<>(Runs.identifiers(own));
        String when = from + "-" + to;
        return new Finding(
                FindingKind.OVERLAP,
                Finding.key(FindingKind.OVERLAP, area, institution.orElse(""), when),
                area,
                Optional.empty(),
                institution,
                Optional.of(from),
                Optional.of(to),
                institution
                        .map(name -> Sentence.of(
                                "coordination.overlap.institution",
                                name,
                                area.label(),
                                donors(own).size(),
                                own.size(),
                                when(from, to)))
                        .orElseGet(() -> Sentence.of(
                                "coordination.overlap.area",
                                area.label(),
                                thresholds.overlapDonors(),
                                own.size(),
                                when(from, to),
                                to - from + 1)),
                reasons,
                Runs.identifiers(own),
                counted.getOrDefault(area, List.of()).stream()
                        .filter(row -> identifiers.contains(row.activity()))
                        .filter(row -> {
                            Integer year = row.year();
                            return year != null && year >= from && year <= to;
                        })
                        .toList(),
                meeting);
    }

    /** The units in which activities of at least two donors ran in one and the same year. */
    private List<Finding.Meeting> meeting(Collection<List<SortedActivity>> years) {
        Map<String, Set<String>> donors = new TreeMap<>();
        Map<String, Set<String>> activities = new TreeMap<>();
        for (List<SortedActivity> running : years) {
            Map<String, List<SortedActivity>> byUnit = new TreeMap<>();
            for (SortedActivity sorted : running) {
                if (OneDonor.is(sorted.donor())) {
                    units(sorted)
                            .forEach(unit -> byUnit.computeIfAbsent(unit, first -> new ArrayList<>())
                                    .add(sorted));
                }
            }
            byUnit.forEach((unit, some) -> {
                if (donors(some).size() > 1) {
                    donors.computeIfAbsent(unit, first -> new TreeSet<>()).addAll(donors(some));
                    activities.computeIfAbsent(unit, first -> new TreeSet<>()).addAll(Runs.identifiers(some));
                }
            });
        }
        return donors.entrySet().stream()
                .map(unit -> new Finding.Meeting(
                        unit.getKey(),
                        List.copyOf(unit.getValue()),
                        List.copyOf(activities.getOrDefault(unit.getKey(), Set.of()))))
                .toList();
    }

    private List<String> places(SortedActivity sorted) {
        return inputs.places().getOrDefault(sorted.activity().identifier(), List.of());
    }

    private List<String> units(SortedActivity sorted) {
        return places(sorted).stream().filter(SupportTraits::isUnit).toList();
    }

    /** Whether they are in the same place, as far as they say where they are: that nobody says it is no sign that they are apart. */
    private List<Sentence> where(List<SortedActivity> own, List<Finding.Meeting> meeting) {
        List<Sentence> says = new ArrayList<>();
        int whole = (int) own.stream()
                .filter(sorted -> places(sorted).contains(SupportTraits.WHOLE_COUNTRY))
                .count();
        List<SortedActivity> told =
                own.stream().filter(sorted -> !units(sorted).isEmpty()).toList();
        int untold = own.size() - told.size() - whole;
        if (!meeting.isEmpty()) {
            says.add(Sentence.of(
                    "coordination.reason.place.same",
                    meeting.size(),
                    meeting.stream()
                            .limit(MOST_PLACES)
                            .map(one -> one.place() + " (" + String.join(", ", one.donors()) + ")")
                            .collect(Collectors.joining("; ")),
                    Math.max(0, meeting.size() - MOST_PLACES)));
        } else if (donors(told).size() > 1) {
            says.add(Sentence.of("coordination.reason.place.apart", told.size()));
        }
        if (whole > 0) {
            says.add(Sentence.of("coordination.reason.place.whole", whole));
        }
        if (untold > 0) {
            says.add(Sentence.of("coordination.reason.place.untold", untold, own.size()));
        }
        return says;
    }

    private static String when(int from, int to) {
        return from == to ? String.valueOf(from) : from + "–" + to;
    }
}
