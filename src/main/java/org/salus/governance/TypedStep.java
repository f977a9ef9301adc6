package org.salus.governance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.salus.framework.Failure;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import org.salus.ledger.AccountId;
import org.salus.ledger.Act;
import org.salus.ledger.Digest;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.PlainText;
import org.salus.ledger.Reason;
import org.salus.ledger.View;
import org.salus.sector.Actor;
import org.salus.workspace.NoChoice;
import org.salus.workspace.Reply;

/**
 * A step in a round as somebody typed it, in the words that pages, API and command line share.
 *
 * @param edits empty where nothing has to be written
 */
public record TypedStep(List<Edit> edits, Reason reason) {
    public TypedStep {
        edits = List.copyOf(edits);
    }

    private static TypedStep of(Item<?> item) {
        return new TypedStep(List.of(new Edit.Put(item)), Reason.EDIT);
    }

    /**
     * To another stage.
     *
     * @param why asked of whoever goes back
     * @throws Failure (wrong use) if there is no such stage, or the reason is missing
     */
    public static TypedStep stage(Item<Round> round, String stage, String why) {
        Stage wanted = Term.find(Stage.class, stage).orElseThrow(() -> NoChoice.of(stage, Stage.class));
        if (wanted.compareTo(round.value().stage()) < 0 && why.isBlank()) {
            throw Failure.wrongUse(Sentence.of("governance.refusal.back-why", wanted.label()))
                    .advising(Sentence.of("governance.refusal.back-why.advice"));
        }
        return new TypedStep(
                round.value().stage() == wanted
                        ? List.of()
                        : List.of(new Edit.Put(round.saying(round.value().at(wanted)))),
                Reason.of(Act.EDIT, why.strip()));
    }

    /**
     * A review of an answer. It is meant for whoever may read the answer, of which it tells.
     *
     * @throws Failure (wrong use) if there is no such verdict
     */
    public static TypedStep review(Item<Rating> reviewed, String verdict, String text) {
        return of(Item.fresh(
                        Review.KIND,
                        new Review(
                                reviewed.value().round(),
                                reviewed.id(),
                                Term.find(Verdict.class, verdict)
                                        .orElseThrow(() -> NoChoice.of(verdict, Verdict.class)),
                                text.strip()))
                .meantFor(reviewed.sensitivity()));
    }

    /**
     * What the side of an institution replied.
     *
     * @param institution its id or name
     * @param question the id of one; empty for the assessment as a whole
     * @throws Failure if something of it is not in the round, or a date or reply is none
     */
    public static TypedStep reply(
            Assessment assessment,
            String institution,
            String question,
            String reply,
            String text,
            String by,
            String date,
            String document) {
        Institution known = institution(assessment, institution);
        Optional<PartialDate> when = PartialDate.find(date.strip());
        if (!date.isBlank() && when.isEmpty()) {
            throw Failure.wrongUse(Sentence.of("governance.failure.date", date)).at("date");
        }
        return of(Item.fresh(
                InstitutionReply.KIND,
                new InstitutionReply(
                        assessment.id(),
                        known.id(),
                        question.isEmpty()
                                ? ""
                                : question(assessment, known, question).id(),
                        Term.find(Reply.class, reply)
                                .filter(Reply.STANCES::contains)
                                .orElseThrow(() -> NoChoice.of(
                                        reply,
                                        Reply.STANCES.stream().map(Reply::code).toList())),
                        PlainText.typed(text),
                        PlainText.typed(by),
                        when,
                        PlainText.typed(document))));
    }

    /**
     * What an assessor answers to a question, as a row of a form would say it: what is left out stays as it is.
     *
     * @param institution its id or name
     * @param answer a level, not-enough-information or not-applicable; may be empty
     * @param sources titles, parted by semicolons; one that nobody knows becomes a source
     * @return of which the answer itself is the last edit; empty if it says so already
     * @throws Failure if something of it is not in the round, or nothing is said
     */
    public static TypedStep answering(
            Assessment assessment,
            View view,
            Locale language,
            String institution,
            String question,
            String assessor,
            String answer,
            String why,
            String confidence,
            String sources) {
        if ((answer + why + confidence + sources).isBlank()) {
            throw Failure.wrongUse(Sentence.of("governance.failure.says-nothing"));
        }
        return new TypedStep(
                FieldImport.one(
                                Map.of(
                                        FieldForm.INSTITUTION_ID,
                                        institution(assessment, institution)
                                                .id()
                                                .toString(),
                                        FieldForm.ASSESSOR,
                                        assessor,
                                        FieldForm.QUESTION,
                                        question,
                                        FieldForm.ANSWER,
                                        answer,
                                        FieldForm.WHY,
                                        why,
                                        FieldForm.CONFIDENCE,
                                        confidence,
                                        FieldForm.SOURCES,
                                        sources),
                                assessment,
                                view,
                                language)
                        .edits(),
                Reason.EDIT);
    }

