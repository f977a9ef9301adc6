package org.salus.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.framework.DateSpan;
import org.salus.framework.Failure;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.AccountId;
import org.salus.ledger.Act;
import org.salus.ledger.Charter;
import org.salus.ledger.Confidence;
import org.salus.ledger.Copy;
import org.salus.ledger.Database;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Member;
import org.salus.ledger.Merge;
import org.salus.ledger.Outcome;
import org.salus.ledger.Reason;
import org.salus.ledger.Role;
import org.salus.ledger.Sensitivity;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.sector.Actor;
import org.salus.sector.ActorType;
import org.salus.sector.Name;
import org.salus.sector.Phase;
import org.salus.sector.SectorFaces;
import org.salus.workspace.Faces;
import org.salus.workspace.Reply;

/** Rounds as items of a workspace: who may change what at which stage, whichever door an edit comes through. */
class RoundsTest {
    @TempDir
    Path folder;

    private final AccountId ana = AccountId.fresh();
    private final AccountId ben = AccountId.fresh();
    private final AccountId eva = AccountId.fresh();
    private Workspaces workspaces;
    private Workspace workspace;
    private Item<QuestionSet> set;
    private Item<Round> round;
    private Item<Actor> police;

    @BeforeEach
    void begin() {
        workspaces = Workspaces.open(
                Database.file(folder.resolve("salus.db")),
                Faces.of(List.of(SectorFaces.contribution(), GovernanceFaces.contribution()))
                        .kinds(),
                InstantSource.fixed(Instant.parse("2026-03-01T10:00:00Z")));
        workspace = workspaces.found(
                new Charter("Orvelia", List.of("XOV"), "", "SSR", Optional.empty()), ana, "Ana", Optional.empty(), "");
        member(ben, "Ben", Role.CONTRIBUTOR);
        member(eva, "Eva", Role.EDITOR);
        police = Item.fresh(Actor.KIND, Actor.of(police("National Police")));
        set = Item.fresh(QuestionSet.KIND, QuestionSetFile.shipped());
        round = Item.fresh(
                Round.KIND,
                new Round(
                        "First round",
                        set.id(),
                        List.of(),
                        List.of(
                                new Seat("A", "Office A", Optional.of(ana)),
                                new Seat("B", "Office B", Optional.of(ben)),
                                Seat.of("P", "On paper")),
                        DateSpan.since(PartialDate.ofYear(2026)),
                        Stage.OPEN,
                        ""));
        accept(
                ana,
                new Edit.Put(police),
                new Edit.Put(set),
                new Edit.Put(round),
                new Edit.Put(Scope.fresh(round.id(), police.id())));
    }

    @AfterEach
    void close() {
        workspaces.close();
    }

    private static Phase police(String name) {
        return new Phase(
                DateSpan.OPEN,
                List.of(Name.of(name)),
                ActorType.POLICE.usualClass(),
                Optional.of(ActorType.POLICE),
                Optional.empty(),
                Map.of());
    }

    private void member(AccountId account, String name, Role role) {
        accept(
                ana,
                new Edit.Put(new Item<>(
                        new ItemId(account.value()),
                        Member.KIND,
                        Sensitivity.forMembers(),
                        List.of(),
                        new Member(name, Optional.empty(), "", role),
                        Set.of())));
    }

    private void accept(AccountId who, Edit... edits) {
        assertThat(workspace.append(who, edits)).isInstanceOf(Outcome.Accepted.class);
    }

