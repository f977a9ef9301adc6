package org.salus.appraisal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.salus.framework.Appraisal;
import org.salus.framework.Failure;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import org.salus.framework.Wording;
import org.salus.ledger.AccountId;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.Outcome;
import org.salus.ledger.Reason;
import org.salus.ledger.Role;
import org.salus.ledger.Sensitivity;
import org.salus.ledger.Standing;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.ledger.WorkspaceId;
import org.salus.ledger.Workspaces;
import org.salus.workspace.Answer;
import org.salus.workspace.PrivateLayers;
import org.salus.workspace.Reply;

/** What somebody types about checks, on a page, in a terminal or in a program, by names: read strictly, since what is misunderstood is worse than what is refused. */
public final class TypedCheck {
    /** What can be said with an answer. */
    public static final List<String> ANSWER = List.of("answer", "because", "office", "on", "source", "keep");
    /** What can be said beside a computed answer. */
    public static final List<String> REPLY = List.of("reply", "because");
    /** What can be said when an appraisal is kept. */
    public static final List<String> KEPT = List.of("for", "note");
    /** What can be said when a review is kept. */
    public static final List<String> KEPT_REVIEW = List.of("note");

    private final Map<String, String> typed;

    /** @param typed words by their names */
    public TypedCheck(Map<String, String> typed) {
        this.typed = Map.copyOf(typed);
    }

    /**
     * What became of it.
     *
     * @param workspace it was written into
     */
    public record Written(WorkspaceId workspace, Item<?> item, Outcome outcome) {}

