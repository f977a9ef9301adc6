package org.salus.impact;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salus.diligence.Keeping;
import org.salus.framework.Failure;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import org.salus.goals.Goal;
import org.salus.goals.Objective;
import org.salus.goals.Result;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.PlainText;
import org.salus.ledger.Sensitivity;
import org.salus.ledger.View;

/** What somebody typed about a claim or an outcome, in the words that pages, API and command line share. What is missing in it is said by the field it is missing in. */
public final class TypedContribution {
    /** For whom it is: {@code usual} for whoever may read what it belongs to, {@code organisation} for members of one's own, {@code me}. */
    private static final String KEEP = "keep";

    /** What can be typed of a new claim. */
    public static final List<String> CLAIM =
            List.of("about", "title", "contributor", "mechanism", "changed", "note", KEEP);

    /** What can be typed of another explanation. */
    public static final List<String> ALTERNATIVE = List.of("title", "note");

    /** What can be typed of a piece of evidence. */
    public static final List<String> EVIDENCE =
            List.of("alternative", "text", "test", "result", "source", "when", "note", KEEP);

    /** What can be typed of an office's judgement. */
    public static final List<String> JUDGEMENT = List.of("judged", "office", "day", "because");

    /** What can be typed of an outcome. */
    public static final List<String> OUTCOME = List.of(
            "who",
            "change",
            "when",
            "place",
            "significance",
            "contribution",
            "towards",
            "source",
            "substantiation",
            "substantiated-by",
            "substantiated-on",
            "note",
            KEEP);

    /** As paragraphs that are edited on their own. */
    private static final int LONGEST = 20_000;

    private final Map<String, String> typed;

    /** @param typed by the names of fields */
    public TypedContribution(Map<String, String> typed) {
        this.typed = Map.copyOf(typed);
    }

