package org.salus.appraisal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salus.framework.Appraisal;
import org.salus.framework.Sentence;
import org.salus.goals.Box;
import org.salus.goals.Chain;
import org.salus.goals.Goal;
import org.salus.goals.Hole;
import org.salus.goals.Objective;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.sector.KnownSupport;
import org.salus.sector.SupportStage;

/** What is computed of C3: coherence and sequence, priorities. */
final class CoherenceChecks {
    static final Map<String, Computation> ALL = Map.of(
            "both-tracks", CoherenceChecks::bothTracks,
            "dated", CoherenceChecks::dated,
            "order-of-support", CoherenceChecks::orderOfSupport,
            "findings-answered", CoherenceChecks::findingsAnswered,
            "objectives-supported", CoherenceChecks::objectivesSupported,
            "no-contradiction", CoherenceChecks::noContradiction,
            "no-loose-end", CoherenceChecks::noLooseEnd,
            "unpublished-support", CoherenceChecks::unpublishedSupport);

    private CoherenceChecks() {}

    /** A goal nothing leads to is on no track yet. */
    private static Found bothTracks(AppraisalInquiry inquiry) {
        AppraisalInquiry.Holed alone = inquiry.holed("one-track");
        return inquiry.share(
                "both-tracks",
                "goals",
                inquiry.boxes(Goal.KIND),
                Item::id,
                goal -> !alone.found().contains(goal.id()) && isLedTo(goal, inquiry.chain(goal.value())),
                goal -> alone.answered().contains(goal.id()) && isLedTo(goal, inquiry.chain(goal.value())));
    }

    private static boolean isLedTo(Item<Goal> goal, Chain chain) {
        return chain.before(goal.id()).stream()
                .flatMap(box -> chain.box(box).stream())
                .anyMatch(box -> box.value() instanceof Objective);
    }

    private static Found dated(AppraisalInquiry inquiry) {
        return inquiry.share(
                "dated",
                "objectives",
                inquiry.boxes(Objective.KIND),
                objective -> objective.value().until().isPresent());
    }

    private static Found orderOfSupport(AppraisalInquiry inquiry) {
        List<SupportFacts.Note> orders = inquiry.support().stream()
                .flatMap(support -> support.orders().stream())
                .toList();
        return notes("order-of-support", orders, SupportFacts::ordersUnknown, inquiry);
    }

    static Found findingsAnswered(AppraisalInquiry inquiry) {
        return notes(
                "findings-answered",
                inquiry.support().stream()
                        .flatMap(support -> support.findings().stream())
                        .toList(),
                SupportFacts::notComputed,
                inquiry);
    }

    /**
     * How many notes about support were answered. Where none is found, what could not be looked for decides whether that says anything.
     *
     * @param unknown what of this kind could not be looked for
     */
    static Found notes(
            String name,
            List<SupportFacts.Note> notes,
            Function<SupportFacts, List<Sentence>> unknown,
            AppraisalInquiry inquiry) {
        List<Sentence> missing = Stream.concat(
                        inquiry.countries().stream()
                                .filter(country -> country.support().isEmpty())
                                .map(country -> Sentence.of("appraisal.missing.support", country.code())),
                        inquiry.support().stream().flatMap(support -> unknown.apply(support).stream()))
                .toList();
        if (notes.isEmpty()) {
            return missing.isEmpty() && !inquiry.support().isEmpty()
                    ? Found.of(
                            Appraisal.CONSIDERED,
                            Sentence.of("appraisal.reason.notes.none"),
                            List.of(new Looked.Page(Sentence.of("appraisal.looked.support"), "coordination", true)))
                    : Found.unknown(Sentence.of("appraisal.missing.notes")).lacking(missing);
        }
        List<Looked> looked = notes.stream()
                .<Looked>map(note -> new Looked.Page(note.says(), "coordination", note.isAnswered()))
                .toList();
        long answered = looked.stream().filter(Looked::fits).count();
        return Found.of(
                        Found.share(answered, looked.size()),
                        Sentence.of("appraisal.reason." + name, answered, looked.size()),
                        looked)
                .lacking(missing);
    }

    private static Found objectivesSupported(AppraisalInquiry inquiry) {
        AppraisalInquiry.Holed without = inquiry.holed("no-support");
        return inquiry.share(
                "objectives-supported",
                "objectives",
                inquiry.boxes(Objective.KIND),
                Item::id,
                objective -> !without.found().contains(objective.id()),
                objective -> without.answered().contains(objective.id()));
    }

    private static Found noContradiction(AppraisalInquiry inquiry) {
        long links = inquiry.chains().stream()
                .mapToLong(chain -> chain.links().size())
                .sum();
        if (links == 0) {
            return Found.unknown(Sentence.of("appraisal.missing.links"));
        }
        List<Hole> holes = inquiry.holes("circle", "contradiction");
        if (holes.isEmpty()) {
            return Found.of(
                    Appraisal.CONSIDERED,
                    Sentence.of("appraisal.reason.no-contradiction", links),
                    List.of(new Looked.Page(Sentence.of("appraisal.looked.plan"), "goals", true)));
        }
        return Found.of(
                holes.stream().allMatch(inquiry::isAnswered) ? Appraisal.CONSIDERED : Appraisal.NOT_YET,
                AppraisalInquiry.withAnswered(
                        Sentence.of("appraisal.reason.contradiction", holes.size()),
                        holes.stream().filter(inquiry::isAnswered).count()),
                holes.stream()
                        .<Looked>map(hole -> new Looked.Element(hole.box(), inquiry.isAnswered(hole)))
                        .toList());
    }

    private static Found noLooseEnd(AppraisalInquiry inquiry) {
        List<Hole> loose = inquiry.holes("loose-end").stream()
                .filter(hole -> hole.weight() == Hole.Weight.HOLE)
                .toList();
        Set<ItemId> open = loose.stream()
                .filter(hole -> !inquiry.isAnswered(hole))
                .map(Hole::box)
                .collect(Collectors.toSet());
        Set<ItemId> found = loose.stream().map(Hole::box).collect(Collectors.toSet());
        List<ItemId> boxes = inquiry.chains().stream()
                .flatMap(chain -> chain.boxes().stream())
                .<ItemId>map((Item<? extends Box> box) -> box.id())
                .toList();
        return inquiry.share(
                "no-loose-end", "boxes", boxes, box -> box, box -> !found.contains(box), box -> !open.contains(box));
    }

    /** Empty is not none: without any, nothing is concluded. */
    private static Found unpublishedSupport(AppraisalInquiry inquiry) {
        List<Looked> looked = inquiry.view().list(KnownSupport.KIND).stream()
                .filter(support -> support.value().stage() == SupportStage.KNOWN)
                .<Looked>map(support -> new Looked.Element(
                        support.id(),
                        support.value().area().isPresent()
                                || support.value().actor().isPresent()))
                .toList();
        if (looked.isEmpty()) {
            return Found.unknown(Sentence.of("appraisal.missing.unpublished"));
        }
        long placed = looked.stream().filter(Looked::fits).count();
        return Found.of(
                placed == looked.size() ? Appraisal.CONSIDERED : Appraisal.PARTLY,
                Sentence.of("appraisal.reason.unpublished-support", placed, looked.size()),
                looked);
    }
}