    /**
     * The same, if it says nothing else.
     *
     * @throws Failure naming what means nothing
     */
    public TypedCheck knowing(List<String> names) {
        typed.keySet().stream()
                .filter(name -> !names.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw Failure.wrongUse(
                                    Sentence.of("appraisal.failure.unknown-field", name, String.join(", ", names)))
                            .at(name);
                });
        return this;
    }

    private String text(String name) {
        return typed.getOrDefault(name, "").strip();
    }

    /**
     * Answers a check that asks people. That of a donor's review is written into a private layer, which is made if there is none, unless {@code keep} says {@code shared}.
     *
     * @param here the workspace, or a private layer of it
     * @throws Failure if the check is computed, something means nothing, or whoever asks may not write here
     */
    public Written answer(Check check, Workspaces workspaces, Workspace here, AccountId author, Wording wording) {
        if (!check.isAsked()) {
            throw Failure.wrongUse(Sentence.of("appraisal.failure.computed", check.id()));
        }
        View view = here.view(author);
        requireWriter(view);
        CheckAnswer said = new CheckAnswer(
                check.id(),
                check.edition(),
                Term.find(Appraisal.class, text("answer"))
                        .orElseThrow(() -> Failure.wrongUse(Sentence.of("appraisal.failure.answer", text("answer")))
                                .at("answer")),
                text("because"),
                text("office"),
                day(),
                text("source"));
        // Looked at before a layer is made for it.
        if (said.because().isEmpty()) {
            throw Failure.wrongUse(Sentence.of("appraisal.refusal.because")).at("because");
        }
        Workspace holding = holding(isForLayer(check), view, workspaces, here, author, wording);
        View there = holding.view(author);
        Item<CheckAnswer> item = there.find(CheckAnswer.KIND, CheckAnswer.id(check.id()))
                .map(before -> before.saying(said))
                .orElseGet(said::fresh);
        return new Written(holding.id(), item, append(holding, author, item));
    }

    private boolean isForLayer(Check check) {
        return switch (text("keep")) {
            case "" -> check.isReview();
            case "layer" -> true;
            case "shared" -> false;
            default ->
                throw Failure.wrongUse(Sentence.of("appraisal.failure.keep", text("keep")))
                        .at("keep");
        };
    }

    private static Workspace holding(
            boolean isForLayer, View view, Workspaces workspaces, Workspace here, AccountId author, Wording wording) {
        if (!isForLayer || view.charter().layerOf().isPresent()) {
            return here;
        }
        if (workspaces.isCopy()) {
            throw Failure.wrongUse(Sentence.of("appraisal.failure.copy")).at("keep");
        }
        return PrivateLayers.find(here.id(), author, workspaces)
                .orElseGet(() -> PrivateLayers.found(view, author, workspaces, wording));
    }

    private Optional<PartialDate> day() {
        String day = text("on");
        try {
            return day.isEmpty() ? Optional.empty() : Optional.of(PartialDate.of(day));
        } catch (IllegalArgumentException none) {
            throw Failure.wrongUse(Sentence.of("appraisal.failure.day", day)).at("on");
        }
    }

    /**
     * Writes beside a computed answer, in the place of what this account wrote before. What is about a donor's review, or about what only some read, is written into a private layer.
     *
     * @throws Failure if people answer the check, something means nothing, or whoever asks may not write here
     */
    public Written reply(Check check, Workspaces workspaces, Workspace here, AccountId author, Wording wording) {
        if (!check.isComputed()) {
            throw Failure.wrongUse(Sentence.of("appraisal.failure.asked", check.id()));
        }
        View view = here.view(author);
        requireWriter(view);
        Answer said = new Answer(
                check.finding(),
                check.edition(),
                Term.find(Reply.class, text("reply"))
                        .orElseThrow(() -> Failure.wrongUse(Sentence.of("appraisal.failure.reply", text("reply")))
                                .at("reply")),
                text("because"),
                Optional.of(author),
                List.of());
        if (said.because().isEmpty() && said.reply() != Reply.AGREE) {
            throw Failure.wrongUse(Sentence.of("appraisal.refusal.because")).at("because");
        }
        Workspace holding =
                holding(check.isReview() || check.isForReadersOnly(), view, workspaces, here, author, wording);
        Item<Answer> item = Answer.own(check.finding(), holding.view(author))
                .map(before -> before.saying(said))
                .orElseGet(() -> Item.fresh(Answer.KIND, said));
        return new Written(holding.id(), item, append(holding, author, item));
    }

    /**
     * Keeps an appraisal for whoever asks, unless {@code for} says {@code organisation} or {@code members}: its answers may rest on items that others do not see.
     *
     * @param answer of the considerations, as this author sees them
     * @throws Failure if something means nothing, or whoever asks may not write here
     */
    public Written keep(AppraisalAnswer answer, Workspaces workspaces, AccountId author) {
        Workspace workspace = workspaces.get(answer.view().workspace());
        requireWriter(workspace.view(author));
        Item<KeptAppraisal> item = Item.fresh(KeptAppraisal.KIND, answer.kept(text("note")))
                .meantFor(sensitivity(answer.view().standing()));
        return new Written(workspace.id(), item, append(workspace, author, item));
    }

    /**
     * Keeps a donor's review of itself, in a private layer, which is made if there is none: it belongs to the donor alone.
     *
     * @param answer of the recommendations, as this author sees them
     * @param here the workspace, or a private layer of it
     * @throws Failure if something means nothing, whoever asks may not write here, or it is a copy, in which there are no layers
     */
    public Written keepReview(
            AppraisalAnswer answer, Workspaces workspaces, Workspace here, AccountId author, Wording wording) {
        View view = here.view(author);
        requireWriter(view);
        Workspace holding = holding(true, view, workspaces, here, author, wording);
        Item<KeptAppraisal> item = Item.fresh(KeptAppraisal.KIND, answer.kept(text("note")));
        return new Written(holding.id(), item, append(holding, author, item));
    }

    private Sensitivity sensitivity(Standing standing) {
        return switch (text("for")) {
            case "", "me" -> new Sensitivity.Named(new TreeSet<>(Set.of(standing.account())));
            case "organisation" ->
                standing.organisation()
                        .<Sensitivity>map(Sensitivity.Organisation::new)
                        .orElseThrow(() -> Failure.wrongUse(Sentence.of("appraisal.failure.no-organisation"))
                                .at("for"));
            case "members" -> Sensitivity.forMembers();
            default ->
                throw Failure.wrongUse(Sentence.of("appraisal.failure.for-whom", text("for")))
                        .at("for");
        };
    }

    private static Outcome append(Workspace workspace, AccountId author, Item<?> item) {
        return workspace.append(author, List.of(new Edit.Put(item)), Reason.EDIT);
    }

    /** Also where there turns out to be nothing to write, nobody is answered as if they had been allowed to. */
    private static void requireWriter(View view) {
        if (!view.standing().mayActAs(Role.CONTRIBUTOR)) {
            throw Failure.refused(Sentence.of("ledger.refusal.role", Role.CONTRIBUTOR.label()));
        }
    }
}
