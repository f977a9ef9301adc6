package org.salus.coordination;

import java.math.BigDecimal;
import java.util.List;
import org.salus.framework.Figure;

/**
 * How much of the money goes to institutions and civil society of the country itself.
 *
 * @param definition whose hands count
 * @param total the money of the period; the parts add up to it
 * @param parts one for each class that occurs
 * @param national what is known to go to national hands ÷ total: the least it can be
 * @param nationalAtMost the same if everything that cannot be told went there, too
 */
public record Localisation(
        Definition definition,
        BigDecimal total,
        List<Part> parts,
        Figure<BigDecimal> national,
        Figure<BigDecimal> nationalAtMost) {
    public Localisation {
        parts = List.copyOf(parts);
    }

    /** Whose hands count. */
    public enum Definition {
        /** The receiver of the transaction; where none is named, who manages the activity for its funders, else who implements it. */
        FIRST_RECEIVER,
        /** Followed from activity to activity as far as files tell: who implements the last one, else who received last. */
        LAST_KNOWN_RECEIVER;

        /** How it is named in words and answers. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** What goes to one class of receivers, and in which activities. */
    public record Part(ReceiverClass receiver, BigDecimal money, int rows, List<String> activities) {
        public Part {
            activities = List.copyOf(activities);
        }
    }
}