    private List<String> refused(AccountId who, Edit... edits) {
        Outcome outcome = workspace.append(who, edits);
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome).reasons().stream().map(Sentence::key).toList();
    }

    private View view() {
        return workspace.view(ana);
    }

    private Rating blank(String seat) {
        return Rating.blank(round.id(), police.id(), "FOR-01", seat);
    }

    private static Rating level(Rating blank, Response response) {
        return blank.saying(Optional.of(response), "As the decree says.", Confidence.MEDIUM);
    }

    private Edit.Put level(String seat, Response response) {
        Rating rating = level(blank(seat), response);
        return new Edit.Put(view().find(Rating.KIND, Rating.id(round.id(), police.id(), "FOR-01", seat))
                .map(item -> item.saying(rating))
                .orElseGet(rating::fresh));
    }

    private void stage(AccountId who, Stage stage) {
        Item<Round> now = view().get(Round.KIND, round.id());
        assertThat(workspace.append(
                        who,
                        List.of(new Edit.Put(now.saying(now.value().at(stage)))),
                        Reason.of(Act.EDIT, stage.compareTo(now.value().stage()) < 0 ? "A seat was forgotten" : "")))
                .isInstanceOf(Outcome.Accepted.class);
    }

    private Assessment assessment() {
        return Assessment.of(workspace, view(), round.id(), Locale.ENGLISH);
    }

    @Test
    void a_seat_that_another_account_holds_is_not_taken_in_silence() {
        assertThatThrownBy(() -> TypedStep.seating(round, "B", "", Optional.of(ana)))
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> assertThat(failure.sentence().key()).isEqualTo("governance.failure.seat-taken"));
        assertThat(TypedStep.seating(round, "B", "", Optional.of(ben)).edits())
                .as("one's own")
                .isEmpty();
        assertThat(TypedStep.seating(round, "B", "Office of the ombudsman", Optional.empty())
                        .edits())
                .as("it is called otherwise, and who sits there stays")
                .hasSize(1);
        assertThat(TypedStep.seating(round, "P", "", Optional.of(ana)).edits()).hasSize(1);
    }

    @Test
    void several_assessors_answer_side_by_side() {
        accept(ana, level("A", Response.LEVEL_1));
        accept(ben, level("B", Response.LEVEL_3), level("P", Response.NOT_ENOUGH_INFORMATION));
        stage(ben, Stage.REVIEW);
        Institution institution = assessment().institutions().getFirst();
        Question question = assessment().set().find("FOR-01").orElseThrow();
        Answers answers = assessment().answers(institution, question);
        assertThat(answers.levels()).containsExactly(1, 3);
        assertThat(answers.median()).contains(java.math.BigDecimal.valueOf(2));
        assertThat(answers.count(Response.NOT_ENOUGH_INFORMATION)).isOne();
        assertThat(Disagreement.of(answers))
                .extracting(Disagreement::kind)
                .containsExactly(Disagreement.Kind.FAR_APART, Disagreement.Kind.KNOWN_TO_SOME);
        assertThat(OpenQuestion.of(assessment()))
                .filteredOn(open -> open.answers().question().id().equals("FOR-01"))
                .singleElement()
                .satisfies(open -> assertThat(open.why())
                        .containsExactly(
                                OpenQuestion.Why.KNOWN_TO_SOME,
                                OpenQuestion.Why.FAR_APART,
                                OpenQuestion.Why.WITHOUT_SOURCE));
    }

    @Test
    void what_one_assessor_has_not_answered_or_could_not_tell_is_open() {
        accept(ana, level("A", Response.LEVEL_1));
        stage(ben, Stage.REVIEW);
        assertThat(whyOpen("FOR-01"))
                .containsExactly(OpenQuestion.Why.NOT_ANSWERED_BY_ALL, OpenQuestion.Why.WITHOUT_SOURCE);
        accept(ben, level("B", Response.NOT_ENOUGH_INFORMATION), level("P", Response.NOT_ENOUGH_INFORMATION));
        assertThat(whyOpen("FOR-01")).containsExactly(OpenQuestion.Why.KNOWN_TO_SOME, OpenQuestion.Why.WITHOUT_SOURCE);
        accept(ana, level("A", Response.NOT_ENOUGH_INFORMATION));
        assertThat(whyOpen("FOR-01")).containsExactly(OpenQuestion.Why.NOT_KNOWN);
    }

    @Test
    void an_institution_that_is_asked_nothing_is_not_told_of_one_question() {
        assertThat(Wording.english().say("governance.sheet.choose", 0))
                .isEqualTo("No question is asked of this institution.");
        assertThat(Wording.english().say("governance.sheet.choose", 1))
                .startsWith("One question is asked of this institution.");
        assertThat(Wording.english().say("governance.sheet.choose", 12))
                .startsWith("12 questions are asked of this institution.");
    }

    private List<OpenQuestion.Why> whyOpen(String question) {
        return OpenQuestion.of(assessment()).stream()
                .filter(open -> open.answers().question().id().equals(question))
                .flatMap(open -> open.why().stream())
                .toList();
    }

    @Test
    void a_seat_with_an_account_is_answered_by_that_account_alone() {
        assertThat(refused(ben, level("A", Response.LEVEL_1))).containsExactly("governance.refusal.other-seat");
        assertThat(refused(eva, level("B", Response.LEVEL_1))).containsExactly("governance.refusal.other-seat");
        accept(eva, level("P", Response.LEVEL_1));
        assertThat(refused(ben, level("Q", Response.LEVEL_1))).containsExactly("governance.refusal.unknown-seat");
    }

    @Test
    void nobody_takes_anothers_seat_or_answer_away() {
        accept(ana, level("A", Response.LEVEL_1));
        Item<Rating> answer = view().list(Rating.KIND).getFirst();
        assertThat(refused(ben, new Edit.Remove(answer))).containsExactly("governance.refusal.other-seat");
        Item<Round> now = view().get(Round.KIND, round.id());
        Round handedOn = new Round(
                now.value().title(),
                now.value().set(),
                List.of(),
                List.of(new Seat("A", "Office A", Optional.of(ben))),
                now.value().when(),
                Stage.OPEN,
                "");
        assertThat(refused(ben, new Edit.Put(now.saying(handedOn))))
                .containsExactlyInAnyOrder("governance.refusal.role-seat");
        assertThat(refused(ana, new Edit.Remove(now))).containsExactly("governance.refusal.round-answered");
        assertThat(refused(ana, new Edit.Remove(view().list(Scope.KIND).getFirst())))
                .containsExactly("governance.refusal.scope-answered");
    }

    @Test
    void an_answer_has_one_place_and_cannot_be_there_twice() {
        Rating rating = level(blank("A"), Response.LEVEL_2);
        assertThat(refused(ana, new Edit.Put(Item.fresh(Rating.KIND, rating))))
                .containsExactly("governance.refusal.other-item");
        accept(ana, level("A", Response.LEVEL_2));
        Item<Rating> there = view().list(Rating.KIND).getFirst();
        assertThat(refused(
                        ana,
                        new Edit.Put(there.saying(
                                level(Rating.blank(round.id(), police.id(), "FOR-02", "A"), Response.LEVEL_2)))))
                .containsExactly("governance.refusal.other-item");
        assertThat(workspace.append(ana, new Edit.Put(rating.fresh()))).isInstanceOf(Outcome.Conflicting.class);
        assertThat(refused(
                        ana,
                        new Edit.Put(Rating.blank(round.id(), police.id(), "NO-99", "A")
                                .fresh())))
                .containsExactly("governance.refusal.unknown-question");
    }

    private List<Integer> levels(AccountId reader) {
        Assessment seen = Assessment.of(workspace, workspace.view(reader), round.id(), Locale.ENGLISH);
        return seen.answers(
                        seen.institutions().getFirst(),
                        seen.set().find("FOR-01").orElseThrow())
                .levels();
    }

    @Test
    void until_the_review_nobody_reads_what_another_assessor_answers() {
        accept(ana, level("A", Response.LEVEL_1));
        accept(ben, level("B", Response.LEVEL_3));
        accept(eva, level("P", Response.LEVEL_2));
        assertThat(levels(ana)).containsExactly(1);
        assertThat(levels(ben)).containsExactly(3);
        assertThat(levels(eva)).as("who has no seat reads what came on paper").containsExactly(2);
        assertThat(assessment().isBlind()).isTrue();
        assertThat(assessment().counts().levels()).isOne();
        stage(ben, Stage.REVIEW);
        assertThat(levels(ana)).containsExactly(1, 2, 3);
        assertThat(assessment().isBlind()).isFalse();
    }

    /** An answer that was changed in a copy on the way while the round was locked here. */
    @Tag("slow")
    @Test
    void what_a_copy_brings_after_the_lock_stands_beside_and_does_not_count() {
        char[] passphrase = "several words are best".toCharArray();
        accept(ana, level("A", Response.LEVEL_1));
        Path file = folder.resolve("copy.salus");
        Copy.make(workspace, ana, ana, passphrase, file);
        try (Copy copy = Copy.open(file, passphrase)) {
            Workspace there = copy.workspaces(
                            Faces.of(List.of(SectorFaces.contribution(), GovernanceFaces.contribution()))
                                    .kinds(),
                            InstantSource.system())
                    .get(workspace.id().toString());
            Item<Rating> known = there.view(ana).get(Rating.KIND, Rating.id(round.id(), police.id(), "FOR-01", "A"));
            Rating fresh = level(Rating.blank(round.id(), police.id(), "FOR-02", "A"), Response.LEVEL_4);
            assertThat(there.append(
                            ana,
                            new Edit.Put(known.saying(level(blank("A"), Response.LEVEL_4))),
                            new Edit.Put(fresh.fresh())))
                    .isInstanceOf(Outcome.Accepted.class);
            stage(eva, Stage.LOCKED);
            Merge.merge(workspace, copy, ana, "from the field");
        }
        assertThat(levels(ana)).containsExactly(1);
        assertThat(assessment().counts().levels()).isOne();
        assertThat(assessment().late())
                .extracting(item -> item.value().question())
                .containsExactlyInAnyOrder("FOR-01", "FOR-02");
    }

    @Test
    void answers_stand_from_the_right_of_reply_on() {
        accept(ana, level("A", Response.LEVEL_1));
        stage(ben, Stage.REVIEW);
        accept(ana, level("A", Response.LEVEL_2));
        stage(ben, Stage.REPLY);
        assertThat(refused(ana, level("A", Response.LEVEL_3))).containsExactly("governance.refusal.answers-stand");
        assertThat(refused(ana, new Edit.Remove(view().list(Rating.KIND).getFirst())))
                .containsExactly("governance.refusal.answers-stand");
        InstitutionReply reply = new InstitutionReply(
                round.id(),
                police.id(),
                "FOR-01",
                Reply.PARTLY,
                "A new decree was signed in March.",
                "Inspectorate General",
                Optional.of(PartialDate.of("2026-04")),
                "Letter 12/2026");
        // Whoever writes the item itself is held to the words of the form.
        assertThat(refused(
                        ben,
                        new Edit.Put(Item.fresh(
                                InstitutionReply.KIND,
                                new InstitutionReply(
                                        reply.round(),
                                        reply.institution(),
                                        reply.question(),
                                        Reply.DEALT_WITH,
                                        reply.text(),
                                        reply.by(),
                                        reply.date(),
                                        reply.document())))))
                .containsExactly("governance.refusal.reply-stance");
        accept(ben, new Edit.Put(Item.fresh(InstitutionReply.KIND, reply)));
        assertThat(OpenQuestion.of(assessment()).getFirst().why()).contains(OpenQuestion.Why.NOT_ANSWERED);
        assertThat(OpenQuestion.of(assessment()))
                .filteredOn(open -> open.why().contains(OpenQuestion.Why.DISPUTED))
                .hasSize(1);
    }

    @Test
    void nothing_of_a_locked_round_changes_until_an_editor_opens_it() {
        accept(ana, level("A", Response.LEVEL_1));
        Item<Round> open = view().get(Round.KIND, round.id());
        assertThat(refused(ben, new Edit.Put(open.saying(open.value().at(Stage.LOCKED)))))
                .containsExactly("governance.refusal.role-stage");
        stage(eva, Stage.LOCKED);
        Item<Round> locked = view().get(Round.KIND, round.id());
        assertThat(refused(ana, level("A", Response.LEVEL_2))).contains("governance.refusal.locked");
        assertThat(refused(ana, new Edit.Remove(view().list(Rating.KIND).getFirst())))
                .contains("governance.refusal.locked");
        Round renamed = new Round(
                "Another title", set.id(), List.of(), locked.value().seats(), DateSpan.OPEN, Stage.LOCKED, "");
        assertThat(refused(ana, new Edit.Put(locked.saying(renamed)))).containsExactly("governance.refusal.locked");
        assertThat(refused(ben, new Edit.Put(locked.saying(locked.value().at(Stage.OPEN)))))
                .containsExactly("governance.refusal.role-stage", "governance.refusal.back-why");
        Item<Actor> army = Item.fresh(Actor.KIND, Actor.of(police("Army")));
        assertThat(refused(ana, new Edit.Put(army), new Edit.Put(Scope.fresh(round.id(), army.id()))))
                .containsExactly("governance.refusal.locked");
        assertThat(refused(
                        ben,
                        new Edit.Put(Item.fresh(
                                Review.KIND,
                                new Review(
                                        round.id(),
                                        Rating.id(round.id(), police.id(), "FOR-01", "A"),
                                        Verdict.ACCEPTED,
                                        "")))))
                .containsExactly("governance.refusal.locked");
        assertThat(refused(eva, new Edit.Put(locked.saying(locked.value().at(Stage.OPEN)))))
                .containsExactly("governance.refusal.back-why");
        stage(eva, Stage.OPEN);
        accept(ana, level("A", Response.LEVEL_2));
    }

    @Test
    void what_was_locked_is_not_undone_either() {
        accept(ana, level("A", Response.LEVEL_1));
        var first = view().list(Rating.KIND).getFirst().basis().iterator().next();
        stage(eva, Stage.LOCKED);
        assertThat(workspace.undo(ana, first)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void nobody_reviews_an_answer_of_their_own() {
        accept(ana, level("A", Response.LEVEL_1));
        Review review = new Review(
                round.id(), Rating.id(round.id(), police.id(), "FOR-01", "A"), Verdict.ASK_AGAIN, "Which decree?");
        assertThat(refused(ana, new Edit.Put(Item.fresh(Review.KIND, review))))
                .containsExactly("governance.refusal.own-review");
        accept(ben, new Edit.Put(Item.fresh(Review.KIND, review)));
        assertThat(OpenQuestion.of(assessment()))
                .filteredOn(open -> open.why().contains(OpenQuestion.Why.ASKED_AGAIN))
                .hasSize(1);
    }

    @Test
    void a_set_that_a_round_uses_stays_and_is_changed_as_a_copy() {
        String edition = set.value().edition();
        QuestionSet shorter = new QuestionSet(
                "salus", edition, "Shorter", "", set.value().questions().subList(0, 3));
        Item<QuestionSet> now = view().get(QuestionSet.KIND, set.id());
        assertThat(refused(ana, new Edit.Put(now.saying(shorter)))).contains("governance.refusal.set-in-use");
        assertThat(refused(ana, new Edit.Remove(now))).contains("governance.refusal.set-in-use");
        assertThat(refused(ana, new Edit.Put(Item.fresh(QuestionSet.KIND, shorter))))
                .containsExactly("governance.refusal.edition-taken");
        accept(ana, new Edit.Put(Item.fresh(QuestionSet.KIND, shorter.as("salus", edition + "-orv", "Shorter"))));
        assertThat(assessment().set()).isEqualTo(QuestionSetFile.shipped());
    }

    @Test
    void who_may_not_see_an_institution_learns_nothing_of_its_assessment() {
        Item<Actor> guard = Item.fresh(Actor.KIND, Actor.of(police("Guard")))
                .meantFor(new Sensitivity.Named(new java.util.TreeSet<>(Set.of(ana))));
        accept(ana, new Edit.Put(guard), new Edit.Put(Scope.fresh(round.id(), guard.id())));
        accept(
                ana,
                new Edit.Put(level(Rating.blank(round.id(), guard.id(), "FOR-01", "A"), Response.LEVEL_0)
                        .fresh()));
        assertThat(assessment().institutions()).hasSize(2);
        View bens = workspace.view(ben);
        assertThat(Assessment.of(workspace, bens, round.id(), Locale.ENGLISH).institutions())
                .extracting(Institution::name)
                .containsExactly("National Police");
        assertThat(bens.list(Rating.KIND)).isEmpty();
        assertThat(bens.list(Scope.KIND)).hasSize(1);
    }
}
