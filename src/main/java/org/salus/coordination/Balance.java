package org.salus.coordination;

import java.math.BigDecimal;
import java.util.List;
import org.salus.framework.Field;
import org.salus.framework.Figure;
import org.salus.framework.Sentence;
import org.salus.framework.Term;

/**
 * How support stands between those who provide security and those who oversee them, and between training or equipment and governance. Amounts beside one another, and
 * no verdict: there is no right balance that anybody could compute.
 *
 * @param fields money of the four fields, in their order
 * @param oversight part of control and oversight in what goes there or to the forces
 * @param oversightWithJustice the same, with the rule of law counted on the side of oversight
 * @param contents what texts of activities for the forces speak of
 * @param meansOnly part of the money of those that speak of training or equipment alone, in all whose texts tell
 * @param note why it is asked
 * @param basis what that rests on
 */
public record Balance(
        List<FieldPart> fields,
        Figure<BigDecimal> oversight,
        Figure<BigDecimal> oversightWithJustice,
        List<ContentPart> contents,
        Figure<BigDecimal> meansOnly,
        Sentence note,
        Sentence basis) {
    public Balance {
        fields = List.copyOf(fields);
        contents = List.copyOf(contents);
    }

    /**
     * Money of a field.
     *
     * @param rows how many rows of the map of support it is the sum of
     * @param activities identifiers of those it comes from
     */
    public record FieldPart(Field field, BigDecimal money, int rows, List<String> activities) {
        public FieldPart {
            activities = List.copyOf(activities);
        }
    }

    /** What the title and descriptions of an activity speak of. */
    public enum Content implements Term {
        MEANS("training-or-equipment"),
        GOVERNANCE("governance"),
        BOTH("both"),
        CANNOT_BE_TOLD("cannot-be-told");

        private final String code;

        Content(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }

        @Override
        public String vocabulary() {
            return "balance-content";
        }

        @Override
        public Sentence label() {
            return Sentence.of("coordination.content." + code);
        }
    }

    /** Money of activities for the forces that speak of the same. */
    public record ContentPart(Content content, BigDecimal money, int rows, List<Told> activities) {
        public ContentPart {
            activities = List.copyOf(activities);
        }
    }

    /**
     * An activity with the words that tell.
     *
     * @param words beginnings of words, without case and accents
     */
    public record Told(String activity, List<String> words) {
        public Told {
            words = List.copyOf(words);
        }
    }
}
