package org.salus.workspace;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.salus.framework.Sentence;
import org.salus.ledger.AccountId;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;
import org.salus.ledger.Role;
import org.salus.ledger.View;

/**
 * What a member remarks on an item. Who may not see the item does not see the remark.
 *
 * @param by who remarks; nobody else edits it
 * @param mentions members who are asked to look
 * @param isSettled whether there is nothing left to do about it
 */
public record Comment(ItemId about, AccountId by, String text, SortedSet<AccountId> mentions, boolean isSettled) {
    public static final Kind<Comment> KIND = Kind.of("comment", Comment.class)
            .writtenBy(Role.READER)
            .needing(comment -> Set.of(comment.about()))
            .ruledBy(Comment::refusals);

    private static final int LONGEST = 5000;

    static final Face<Comment> FACE = Face.of(
            KIND,
            Sentence.of("workspace.kind.comment"),
            (item, view) -> item.value().text().lines().findFirst().orElse(""),
            List.of(Field.paragraph("text", Sentence.of("workspace.comment.text"))));

    public Comment {
        mentions = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(mentions));
    }

    private static List<Sentence> refusals(Item<Comment> edited, View view) {
        Optional<Item<Comment>> before = view.find(KIND, edited.id());
        Comment comment = edited.value();
        if (comment.text().isBlank() || comment.text().length() > LONGEST) {
            return List.of(Sentence.of("workspace.comment.empty", LONGEST));
        }
        boolean onlySettled = before.filter(
                        old -> old.value().settled(comment.isSettled()).equals(comment))
                .isPresent();
        boolean own = comment.by().equals(view.standing().account())
                && before.map(old -> old.value().by().equals(comment.by())).orElse(true);
        return own || onlySettled ? List.of() : List.of(Sentence.of("workspace.comment.not-yours"));
    }

    /** The same, settled or open again. */
    public Comment settled(boolean settled) {
        return new Comment(about, by, text, mentions, settled);
    }

    /** The remarks on an item, oldest first. */
    public static List<Item<Comment>> on(ItemId item, View view) {
        return view.list(KIND).stream()
                .filter(comment -> comment.value().about().equals(item))
                .toList();
    }
}
