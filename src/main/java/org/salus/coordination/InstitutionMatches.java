package org.salus.coordination;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salus.evidence.Activity;
import org.salus.evidence.Participation;
import org.salus.evidence.Text;
import org.salus.framework.ActorClass;
import org.salus.framework.ContextClass;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.portfolio.Organisation;
import org.salus.portfolio.SortedActivity;
import org.salus.sector.Actor;

/**
 * Which institutions of a sector map each activity supports, and why: what people said first, then whether the institution implements it or receives its money,
 * then its names in titles. Immutable. Rules are in {@code docs/coordination.md}.
 */
final class InstitutionMatches {
    private static final String IMPLEMENTING = "4";

    /** Those who give support, and those nobody wants to support. */
    private static final Set<ActorClass> NONE_OF_THEM = Set.of(ContextClass.EXTERNAL, ContextClass.ARMED_NON_STATE);

    private final Map<String, List<InstitutionMatch>> byActivity;

    private InstitutionMatches(Map<String, List<InstitutionMatch>> byActivity) {
        this.byActivity = byActivity;
    }

    /** The actors of a map that can be institutions of this dimension. */
    static List<Item<Actor>> institutions(Collection<Item<Actor>> actors) {
        return actors.stream()
                .filter(item ->
                        item.value().phases().stream().anyMatch(phase -> !NONE_OF_THEM.contains(phase.actorClass())))
                .toList();
    }

    /**
     * Those of a map.
     *
     * @param actors of which only institutions are looked for
     * @param judgements those that count
     */
    static InstitutionMatches of(
            Collection<Item<Actor>> actors,
            CoordinationInputs inputs,
            Collection<InstitutionJudgement> judgements,
            InstitutionRules rules) {
        InstitutionNames names = new InstitutionNames(rules, inputs.country().name());
        Set<ItemId> known = new HashSet<>();
        for (Item<Actor> actor : institutions(actors)) {
            known.add(actor.id());
            // Its key is a handle of tables and files, and may be any word.
            actor.value().names().forEach(name -> names.add(actor.id(), name));
        }
        Map<String, List<InstitutionJudgement>> said = judgements.stream()
                .filter(judgement -> known.contains(judgement.institution()))
                .collect(Collectors.groupingBy(InstitutionJudgement::activity));
        Map<String, List<InstitutionMatch>> found = new TreeMap<>();
        for (SortedActivity sorted : inputs.activities()) {
            Activity activity = sorted.activity();
            List<InstitutionMatch> matches =
                    matches(activity, inputs, names, said.getOrDefault(activity.identifier(), List.of()));
            if (!matches.isEmpty()) {
                found.put(activity.identifier(), matches);
            }
        }
        return new InstitutionMatches(found);
    }

    private static List<InstitutionMatch> matches(
            Activity activity, CoordinationInputs inputs, InstitutionNames names, List<InstitutionJudgement> said) {
        Set<ItemId> refused = new HashSet<>();
        Set<InstitutionMatch> found = new LinkedHashSet<>();
        for (InstitutionJudgement judgement : said) {
            if (judgement.verdict() == InstitutionVerdict.SUPPORTS) {
                found.add(new InstitutionMatch(judgement.institution(), InstitutionBasis.JUDGED, judgement.why()));
            } else {
                refused.add(judgement.institution());
            }
        }
        organisations(activity, inputs)
                .forEach(organisation -> names(organisation)
                        .flatMap(name -> names.called(name).stream())
                        .forEach(institution -> found.add(new InstitutionMatch(
                                institution, InstitutionBasis.ORGANISATION, organisation.name()))));
        activity.titles().stream()
                .map(Text::text)
                .flatMap(title -> names.in(title).stream())
                .forEach(
                        one -> found.add(new InstitutionMatch(one.institution(), InstitutionBasis.TITLE, one.words())));
        return found.stream()
                .filter(match -> !refused.contains(match.institution()))
                .sorted(Comparator.comparing(InstitutionMatch::basis).thenComparing(InstitutionMatch::institution))
                .toList();
    }

    /** Who implements it or receives its money; a donor's own ministry is no institution that donors support. */
    private static List<Organisation> organisations(Activity activity, CoordinationInputs inputs) {
        return Stream.concat(
                        activity.participants().stream()
                                .filter(participation -> IMPLEMENTING.equals(participation.role()))
                                .map(Participation::party),
                        activity.transactions().stream()
                                .flatMap(transaction -> Stream.ofNullable(transaction.receiver())))
                .flatMap(party -> inputs.organisations().of(activity, party).stream())
                .filter(organisation -> organisation.donor().isEmpty())
                .distinct()
                .toList();
    }

    private static Stream<String> names(Organisation organisation) {
        return Stream.concat(
                        Stream.of(organisation.name()),
                        organisation.written().stream().flatMap(written -> written.names().keySet().stream()))
                .distinct();
    }

    /** Why an activity is taken to support whom, the strongest reasons first; none where it matches nobody. */
    List<InstitutionMatch> of(String activity) {
        return byActivity.getOrDefault(activity, List.of());
    }

    /** The institutions that an activity supports, each once, the one with the strongest reason first. */
    List<ItemId> institutions(String activity) {
        return of(activity).stream()
                .map(InstitutionMatch::institution)
                .distinct()
                .toList();
    }

    /** Every institution that some activity supports, with the activities. */
    Map<ItemId, List<String>> byInstitution() {
        Map<ItemId, List<String>> all = new LinkedHashMap<>();
        byActivity.forEach((activity, matches) -> matches.stream()
                .map(InstitutionMatch::institution)
                .distinct()
                .forEach(institution -> all.computeIfAbsent(institution, first -> new ArrayList<>())
                        .add(activity)));
        return all;
    }
}