    /**
     * The same, if it says nothing else.
     *
     * @throws Failure (wrong use) for a name that means nothing: what was mistyped would be lost
     */
    public TypedContribution knowing(List<String> names) {
        typed.keySet().stream()
                .filter(name -> !names.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw Failure.wrongUse(Sentence.of("impact.typed.no-field", name, String.join(", ", names)));
                });
        return this;
    }

    /** A claim about the goal, objective or result that {@code about} names by its id or title. */
    public Item<ContributionClaim> claim(View view) {
        return Item.fresh(
                        ContributionClaim.KIND,
                        new ContributionClaim(
                                about(view),
                                needed("title"),
                                needed("contributor"),
                                text("mechanism"),
                                date("changed"),
                                Optional.empty(),
                                "",
                                Optional.empty(),
                                "",
                                text("note")))
                .meantFor(readers(view, Sensitivity.forMembers()));
    }

    /** Another explanation of the change a claim is about, meant for the readers of the claim. */
    public Item<AlternativeExplanation> alternative(ClaimEntry of) {
        return Item.fresh(
                        AlternativeExplanation.KIND,
                        new AlternativeExplanation(of.item().id(), needed("title"), text("note")))
                .meantFor(of.item().sensitivity());
    }

    /** A piece of evidence about a claim, or about the other explanation that {@code alternative} names, meant for the readers of that, or for fewer. */
    public Item<ClaimEvidence> evidence(ClaimBook book, ClaimEntry of) {
        Optional<Item<AlternativeExplanation>> rival = Optional.of(text("alternative"))
                .filter(words -> !words.isEmpty())
                .map(words -> rival(book, of, words));
        return Item.fresh(
                        ClaimEvidence.KIND,
                        new ClaimEvidence(
                                of.item().id(),
                                rival.map(Item::id),
                                needed("text"),
                                term("test", TestKind.class).orElse(TestKind.STRAW_IN_THE_WIND),
                                term("result", TestResult.class).orElse(TestResult.UNKNOWN),
                                text("source"),
                                date("when"),
                                text("note")))
                .meantFor(readers(
                        book.view(),
                        rival.map(Item::sensitivity).orElse(of.item().sensitivity())));
    }

    private static Item<AlternativeExplanation> rival(ClaimBook book, ClaimEntry of, String words) {
        try {
            return book.rival(of, words).item();
        } catch (Failure none) {
            throw Failure.wrongUse(none.sentence()).at("alternative");
        }
    }

    /** The claim as an office judges it. */
    public Item<ContributionClaim> judged(ClaimEntry of) {
        return of.item()
                .saying(of.claim()
                        .judged(
                                term("judged", ClaimStrength.class).orElseThrow(() -> missing("judged")),
                                needed("office"),
                                date("day"),
                                needed("because")));
    }

    /** An outcome, towards the objective that {@code towards} names by its id or title, if any. */
    public Item<HarvestedOutcome> outcome(View view) {
        return Item.fresh(
                        HarvestedOutcome.KIND,
                        new HarvestedOutcome(
                                needed("who"),
                                needed("change"),
                                date("when"),
                                text("place"),
                                text("significance"),
                                text("contribution"),
                                text("towards").isEmpty()
                                        ? Optional.empty()
                                        : Optional.of(named(view, "towards", List.of(Objective.KIND.name()))),
                                text("source"),
                                term("substantiation", Substantiation.class).orElse(Substantiation.NOT_ASKED),
                                text("substantiated-by"),
                                date("substantiated-on"),
                                text("note")))
                .meantFor(readers(view, Sensitivity.forMembers()));
    }

    private Sensitivity readers(View view, Sensitivity usual) {
        String words = text(KEEP);
        if (words.isEmpty() || words.equals("usual")) {
            return usual;
        }
        Keeping keeping = term(KEEP, Keeping.class)
                .filter(chosen -> chosen != Keeping.LAYER)
                .orElseThrow(() -> Failure.wrongUse(Sentence.of("workspace.field.no-choice", words))
                        .at(KEEP));
        if (!keeping.isOpenTo(view.standing())) {
            throw Failure.wrongUse(Sentence.of("diligence.failure.no-organisation"))
                    .at(KEEP);
        }
        return keeping.sensitivity(view.standing());
    }

    private ItemId about(View view) {
        return named(view, "about", List.of(Goal.KIND.name(), Objective.KIND.name(), Result.KIND.name()));
    }

    /** The one box of these kinds that is called so, of those in alternatives that are not set aside. */
    private ItemId named(View view, String field, List<String> kinds) {
        String words = needed(field);
        List<ItemId> found = PlannedChanges.of(view).stream()
                .filter(box -> kinds.contains(box.kind().name()))
                .filter(box ->
                        box.id().toString().equals(words) || box.value().title().equalsIgnoreCase(words))
                .<ItemId>map(Item::id)
                .toList();
        if (found.isEmpty()) {
            throw Failure.wrongUse(Sentence.of("impact.typed.no-change", words)).at(field);
        }
        // The same title in two alternatives is the same change: the first is that of the adopted one.
        return found.getFirst();
    }

    private String text(String name) {
        String text = PlainText.typed(typed.getOrDefault(name, ""));
        if (text.length() > LONGEST) {
            throw Failure.wrongUse(Sentence.of("workspace.field.too-long", LONGEST))
                    .at(name);
        }
        return text;
    }

    private String needed(String name) {
        String text = text(name);
        if (text.isEmpty()) {
            throw missing(name);
        }
        return text;
    }

    private static Failure missing(String name) {
        return Failure.wrongUse(Sentence.of("impact.typed.needed", name)).at(name);
    }

    private Optional<PartialDate> date(String name) {
        String text = text(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(PartialDate.find(text)
                .orElseThrow(() -> Failure.wrongUse(Sentence.of("workspace.field.no-day", text))
                        .at(name)));
    }

    private <T extends Enum<T> & Term> Optional<T> term(String name, Class<T> vocabulary) {
        String text = text(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Term.find(vocabulary, text)
                .orElseThrow(() -> Failure.wrongUse(Sentence.of("workspace.field.no-choice", text))
                        .at(name)));
    }
}
