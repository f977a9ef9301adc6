package org.salus.appraisal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.goals.Objective;
import org.salus.goals.Support;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;
import org.salus.ledger.View;
import org.salus.sector.Actor;
import org.salus.sector.KnownSupport;

/** What may be said in the register of decisions, windows, partnerships, stances and red lines. The rules look at nothing but what the author sees. */
final class PoliticsRules {
    static final int LONGEST_LINE = 1_000;
    static final int LONGEST_TEXT = 20_000;
    static final int MOST_LINES = 200;

    private PoliticsRules() {}

    static List<Sentence> ofDecision(Item<RegisteredDecision> edited, View view) {
        RegisteredDecision decision = edited.value();
        List<Sentence> refusals = new ArrayList<>(titled(decision.title()));
        List<List<String>> lists =
                List.of(decision.asked(), decision.couldVeto(), decision.payers(), decision.absent());
        long most = lists.stream().mapToLong(List::size).max().orElse(0);
        refusals.addAll(sized(
                Math.max(
                        most,
                        Math.max(
                                decision.objectives().size(),
                                decision.supports().size())),
                Stream.concat(Stream.of(decision.decidedBy()), lists.stream().flatMap(List::stream)),
                Stream.of(decision.document(), decision.note())));
        refusals.addAll(known(edited, view, RegisteredDecision::needs, KINDS_DECIDED_ON));
        return refusals;
    }

    private static final Set<Kind<?>> KINDS_DECIDED_ON = Set.of(Objective.KIND, Support.KIND, KnownSupport.KIND);

    static List<Sentence> ofWindow(Item<EntryPoint> edited, View view) {
        EntryPoint window = edited.value();
        List<Sentence> refusals = new ArrayList<>(titled(window.title()));
        refusals.addAll(inOrder(window.from(), window.until()));
        refusals.addAll(sized(
                window.objectives().size(), Stream.of(), Stream.of(window.needed(), window.source(), window.note())));
        refusals.addAll(known(edited, view, EntryPoint::needs, Set.of(Objective.KIND)));
        return refusals;
    }

    static List<Sentence> ofPartnership(Item<Partnership> edited, View view) {
        Partnership agreed = edited.value();
        List<Sentence> refusals = new ArrayList<>(titled(agreed.title()));
        refusals.addAll(inOrder(agreed.from(), agreed.until()));
        if (agreed.parties().stream().anyMatch(term -> term.party().isBlank())) {
            refusals.add(Sentence.of("appraisal.politics.refusal.party"));
        }
        refusals.addAll(sized(
                Math.max(agreed.parties().size(), agreed.objectives().size()),
                agreed.parties().stream().map(PartyTerm::party),
                Stream.concat(
                        agreed.parties().stream().map(PartyTerm::brings),
                        Stream.of(agreed.conditions(), agreed.ending(), agreed.document(), agreed.note()))));
        refusals.addAll(known(edited, view, Partnership::needs, Set.of(Objective.KIND)));
        return refusals;
    }

    static List<Sentence> ofStance(Item<Stance> edited, View view) {
        Stance stance = edited.value();
        Optional<Stance> before = view.find(Stance.KIND, edited.id()).map(Item::value);
        List<Sentence> refusals = new ArrayList<>();
        if (stance.actor().isEmpty()) {
            refusals.add(Sentence.of("appraisal.politics.refusal.no-actor"));
        }
        if (stance.objective().isEmpty()) {
            refusals.add(Sentence.of("appraisal.politics.refusal.no-objective"));
        }
        refusals.addAll(mentioned(stance.actor(), before.map(Stance::actor), Actor.KIND, view));
        refusals.addAll(mentioned(stance.objective(), before.map(Stance::objective), Objective.KIND, view));
        refusals.addAll(sized(
                0,
                Stream.of(stance.actor().name()),
                Stream.of(
                        stance.objective().name(),
                        stance.gains(),
                        stance.incentives(),
                        stance.measure(),
                        stance.source())));
        return refusals;
    }

    static List<Sentence> ofRedLine(Item<RedLine> edited, View view) {
        RedLine red = edited.value();
        List<Sentence> refusals = new ArrayList<>();
        if (red.actor().isEmpty()) {
            refusals.add(Sentence.of("appraisal.politics.refusal.no-actor"));
        }
        if (red.line().isBlank()) {
            refusals.add(Sentence.of("appraisal.politics.refusal.no-line"));
        }
        refusals.addAll(mentioned(
                red.actor(),
                view.find(RedLine.KIND, edited.id()).map(item -> item.value().actor()),
                Actor.KIND,
                view));
        refusals.addAll(sized(0, Stream.of(red.actor().name()), Stream.of(red.line(), red.why(), red.source())));
        return refusals;
    }

    private static List<Sentence> titled(String title) {
        return title.isBlank() || title.length() > LONGEST_LINE
                ? List.of(Sentence.of("appraisal.politics.refusal.title", LONGEST_LINE))
                : List.of();
    }

    private static List<Sentence> inOrder(Optional<PartialDate> from, Optional<PartialDate> until) {
        return from.isPresent() && until.isPresent() && until.get().isSurelyBefore(from.get())
                ? List.of(Sentence.of("appraisal.politics.refusal.ends-first"))
                : List.of();
    }

    private static List<Sentence> sized(long entries, Stream<String> lines, Stream<String> texts) {
        List<Sentence> refusals = new ArrayList<>();
        if (entries > MOST_LINES) {
            refusals.add(Sentence.of("appraisal.politics.refusal.many", MOST_LINES));
        }
        if (lines.anyMatch(line -> line.length() > LONGEST_LINE)
                || texts.anyMatch(text -> text.length() > LONGEST_TEXT)) {
            refusals.add(Sentence.of("appraisal.politics.refusal.long", LONGEST_LINE, LONGEST_TEXT));
        }
        return refusals;
    }

    /** What is added has to be there; what an earlier version was about may be gone since. */
    private static <T extends Record> List<Sentence> known(
            Item<T> edited, View view, Function<T, Set<ItemId>> needs, Set<Kind<?>> kinds) {
        Set<ItemId> added = new HashSet<>(needs.apply(edited.value()));
        view.find(edited.kind(), edited.id()).ifPresent(before -> added.removeAll(needs.apply(before.value())));
        return added.stream()
                        .allMatch(id -> view.find(id)
                                .filter(item -> kinds.contains(item.kind()))
                                .isPresent())
                ? List.of()
                : List.of(Sentence.of("appraisal.politics.refusal.no-item"));
    }

    private static List<Sentence> mentioned(Mention now, Optional<Mention> before, Kind<?> kind, View view) {
        if (before.filter(now::equals).isPresent()) {
            return List.of();
        }
        // What stands beyond a workspace is known to a private layer of it, and to nobody else.
        if (now.beyond().isPresent() && view.charter().layerOf().isEmpty()) {
            return List.of(Sentence.of("appraisal.politics.refusal.no-item"));
        }
        if (now.here().isEmpty()) {
            return List.of();
        }
        return view.find(now.here().get())
                        .filter(item -> item.kind().equals(kind))
                        .isPresent()
                ? List.of()
                : List.of(Sentence.of("appraisal.politics.refusal.no-item"));
    }
}
