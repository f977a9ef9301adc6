package org.salus.portfolio;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.salus.framework.ReformArea;

/**
 * An activity that a person has sorted.
 *
 * @param area what the person says
 * @param alsoPossible another answer that counts as right; empty if there is none
 * @param source where the activity was published, if the identifier does not tell its publisher
 */
public record LabelledActivity(Sortable activity, ReformArea area, Optional<ReformArea> alsoPossible, String source) {
    /** A country's own system, as AidData releases it: the country's code, alone or behind AidData's own. */
    private static final Pattern SYSTEM = Pattern.compile("(?:^|.*-SG-)([A-Z]{3})[/0-9].*", Pattern.DOTALL);
    /** A register with a short number, a register with an organisation's number, or an old number of five digits. */
    private static final Pattern ORGANISATION =
            Pattern.compile("([A-Z]{2,3}-[0-9]{1,5}(?=-)|[A-Z]{2}-[A-Z0-9]+-[^-_]+|[0-9]{5}(?=-)).*", Pattern.DOTALL);

    boolean isRight(ReformArea answer) {
        return answer == area || alsoPossible.filter(answer::equals).isPresent();
    }

    /** The label to score an answer against: the other possible one where the answer agrees with it. */
    ReformArea truthBeside(ReformArea answer) {
        return isRight(answer) ? answer : area;
    }

    String publisher() {
        return publisher(activity.id(), source);
    }

    /** Who published an activity, by the beginning of its identifier. */
    static String publisher(String id, String otherwise) {
        Matcher system = SYSTEM.matcher(id);
        if (system.matches()) {
            return system.group(1);
        }
        Matcher organisation = ORGANISATION.matcher(id);
        String name = organisation.matches() ? organisation.group(1) : otherwise;
        // One publisher under an old and a new identifier.
        return switch (name) {
            case "GB-GOV-1" -> "GB-1";
            case "SE-6" -> "SE-0";
            default -> name;
        };
    }
}
