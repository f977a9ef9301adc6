package org.salus.goals;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.salus.framework.Gap;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.View;
import org.salus.workspace.Answer;
import org.salus.workspace.AsWritten;
import org.salus.workspace.Reply;

/**
 * Something that is missing in a chain or does not fit in it. It speaks of our own plan, never of the partner or of others' support.
 *
 * @param rule which rule found it
 * @param name lasting name: the same hole in the same place has the same name, so that an answer finds it again
 * @param weight how it is to be taken
 * @param box where it is
 * @param says what is missing or does not fit, in words
 * @param about every element it speaks of
 * @param gap what kind of gap it is, where it is one
 * @param fix where it can be mended
 */
public record Hole(
        String rule,
        String name,
        Weight weight,
        ItemId box,
        Sentence says,
        List<ItemId> about,
        Optional<Gap> gap,
        Fix fix) {
    /** What stands between the titles where a text lists several. */
    static final String BETWEEN_TITLES = " → ";

    public Hole {
        // There are thousands of holes, and most speak of one element.
        about = about.size() < 2 ? List.copyOf(about) : List.copyOf(new LinkedHashSet<>(about));
    }

    /** How a hole is to be taken. */
    public enum Weight {
        /** The chain does not hold together here. */
        HOLE,
        /** Something that is asked of every plan and that nobody has answered yet. */
        QUESTION,
        /** A note on others' support or on our record; nobody has to do anything. */
        NOTE;

        /** The code in data, files and addresses. */
        public String code() {
            return Term.codeOf(this);
        }

        /** What to call it. */
        public Sentence label() {
            return Sentence.of("goals.weight." + code());
        }
    }

    /** What one would do to mend it. */
    public sealed interface Fix {
        /** Say something in a field of an element. */
        record Fill(ItemId element, String field) implements Fix {
            /** Fields of several parts, and the one in which one begins. */
            private static final Map<String, String> BEGINS_IN =
                    Map.of("baseline", "baseline-value", "target", "target-value", "cost", "cost-once");

            /** The mark of the entry on the element's page, so that a link puts the cursor into it. */
            String entry() {
                return BEGINS_IN.getOrDefault(field, field);
            }
        }

        /** Add an indicator to a box. */
        record AddIndicator(ItemId of) implements Fix {}

        /** Add a box to the left of this one, and the link between them. */
        record AddBefore(ItemId box, String kind) implements Fix {}

        /** Link this box to something on its right. */
        record LinkOnwards(ItemId box) implements Fix {}

        /** Say on what this box rests. */
        record AddAssumption(ItemId box) implements Fix {}

        /** Look at an element and change or remove it. */
        record Look(ItemId element) implements Fix {}

        /** What doing it is called. */
        default Sentence says() {
            return switch (this) {
                case Fill fill -> Sentence.of("goals.mend.fill");
                case AddIndicator add -> Sentence.of("goals.mend.indicator");
                case AddBefore add -> Sentence.of("goals.mend.before." + add.kind());
                case LinkOnwards link -> Sentence.of("goals.mend.link");
                case AddAssumption add -> Sentence.of("goals.mend.assumption");
                case Look look -> Sentence.of("goals.mend.look");
            };
        }

        /** The same for programs, in one word. */
        default String act() {
            return switch (this) {
                case Fill fill -> "fill";
                case AddIndicator add -> "add-indicator";
                case AddBefore add -> "add-" + add.kind();
                case LinkOnwards link -> "link-onwards";
                case AddAssumption add -> "add-assumption";
                case Look look -> "look";
            };
        }

        /** The element at which it is done. */
        default ItemId at() {
            return switch (this) {
                case Fill fill -> fill.element();
                case AddIndicator add -> add.of();
                case AddBefore add -> add.box();
                case LinkOnwards link -> link.box();
                case AddAssumption add -> add.box();
                case Look look -> look.element();
            };
        }

        /** Where it is done, below the address of the workspace, in a plan of that id. */
        default String path(ItemId chain) {
            return switch (this) {
                case Fill fill -> "items/" + fill.element() + "#f-" + fill.element() + "-" + fill.entry();
                case AddIndicator add -> "goals/" + chain + "?to=" + add.of() + "#add-indicator";
                case AddBefore add -> "goals/" + chain + "?to=" + add.box() + "&kind=" + add.kind() + "#add-box";
                case LinkOnwards link -> "goals/" + chain + "?from=" + link.box() + "#add-link";
                case AddAssumption add -> "goals/" + chain + "?to=" + add.box() + "#add-assumption";
                case Look look -> "items/" + look.element();
            };
        }
    }

    /**
     * A digest of what people judge when they answer it: all that it says but titles, for which in a list of several their elements stand. Where that changes
     * under the same name (five years become two) it is another hole; a title that is worded better changes nothing.
     */
    String matter(Chain chain) {
        Map<String, String> titles = new HashMap<>();
        about.forEach(element -> titles.merge(chain.title(element), element.toString(), Hole::first));
        chain.indicators().stream()
                .filter(indicator -> about.contains(indicator.id()))
                .forEach(indicator ->
                        titles.merge(indicator.value().title(), indicator.id().toString(), Hole::first));
        return AsWritten.mark(matter(says, titles));
    }

    private static String first(String one, String other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static String matter(Sentence sentence, Map<String, String> titles) {
        return sentence.arguments().stream()
                .filter(argument -> !(argument instanceof String text && titles.containsKey(text)))
                .map(argument -> switch (argument) {
                    case Sentence inner -> matter(inner, titles);
                    case String text -> untitled(text, titles);
                    default -> argument.toString();
                })
                .collect(Collectors.joining("|", sentence.key() + "|", ""));
    }

    /** What lists titles, as a circle does, with their elements in their place; any other text as it is. */
    private static String untitled(String text, Map<String, String> titles) {
        List<String> parts = List.of(text.split(BETWEEN_TITLES, -1));
        return titles.keySet().containsAll(parts)
                ? parts.stream()
                        .map(title -> titles.getOrDefault(title, title))
                        .collect(Collectors.joining(BETWEEN_TITLES))
                : text;
    }

    /**
     * Whether somebody's answer answers it as it is now: it was given to what is found today, and does not say that something was done about what is still
     * found.
     */
    public boolean isAnsweredBy(Answer answer, Chain chain) {
        return answer.finding().equals(name)
                && answer.reply() != Reply.DEALT_WITH
                && answer.asRead()
                        .map(read -> read.matter().equals(matter(chain)))
                        .orElse(true);
    }

    /** Why an answer to it does not close it as it is now; empty if it does. */
    public Optional<Sentence> whyOpen(Answer answer, Chain chain) {
        if (isAnsweredBy(answer, chain)) {
            return Optional.empty();
        }
        return answer.reply() == Reply.DEALT_WITH
                ? Optional.of(Sentence.of("goals.holes.answered.still"))
                : answer.asRead().map(read -> Sentence.of("goals.holes.answered.then", read.says()));
    }

    /**
     * Why somebody's answer does not close it for a reader; empty if it does. Besides what {@link #whyOpen(Answer, Chain)} says: an answer that a copy brought in somebody's
     * name, and nobody can prove, closes none, or whoever makes a file would settle a plan's holes in others' names.
     *
     * @param view of the reader
     */
    public Optional<Sentence> whyOpen(Item<Answer> answer, Chain chain, View view) {
        return whyOpen(answer.value(), chain)
                .or(() -> Answer.isProven(answer, view)
                        ? Optional.empty()
                        : Optional.of(Sentence.of("goals.holes.answered.unproven")));
    }

    /** What the rule looks for, and what it does not say. */
    public Sentence rule(boolean longer) {
        return Sentence.of("goals.rule." + rule + (longer ? ".text" : ".name"));
    }
}
