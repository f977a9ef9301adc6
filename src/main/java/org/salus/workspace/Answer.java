package org.salus.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.salus.framework.Sentence;
import org.salus.ledger.AccountId;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;
import org.salus.ledger.View;

/**
 * What people answer to a finding: "we disagree, because …". It stands beside the finding and neither hides nor changes it. An item, so who answered and
 * when is in the history. Each account has one answer to a finding: a newer one is a new version of it, and nobody puts words into another's mouth. That is the
 * rule of the kind, asked by the ledger of one write after the other, so it holds for all doors and for those who knock at once.
 *
 * @param finding the finding's lasting name
 * @param edition of the rules under which the finding was read
 * @param because why; needed for everything but plain agreement
 * @param by whose answer it is; nobody else edits it. Empty in some that came before the rule; nobody changes these
 * @param about the items the finding rests on: who may not see them all may not see the answer, which would tell of them
 * @param asRead what the finding said when it was answered; empty where that was not kept
 */
public record Answer(
        String finding,
        String edition,
        Reply reply,
        String because,
        Optional<AccountId> by,
        List<ItemId> about,
        Optional<AsRead> asRead) {
    /** The first did not keep what the finding said. */
    private static final int EDITION = 2;

    public static final Kind<Answer> KIND = Kind.of("answer", Answer.class)
            .needing(answer -> Set.copyOf(answer.about()))
            .inEdition(EDITION)
            .inTheVoiceOf(Answer::by, Answer::equals)
            .ruledInStep(Answer::refusals)
            // Brought along by somebody else it is marked as not proven, as remarks are.
            .bearing("workspace.refusal.not-your-answer");

    private static final int LONGEST_NAME = 300;
    private static final int LONGEST_BECAUSE = 20_000;

    /** More of a finding need not be kept to know it again. */
    private static final int LONGEST_READ = 2_000;

    public Answer {
        about = List.copyOf(about);
    }

    /** An answer to a finding of which nothing is kept but its name. */
    public Answer(
            String finding, String edition, Reply reply, String because, Optional<AccountId> by, List<ItemId> about) {
        this(finding, edition, reply, because, by, about, Optional.empty());
    }

    /**
     * A finding as it was when somebody answered it.
     *
     * @param matter a digest of what it is about; another one under the same name is another finding
     * @param says its words, in the language of whoever answered, for people
     */
    public record AsRead(String matter, String says) {
        /** With words no longer than is kept. */
        public static AsRead of(String matter, String says) {
            if (says.length() <= LONGEST_READ) {
                return new AsRead(matter, says);
            }
            int end = LONGEST_READ - 1;
            // Half of a sign is no text, and could not be written.
            return new AsRead(
                    matter, says.substring(0, Character.isHighSurrogate(says.charAt(end - 1)) ? end - 1 : end) + "…");
        }

        private boolean isTooLong() {
            return matter.length() > LONGEST_NAME || says.length() > LONGEST_READ;
        }
    }

    /** The answer of the reader of this view to that finding; never one that somebody brought in the reader's name. */
    public static Optional<Item<Answer>> own(String finding, View view) {
        AccountId account = view.standing().account();
        return view.list(KIND).stream()
                .filter(answer -> answer.value().finding().equals(finding)
                        && answer.value().isOf(account)
                        && isProven(answer, view))
                .findFirst();
    }

    /** Whether whoever the answer says has given it. A merged copy may say anything. */
    public static boolean isProven(Item<Answer> answer, View view) {
        Optional<AccountId> author = view.provenAuthor(answer.id());
        return author.isPresent()
                && (answer.value().by().isEmpty() || answer.value().by().equals(author));
    }

    private boolean isOf(AccountId account) {
        return by.filter(account::equals).isPresent();
    }

    private boolean isInPlaceOf(Answer other) {
        return finding.equals(other.finding()) && by.equals(other.by());
    }

    private static List<Sentence> refusals(Item<Answer> edited, View view, Kind.Step step) {
        AccountId account = view.standing().account();
        Optional<Answer> before = view.find(KIND, edited.id()).map(Item::value);
        List<Sentence> refusals = new ArrayList<>(edited.value().refusals());
        if (!edited.value().isOf(account)
                || before.filter(known -> !known.isOf(account)).isPresent()) {
            refusals.add(Sentence.of("workspace.refusal.not-your-answer"));
        }
        if (before.filter(edited.value()::isInPlaceOf).isEmpty() && isAnswered(edited, view, step)) {
            refusals.add(Sentence.of("workspace.refusal.answered-already"));
        }
        return refusals;
    }

    /** Whether this author has answered by another item, here or in the same step. What somebody brought in the author's name does not keep the author out. */
    private static boolean isAnswered(Item<Answer> edited, View view, Kind.Step step) {
        Answer said = edited.value();
        boolean isAtOnce = step.edits().stream()
                .anyMatch(edit -> edit instanceof Edit.Put
                        && !edit.item().id().equals(edited.id())
                        && edit.item().value() instanceof Answer other
                        && said.isInPlaceOf(other));
        if (isAtOnce || said.by().isEmpty()) {
            return isAtOnce;
        }
        boolean isOwn = said.isOf(view.standing().account());
        Set<ItemId> goingAway = step.edits().stream()
                .filter(edit -> edit instanceof Edit.Remove)
                .map(edit -> edit.item().id())
                .collect(Collectors.toSet());
        return view.list(KIND).stream()
                .anyMatch(other -> !other.id().equals(edited.id())
                        && !goingAway.contains(other.id())
                        && said.isInPlaceOf(other.value())
                        && (!isOwn || isProven(other, view)));
    }

    private List<Sentence> refusals() {
        List<Sentence> refusals = new ArrayList<>();
        if (finding.isBlank() || finding.length() > LONGEST_NAME) {
            refusals.add(Sentence.of("workspace.refusal.no-finding"));
        }
        if (because.length() > LONGEST_BECAUSE) {
            refusals.add(Sentence.of("workspace.field.too-long", LONGEST_BECAUSE));
        }
        if (asRead.filter(AsRead::isTooLong).isPresent()) {
            refusals.add(Sentence.of("workspace.field.too-long", LONGEST_READ));
        }
        if (because.isBlank() && reply != Reply.AGREE) {
            refusals.add(Sentence.of("workspace.refusal.because"));
        }
        return refusals;
    }
}
