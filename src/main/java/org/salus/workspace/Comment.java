package org.salus.workspace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.salus.framework.Sentence;
import org.salus.ledger.AccountId;
import org.salus.ledger.History;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;
import org.salus.ledger.Member;
import org.salus.ledger.Role;
import org.salus.ledger.View;

/**
 * What a member remarks on an item. Who may not see the item does not see the remark.
 *
 * @param by who remarks; nobody else edits it or says for whom it is meant
 * @param mentions members who are asked to look
 * @param isSettled whether there is nothing left to do about it
 */
public record Comment(ItemId about, AccountId by, String text, SortedSet<AccountId> mentions, boolean isSettled) {
    public static final Kind<Comment> KIND = Kind.of("comment", Comment.class)
            .writtenBy(Role.READER)
            .needing(comment -> Set.of(comment.about()))
            .leavingBehind(every -> true)
            .inTheVoiceOf(
                    comment -> Optional.of(comment.by()),
                    (before, after) -> before.settled(after.isSettled()).equals(after))
            .ruledBy(Comment::refusals)
            // Somebody else brings it along: whether it was said is then marked as not proven. To change others' words
            // waits all the same. Who was asked on the way may be no member any more.
            .bearing("workspace.comment.not-yours", "workspace.comment.no-member");

    private static final int LONGEST = 5000;

    static final Face<Comment> FACE = Face.of(
                    KIND,
                    Sentence.of("workspace.kind.comment"),
                    (item, view) -> item.value().text().lines().findFirst().orElse(""),
                    List.of(Field.paragraph("text", Sentence.of("workspace.comment.text"))))
            .telling(Field.flag("isSettled", Sentence.of("workspace.comment.settled")));

    public Comment {
        mentions = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(mentions));
    }

    private static List<Sentence> refusals(Item<Comment> edited, View view) {
        Optional<Item<Comment>> before = view.find(KIND, edited.id());
        Comment comment = edited.value();
        if (comment.text().isBlank() || comment.text().length() > LONGEST) {
            return List.of(Sentence.of("workspace.comment.empty", LONGEST));
        }
        SortedSet<AccountId> asked = new TreeSet<>(comment.mentions());
        before.ifPresent(old -> asked.removeAll(old.value().mentions()));
        asked.removeIf(
                account -> view.find(Member.KIND, new ItemId(account.value())).isPresent());
        if (!asked.isEmpty()) {
            return List.of(
                    Sentence.of("workspace.comment.no-member", asked.first().toString()));
        }
        boolean onlySettled = before.filter(
                        old -> old.value().settled(comment.isSettled()).equals(comment)
                                && old.sensitivity().equals(edited.sensitivity())
                                && old.citations().equals(edited.citations()))
                .isPresent();
        boolean own = comment.by().equals(view.standing().account())
                && before.map(old -> old.value().by().equals(comment.by())).orElse(true);
        return own || onlySettled ? List.of() : List.of(Sentence.of("workspace.comment.not-yours"));
    }

    /** The same, settled or open again. */
    public Comment settled(boolean settled) {
        return new Comment(about, by, text, mentions, settled);
    }

    /** Members whose whole name stands behind an @ in the text. Of names that begin alike the longest counts. */
    public static SortedSet<AccountId> mentioned(String text, View view) {
        List<Item<Member>> byLength = view.list(Member.KIND).stream()
                .filter(member -> !member.value().name().isBlank())
                .sorted(Comparator.comparingInt(member -> -member.value().name().length()))
                .toList();
        TreeSet<AccountId> mentioned = new TreeSet<>();
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            int begin = at + 1;
            // In an address of mail it stands between letters, and means nobody here.
            boolean isWithin = at > 0 && Character.isLetterOrDigit(text.charAt(at - 1));
            Optional<String> name = byLength.stream()
                    .map(member -> member.value().name())
                    .filter(known -> !isWithin && isNamed(text, begin, known))
                    .findFirst();
            // Two members may have one name; then both are asked.
            byLength.stream()
                    .filter(member ->
                            name.filter(member.value().name()::equalsIgnoreCase).isPresent())
                    .forEach(member -> mentioned.add(new AccountId(member.id().value())));
        }
        return mentioned;
    }

    private static boolean isNamed(String text, int begin, String name) {
        int end = begin + name.length();
        return text.regionMatches(true, begin, name, 0, name.length())
                && (end == text.length() || !Character.isLetterOrDigit(text.codePointAt(end)));
    }

    /** Open remarks that ask the reader of this view to look, the newest first. */
    public static List<Item<Comment>> asking(View view) {
        return view.list(KIND).reversed().stream()
                .filter(comment -> !comment.value().isSettled()
                        && comment.value().mentions().contains(view.standing().account()))
                .toList();
    }

    /**
     * Open remarks of others on items on which the reader of this view remarked before them, the newest first; without those that ask the reader to look, which are told as such. What the reader has
     * remarked since is taken for read.
     */
    public static List<Item<Comment>> answering(View view) {
        AccountId own = view.standing().account();
        List<Item<Comment>> all = view.list(KIND);
        Map<ItemId, Integer> latest = new HashMap<>();
        for (int place = 0; place < all.size(); place++) {
            if (all.get(place).value().by().equals(own)) {
                latest.put(all.get(place).value().about(), place);
            }
        }
        List<Item<Comment>> answers = new ArrayList<>();
        for (int place = all.size() - 1; place >= 0; place--) {
            Comment comment = all.get(place).value();
            if (latest.getOrDefault(comment.about(), Integer.MAX_VALUE) < place
                    && !comment.isSettled()
                    && !comment.mentions().contains(own)) {
                answers.add(all.get(place));
            }
        }
        return answers;
    }

    /**
     * Whether whoever the remark says has written it. A merged copy may say anything; what it says about somebody's remark decides nothing while it waits
     * and when it is refused.
     */
    public static boolean isProven(Item<Comment> remark, History history) {
        List<History.Step> steps = history.of(remark.id()).stream()
                .filter(step -> !step.isWaiting() && !step.isRefused())
                .toList();
        return !steps.isEmpty()
                && steps.stream().allMatch(History.Step::isProven)
                && steps.getLast().by().author().equals(remark.value().by());
    }

    /** The remarks on an item, oldest first. */
    public static List<Item<Comment>> on(ItemId item, View view) {
        return view.list(KIND).stream()
                .filter(comment -> comment.value().about().equals(item))
                .toList();
    }
}
