package org.salus.sector;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.salus.framework.Recorded;
import org.salus.framework.Sentence;
import org.salus.ledger.Citation;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;

/**
 * What one actor does to another, or is recorded as not doing. By law and in practice are kept apart. Who may not see one of the two actors does not see
 * the tie.
 *
 * <p>A tie without any statement says that there is such a tie and not yet on what basis; that is asked.
 *
 * @param from the actor that does it
 * @param to the actor it is done to
 */
public record Tie(
        ItemId from, TieType type, ItemId to, List<Statement> byLaw, List<Statement> inPractice, String note) {
    public static final Kind<Tie> KIND =
            Kind.of("tie", Tie.class).needing(Tie::ends).ruledInStep(TieRules::refusals);

    public Tie {
        byLaw = List.copyOf(byLaw);
        inPractice = List.copyOf(inPractice);
    }

    private static Set<ItemId> ends(Tie tie) {
        return tie.from.equals(tie.to) ? Set.of(tie.from) : Set.of(tie.from, tie.to);
    }

    /** That there is such a tie; on what basis is not yet told. */
    public static Tie of(ItemId from, TieType type, ItemId to) {
        return new Tie(from, type, to, List.of(), List.of(), "");
    }

    /** The same tie with this said about it. */
    public Tie saying(Basis basis, Statement statement) {
        return basis == Basis.LAW
                ? new Tie(from, type, to, with(byLaw, statement), inPractice, note)
                : new Tie(from, type, to, byLaw, with(inPractice, statement), note);
    }

    private static List<Statement> with(List<Statement> statements, Statement more) {
        List<Statement> all = new ArrayList<>(statements);
        all.add(more);
        return all;
    }

    /** What is said on that basis. */
    public List<Statement> on(Basis basis) {
        return basis == Basis.LAW ? byLaw : inPractice;
    }

    /** Whether anybody said on what basis it is, or said that nothing is recorded. */
    boolean isSaid() {
        return !byLaw.isEmpty() || !inPractice.isEmpty();
    }

    /** Whether something that is said of it may hold on a day. */
    boolean speaksOn(LocalDate day) {
        return Stream.concat(byLaw.stream(), inPractice.stream())
                .anyMatch(statement -> statement.recorded() != Recorded.NOT_RECORDED
                        && statement.when().mayHoldOn(day));
    }

    /** The component of this record that citations of what is said on that basis name. */
    static String fact(Basis basis) {
        return basis == Basis.LAW ? "byLaw" : "inPractice";
    }

    /** The citations that speak for what an item says on that basis. */
    static List<Citation> citations(Item<Tie> item, Basis basis) {
        return item.citations().stream()
                .filter(citation -> citation.fact().isEmpty() || citation.fact().equals(Optional.of(fact(basis))))
                .toList();
    }

    List<Sentence> refusals() {
        List<Sentence> refusals = new ArrayList<>();
        if (from.equals(to) && type.group() != TieType.Group.OVERSIGHT) {
            refusals.add(Sentence.of("sector.refusal.same-end"));
        }
        if (note.length() > Actor.LONGEST_NOTE) {
            refusals.add(Sentence.of("sector.refusal.long-note", Actor.LONGEST_NOTE));
        }
        return refusals;
    }
}
