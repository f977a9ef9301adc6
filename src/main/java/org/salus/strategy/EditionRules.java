package org.salus.strategy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.ledger.Item;
import org.salus.ledger.Sensitivity;
import org.salus.ledger.View;

/** What may be said of an edition. The ledger asks these rules whichever door an edit comes through; they look at nothing but what the author sees. */
final class EditionRules {
    static final int LONGEST_LINE = 500;
    static final int LONGEST_TEXT = 20_000;
    private static final int MOST = 500;
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    private EditionRules() {}

    static List<Sentence> refusals(Item<Edition> edited, View view) {
        Edition after = edited.value();
        List<Sentence> refusals = new ArrayList<>(alone(edited));
        List<Edition> before = versions(edited, view);
        if (before.isEmpty()) {
            if (!after.steps().isEmpty() || !after.approvals().isEmpty()) {
                refusals.add(Sentence.of("strategy.refusal.begins-as-draft"));
            }
            return refusals;
        }
        if (before.stream().noneMatch(after::saysTheSameAs)) {
            refusals.add(Sentence.of("strategy.refusal.says-otherwise"));
        }
        Optional<Edition> continued = before.stream()
                .filter(known -> begins(known.steps(), after.steps()) && begins(known.approvals(), after.approvals()))
                .findFirst();
        if (continued.isEmpty()) {
            refusals.add(Sentence.of("strategy.refusal.steps-stand"));
            return refusals;
        }
        refusals.addAll(course(continued.get(), edited, view));
        return refusals;
    }

    static List<Sentence> ofRemoved(Item<Edition> removed, View view) {
        return removed.value().state() == EditionState.DRAFT
                        && removed.value().approvals().isEmpty()
                ? List.of()
                : List.of(Sentence.of("strategy.refusal.stays"));
    }

    /** Where copies brought several versions, any of them may be gone on from. */
    private static List<Edition> versions(Item<Edition> edited, View view) {
        List<Edition> several = EditionVersions.of(edited.id(), view).all().stream()
                .map(EditionVersions.Version::edition)
                .toList();
        return several.isEmpty()
                ? view.find(Edition.KIND, edited.id()).map(Item::value).stream().toList()
                : several;
    }

    private static <T> boolean begins(List<T> some, List<T> all) {
        return all.size() >= some.size() && all.subList(0, some.size()).equals(some);
    }

    private static List<Sentence> alone(Item<Edition> edited) {
        Edition edition = edited.value();
        List<Sentence> refusals = new ArrayList<>();
        if (edition.title().isBlank() || edition.title().length() > LONGEST_LINE) {
            refusals.add(Sentence.of("strategy.refusal.title", LONGEST_LINE));
        }
        if (!edition.readership().isTheSameForAll()) {
            refusals.add(Sentence.of("strategy.refusal.own"));
        }
        if (edition.heads().isEmpty() || !DIGEST.matcher(edition.digest()).matches()) {
            refusals.add(Sentence.of("strategy.refusal.no-state"));
        }
        if (!Languages.isOffered(edition.language())) {
            refusals.add(Sentence.of(
                    "strategy.refusal.language", edition.language(), String.join(", ", Languages.offered())));
        }
        if (!(edited.sensitivity() instanceof Sensitivity.Public
                || edited.sensitivity() instanceof Sensitivity.Members)) {
            refusals.add(Sentence.of("strategy.refusal.for-all"));
        }
        if (edition.readership() == Readership.MEMBERS && edited.sensitivity() instanceof Sensitivity.Public) {
            refusals.add(Sentence.of("strategy.refusal.full-public"));
        }
        boolean isLong = edition.note().length() > LONGEST_TEXT
                || edition.steps().size() > MOST
                || edition.approvals().size() > MOST
                || edition.steps().stream().anyMatch(step -> step.because().length() > LONGEST_TEXT)
                || edition.approvals().stream()
                        .flatMap(one -> Stream.of(one.who(), one.office(), one.place(), one.document()))
                        .anyMatch(text -> text.length() > LONGEST_LINE);
        if (isLong) {
            refusals.add(Sentence.of("strategy.refusal.long", LONGEST_LINE, LONGEST_TEXT, MOST));
        }
        return refusals;
    }

    /** What was added: each approval, then each step, in their order. */
    private static List<Sentence> course(Edition before, Item<Edition> edited, View view) {
        Edition after = edited.value();
        List<Sentence> refusals = new ArrayList<>();
        List<Approval> given = EditionVersions.of(edited.id(), view).approvals();
        for (Approval approval : after.approvals()
                .subList(before.approvals().size(), after.approvals().size())) {
            // What was written down in another version was judged there.
            if (!given.contains(approval)) {
                refusals.addAll(approved(approval, before, edited, view));
            }
        }
        EditionState state = before.state();
        Optional<PartialDate> last = before.steps().isEmpty()
                ? Optional.empty()
                : Optional.of(before.steps().getLast().date());
        for (EditionStep step :
                after.steps().subList(before.steps().size(), after.steps().size())) {
            if (!state.next().contains(step.to())) {
                refusals.add(Sentence.of(
                        "strategy.refusal.next", state.label(), step.to().label()));
            }
            if (last.filter(earlier -> step.date().isSurelyBefore(earlier)).isPresent()) {
                refusals.add(Sentence.of("strategy.refusal.earlier", step.date()));
            }
            if (step.to() == EditionState.AGREED) {
                Stream.of(Side.values())
                        .filter(side -> !after.isApprovedBy(side, step.date()))
                        .forEach(side -> refusals.add(Sentence.of("strategy.refusal.not-approved", side.label())));
            }
            state = step.to();
            last = Optional.of(step.date());
        }
        return refusals;
    }

    private static List<Sentence> approved(Approval approval, Edition before, Item<Edition> edited, View view) {
        List<Sentence> refusals = new ArrayList<>();
        if (Stream.of(approval.who(), approval.office(), approval.place(), approval.document())
                .anyMatch(String::isBlank)) {
            refusals.add(Sentence.of("strategy.refusal.approval-whole"));
        }
        if (!Objects.equals(approval.digest(), edited.value().digest())) {
            refusals.add(Sentence.of(
                    "strategy.refusal.other-digest",
                    brief(approval.digest()),
                    brief(edited.value().digest())));
        }
        if (before.state() == EditionState.DRAFT) {
            refusals.add(Sentence.of("strategy.refusal.not-shared"));
        }
        if (before.state() == EditionState.ENDED) {
            refusals.add(Sentence.of("strategy.refusal.has-ended"));
        }
        before.steps().stream()
                .filter(step -> step.to() == EditionState.SHARED)
                .map(EditionStep::date)
                .filter(shared -> approval.date().isSurelyBefore(shared))
                .findFirst()
                .ifPresent(shared ->
                        refusals.add(Sentence.of("strategy.refusal.approved-before", approval.date(), shared)));
        newer(edited, view)
                .ifPresent(newer -> refusals.add(
                        Sentence.of("strategy.refusal.stale", newer.value().title())));
        return refusals;
    }

    /** An edition for the same readers that was begun later and given to those who are to agree. */
    private static Optional<Item<Edition>> newer(Item<Edition> edited, View view) {
        return view.list(Edition.KIND).stream()
                .filter(other -> other.id().compareTo(edited.id()) > 0)
                .filter(other -> other.value().readership() == edited.value().readership()
                        && other.value().language().equals(edited.value().language()))
                .filter(other -> other.value().state() != EditionState.DRAFT
                        && other.value().state() != EditionState.ENDED)
                .findFirst();
    }

    static String brief(String digest) {
        return digest.substring(0, Math.min(12, digest.length()));
    }
}
