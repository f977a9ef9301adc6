package org.salus.coordination;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.salus.evidence.Donors;
import org.salus.framework.Failure;
import org.salus.framework.PartialDate;
import org.salus.framework.ReformArea;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import org.salus.ledger.Kind;

/**
 * What somebody says a donor is good at, or not. It stands beside what published data tell of the donor, changes no figure, and no figure is made of it.
 *
 * @param donor as the table of donors or a file writes it
 * @param area what it is said of; empty for all of reform
 * @param by which side says so
 * @param who the office that says so; never a person
 * @param when it was said
 * @param source where it can be read; may be empty
 */
public record DonorStatement(
        String donor,
        Optional<ReformArea> area,
        StatementSide by,
        String who,
        String text,
        Optional<PartialDate> when,
        String source) {
    public static final Kind<DonorStatement> KIND = Kind.of("donor-statement", DonorStatement.class)
            .ruledBy((edited, view) -> edited.value().refusals());

    /** The words of a form or a program that make one, in the order of forms. */
    public static final List<String> WORDS = List.of("donor", "area", "by", "who", "text", "when", "source");

    private static final int LONGEST_LINE = 1_000;
    private static final int LONGEST_TEXT = 10_000;

    /** Gives what somebody typed for a word. */
    @FunctionalInterface
    public interface Typed {
        String get(String word);
    }

    /**
     * What somebody typed.
     *
     * @throws Failure if a word means nothing, naming it
     */
    public static DonorStatement of(Typed typed) {
        String area = typed.get("area").strip();
        String by = typed.get("by").strip();
        String when = typed.get("when").strip();
        return new DonorStatement(
                typed.get("donor").strip(),
                area.isEmpty()
                        ? Optional.empty()
                        : Optional.of(ReformArea.find(area)
                                .filter(ReformArea::isSsr)
                                .orElseThrow(() -> wrong("area", area, "1a … 4c, 1x, 2x, 4x"))),
                Term.find(StatementSide.class, by).orElseThrow(() -> wrong("by", by, "donor, partner, other")),
                typed.get("who").strip(),
                typed.get("text").strip(),
                when.isEmpty()
                        ? Optional.empty()
                        : Optional.of(PartialDate.find(when)
                                .orElseThrow(() -> wrong("when", when, "2005, 2005-03, 2005-03-18"))),
                typed.get("source").strip());
    }

    private static Failure wrong(String word, String typed, String allowed) {
        return Failure.wrongUse(Sentence.of("coordination.failure.choice", word, typed, allowed))
                .at(word);
    }

    /** Whether it is about a donor, under whichever of its names. */
    boolean isAbout(String name) {
        return Donors.shipped().isSame(donor, name);
    }

    private List<Sentence> refusals() {
        List<Sentence> refusals = new ArrayList<>();
        if (donor.isBlank() || donor.length() > LONGEST_LINE) {
            refusals.add(Sentence.of("coordination.statement.refusal.donor"));
        }
        if (who.isBlank() || who.length() > LONGEST_LINE) {
            refusals.add(Sentence.of("coordination.statement.refusal.who"));
        }
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            refusals.add(Sentence.of("coordination.statement.refusal.text", LONGEST_TEXT));
        }
        if (source.length() > LONGEST_LINE) {
            refusals.add(Sentence.of("coordination.statement.refusal.source"));
        }
        return refusals;
    }
}