    /** The same, whose last edit was made of these versions: where others stand there by now, they are told and nothing is written. */
    public TypedStep basedOn(Set<Digest> seen) {
        if (edits.isEmpty() || !(edits.getLast() instanceof Edit.Put last)) {
            return this;
        }
        List<Edit> based = new ArrayList<>(edits);
        based.set(based.size() - 1, new Edit.Put(last.item().basedOn(seen)));
        return new TypedStep(based, reason);
    }

    /** That an institution is assessed in a round; empty if it is already. */
    public static TypedStep assessing(View view, Item<Round> round, Item<Actor> institution) {
        Item<Scope> scope = Scope.fresh(round.id(), institution.id());
        return view.find(Scope.KIND, scope.id()).isPresent() ? new TypedStep(List.of(), Reason.EDIT) : of(scope);
    }

    /**
     * Somebody on the sector map, to be assessed.
     *
     * @param words its id, what it was called last, or, where nobody is called so, any of its names
     * @throws Failure (not found) if there is none, or more than one
     */
    public static Item<Actor> actor(View view, String words) {
        String name = words.strip();
        List<Item<Actor>> all = view.list(Actor.KIND);
        List<Item<Actor>> last = all.stream()
                .filter(actor -> actor.id().toString().equals(name)
                        || actor.value().phases().getLast().names().stream()
                                .anyMatch(one -> one.text().equalsIgnoreCase(name)))
                .toList();
        List<Item<Actor>> found = last.isEmpty()
                ? all.stream()
                        .filter(actor -> actor.value().names().stream().anyMatch(name::equalsIgnoreCase))
                        .toList()
                : last;
        if (found.size() != 1) {
            throw Failure.notFound(Sentence.of("governance.failure.no-item", name));
        }
        return found.getFirst();
    }

    /**
     * Another assessor in a round, or another office in the seat of that code; empty if it says so already.
     *
     * @param name the office; where it is empty, what it was, or the code of a new one
     * @param sitting who takes the seat, after whom nobody else answers for it; empty to leave it as it is
     * @throws Failure (refused) if somebody else sits there
     */
    public static TypedStep seating(Item<Round> round, String code, String name, Optional<AccountId> sitting) {
        Optional<Seat> before = round.value().seat(code.strip());
        if (sitting.isPresent()
                && before.flatMap(Seat::account)
                        .filter(there -> !there.equals(sitting.get()))
                        .isPresent()) {
            throw Failure.refused(Sentence.of("governance.failure.seat-taken", code.strip()));
        }
        Seat after = new Seat(
                code.strip(),
                name.isBlank() ? before.map(Seat::name).orElse(code.strip()) : name.strip(),
                before.flatMap(Seat::account).or(() -> sitting));
        return before.filter(after::equals).isPresent()
                ? new TypedStep(List.of(), Reason.EDIT)
                : of(round.saying(round.value().seated(after)));
    }

    /**
     * The answer an assessor gave.
     *
     * @param assessor the code of its seat
     * @throws Failure (not found) if there is none
     */
    public static Item<Rating> answer(Assessment assessment, String institution, String question, String assessor) {
        Institution known = institution(assessment, institution);
        return assessment.answers(known, question(assessment, known, question)).given().stream()
                .filter(given -> given.seat().code().equals(assessor))
                .flatMap(given -> given.rating().stream())
                .findFirst()
                .orElseThrow(() -> Failure.notFound(
                        Sentence.of("governance.failure.no-answer", known.name(), question, assessor)));
    }

    /**
     * An institution of the round.
     *
     * @param words its id or name
     * @throws Failure (not found) if there is none, or more than one
     */
    static Institution institution(Assessment assessment, String words) {
        List<Institution> found = assessment.institutions().stream()
                .filter(one -> one.id().toString().equals(words) || one.name().equalsIgnoreCase(words))
                .toList();
        if (found.size() != 1) {
            throw Failure.notFound(Sentence.of("governance.failure.no-item", words));
        }
        return found.getFirst();
    }

    private static Question question(Assessment assessment, Institution institution, String id) {
        return assessment.questions(institution).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Failure.notFound(Sentence.of("governance.failure.no-question", id)));
    }
}
