package org.salus.appraisal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salus.framework.Failure;
import org.salus.framework.PartialDate;
import org.salus.framework.Recorded;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import org.salus.goals.Objective;
import org.salus.goals.ResultsChain;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.View;
import org.salus.sector.Actor;

/** What somebody typed about an instrument, in the words that pages, API and command line share. */
public final class TypedStatement {
    /** What can be typed of a statement. */
    public static final List<String> STATEMENT = List.of("country", "step", "answer", "day", "source", "note");

    /** What can be typed of an objective that takes up a gap. */
    public static final List<String> OBJECTIVE = List.of("country", "gap", "chain", "title", "institution");

    private final Map<String, String> typed;

    /** @param typed by the names of fields */
    public TypedStatement(Map<String, String> typed) {
        this.typed = Map.copyOf(typed);
    }

    /**
     * The same, if it says nothing else.
     *
     * @throws Failure (wrong use) for a name that means nothing: what was mistyped would be lost
     */
    public TypedStatement knowing(List<String> names) {
        for (String name : typed.keySet()) {
            if (!names.contains(name)) {
                throw Failure.wrongUse(Sentence.of("appraisal.failure.no-field", name, String.join(", ", names)));
            }
        }
        return this;
    }

    private String text(String name) {
        return typed.getOrDefault(name, "").strip();
    }

    /**
     * The edit that records an answer about a step; {@code not-recorded} takes back what was recorded. Empty where nothing would change.
     *
     * @throws Failure (wrong use) if a word means nothing
     */
    public List<Edit> edits(InstrumentLine line, View view) {
        InstrumentStep step = term("step", InstrumentStep.class);
        Recorded answer = term("answer", Recorded.class);
        ItemId id = InstrumentStatement.id(line.instrument().id(), line.country(), step);
        Optional<Item<InstrumentStatement>> known = view.find(InstrumentStatement.KIND, id);
        if (answer == Recorded.NOT_RECORDED) {
            return known.<Edit>map(Edit.Remove::new).stream().toList();
        }
        InstrumentStatement said = new InstrumentStatement(
                line.instrument().id(), line.country(), step, answer, day(), text("source"), text("note"));
        if (known.filter(item -> item.value().equals(said)).isPresent() && !view.isInConflict(id)) {
            return List.of();
        }
        return List.of(new Edit.Put(known.map(item -> item.saying(said)).orElseGet(said::fresh)));
    }

    /**
     * A new objective that takes up a gap.
     *
     * @throws Failure if there is no such gap, plan or institution
     */
    public Item<Objective> objective(InstrumentLine line, View view) {
        InstrumentGap gap = line.gaps().stream()
                .filter(one -> one.name().equals(text("gap")))
                .findFirst()
                .orElseThrow(() -> Failure.notFound(Sentence.of("appraisal.failure.no-gap", text("gap"))));
        ItemId chain = view.find(ResultsChain.KIND, item("chain"))
                .orElseThrow(() -> Failure.notFound(Sentence.of("appraisal.failure.no-chain", text("chain")))
                        .at("chain"))
                .id();
        Optional<ItemId> institution = text("institution").isEmpty()
                ? Optional.empty()
                : Optional.of(view.find(Actor.KIND, item("institution"))
                        .orElseThrow(() -> Failure.notFound(
                                        Sentence.of("appraisal.failure.no-institution", text("institution")))
                                .at("institution"))
                        .id());
        return Item.fresh(
                Objective.KIND, Objective.takingUp(chain, text("title"), institution, Optional.empty(), gap.name()));
    }

    private ItemId item(String name) {
        try {
            return ItemId.of(text(name));
        } catch (IllegalArgumentException none) {
            throw Failure.wrongUse(Sentence.of("appraisal.failure.no-id", name, text(name)))
                    .at(name);
        }
    }

    private Optional<PartialDate> day() {
        String text = text("day");
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(PartialDate.find(text)
                        .orElseThrow(() -> Failure.wrongUse(Sentence.of("appraisal.failure.date", text))
                                .at("day")));
    }

    private <T extends Enum<T> & Term> T term(String name, Class<T> vocabulary) {
        return Term.find(vocabulary, text(name))
                .orElseThrow(() -> Failure.wrongUse(Sentence.of(
                                "appraisal.failure.choice",
                                name,
                                text(name),
                                String.join(
                                        ", ",
                                        java.util.Arrays.stream(vocabulary.getEnumConstants())
                                                .map(Term::code)
                                                .toList())))
                        .at(name));
    }
}
