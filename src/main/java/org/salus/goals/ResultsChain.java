package org.salus.goals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salus.framework.Sentence;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;
import org.salus.ledger.Role;
import org.salus.ledger.View;

/**
 * One alternative: a whole chain from support to goals. A workspace may hold several; whoever may edit adopts one.
 *
 * @param copiedFrom the alternative it began as a copy of
 */
public record ResultsChain(String title, Adoption adoption, Optional<ItemId> copiedFrom, String note) {
    public static final Kind<ResultsChain> KIND =
            Kind.of("results-chain", ResultsChain.class).onceNamedByWords().ruledInStep(ResultsChain::refusals);

    /** A draft that says nothing yet. */
    public static ResultsChain of(String title) {
        return new ResultsChain(title, Adoption.DRAFT, Optional.empty(), "");
    }

    /** The one that counts: the adopted one; where none is, the only one that is not set aside. */
    public static Optional<Item<ResultsChain>> planned(View view) {
        List<Item<ResultsChain>> all = view.list(KIND).stream()
                .filter(chain -> chain.value().adoption() != Adoption.SET_ASIDE)
                .toList();
        return all.stream()
                .filter(chain -> chain.value().adoption() == Adoption.ADOPTED)
                .findFirst()
                .or(() -> all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty());
    }

    /** The same, having come as far as this. */
    ResultsChain with(Adoption other) {
        return new ResultsChain(title, other, copiedFrom, note);
    }

    private static List<Sentence> refusals(Item<ResultsChain> edited, View view, Kind.Step step) {
        List<Sentence> refusals = new ArrayList<>(Texts.refusals(
                edited.value().title(), "goals.refusal.no-title", edited.value().note()));
        Optional<Adoption> before =
                view.find(KIND, edited.id()).map(item -> item.value().adoption());
        boolean adopts = edited.value().adoption() == Adoption.ADOPTED;
        boolean wasAdopted = before.equals(Optional.of(Adoption.ADOPTED));
        if (adopts != wasAdopted && !view.standing().mayActAs(Role.EDITOR)) {
            refusals.add(Sentence.of("goals.refusal.role-adopts"));
        }
        if (adopts && isAnotherAdopted(edited.id(), view, step)) {
            refusals.add(Sentence.of("goals.refusal.adopted-already"));
        }
        return refusals;
    }

    /** Whether, after a step, there is an adopted one beside this. */
    private static boolean isAnotherAdopted(ItemId adopted, View view, Kind.Step step) {
        Set<ItemId> inStep = step.edits().stream().map(edit -> edit.item().id()).collect(Collectors.toSet());
        return Stream.<Item<?>>concat(
                        view.list(KIND).stream().filter(other -> !inStep.contains(other.id())),
                        step.edits().stream().filter(Edit.Put.class::isInstance).map(Edit::item))
                .filter(other -> !other.id().equals(adopted))
                .anyMatch(other -> other.value() instanceof ResultsChain chain && chain.adoption() == Adoption.ADOPTED);
    }
}
