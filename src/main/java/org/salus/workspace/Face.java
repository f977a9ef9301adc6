package org.salus.workspace;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.Item;
import org.salus.ledger.Kind;
import org.salus.ledger.View;

/**
 * How items of a kind show themselves anywhere in a workspace: in lists, histories, differences, the drawer. A room registers one with each kind.
 *
 * @param label what an item of this kind is called: "actor"
 * @param title the name of one item, as people would say it, on the view of the reader
 * @param fields what is edited on its own
 * @param told what is told in differences and conflicts, but follows from what somebody does and is not typed
 * @param page where the item is shown, below the workspace's address; empty if only in the drawer
 * @param context what one must know to read the item's fields, and what is said elsewhere: the question that is answered
 * @param <T> the record
 */
public record Face<T extends Record>(
        Kind<T> kind,
        Sentence label,
        Titled<T> title,
        List<Field> fields,
        List<Field> told,
        Function<Item<T>, Optional<String>> page,
        Context<T> context) {
    /** Gives an item its name. */
    @FunctionalInterface
    public interface Titled<T extends Record> {
        String title(Item<T> item, View view);

        /** The same in the words of the reader, where the name has words of ours. */
        default String title(Item<T> item, View view, Wording wording) {
            return title(item, view);
        }
    }

    /** Gives an item a name that has words of ours. */
    @FunctionalInterface
    public interface Said<T extends Record> {
        Sentence name(Item<T> item, View view);
    }

    /** Tells what an item is about, of what the reader may see and in the reader's language. */
    @FunctionalInterface
    public interface Context<T extends Record> {
        List<Told> of(Item<T> item, View view, Locale language);
    }

    /**
     * Something said elsewhere.
     *
     * @param text in the words of those who said it
     */
    public record Told(Sentence label, String text) {}

    public Face {
        fields = List.copyOf(fields);
        told = List.copyOf(told);
    }

    /** A name that is said in the language of whoever reads it. */
    public static <T extends Record> Titled<T> said(Said<T> name) {
        return new Titled<>() {
            @Override
            public String title(Item<T> item, View view) {
                return title(item, view, Wording.english());
            }

            @Override
            public String title(Item<T> item, View view, Wording wording) {
                return wording.say(name.name(item, view));
            }
        };
    }

    /** A face without a page of its own. */
    public static <T extends Record> Face<T> of(Kind<T> kind, Sentence label, Titled<T> title, List<Field> fields) {
        return new Face<>(
                kind, label, title, fields, List.of(), item -> Optional.empty(), (item, view, language) -> List.of());
    }

    /** The same, with a page. */
    public Face<T> on(Function<Item<T>, Optional<String>> where) {
        return new Face<>(kind, label, title, fields, told, where, context);
    }

    /** The same, which also tells of these components. */
    public Face<T> telling(Field... others) {
        return new Face<>(kind, label, title, fields, List.of(others), page, context);
    }

    /** The same, which also tells what its items are about. */
    public Face<T> about(Context<T> what) {
        return new Face<>(kind, label, title, fields, told, page, what);
    }

    /** The field of that component, if it is edited on its own. */
    public Optional<Field> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** How that component is told, edited or not. */
    Optional<Field> said(String name) {
        return field(name)
                .or(() ->
                        told.stream().filter(field -> field.name().equals(name)).findFirst());
    }
}
