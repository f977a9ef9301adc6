package org.salus.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.ledger.Kind;

/**
 * A time in which steps can begin, or in which they cannot: before an election, after an agreement, while parliament sits. Steps name the windows they keep to.
 *
 * @param from its first day, as exactly as it is known; open towards the past where it is empty
 * @param until its last day; open towards the future where it is empty
 * @param isClosed whether it is a time in which nothing that names it begins
 * @param source who says so
 */
public record PlanWindow(
        String title,
        Optional<PartialDate> from,
        Optional<PartialDate> until,
        boolean isClosed,
        String source,
        String note) {
    public static final Kind<PlanWindow> KIND = Kind.of("plan-window", PlanWindow.class)
            .ruledBy((edited, view) -> edited.value().refusals());

    private List<Sentence> refusals() {
        List<Sentence> refusals =
                new ArrayList<>(Stream.concat(PlanTexts.refusals(title, note), PlanTexts.tooLong(source))
                        .toList());
        if (from.isEmpty() && until.isEmpty()) {
            refusals.add(Sentence.of("planning.refusal.window-open", title));
        } else if (from.isPresent() && until.isPresent() && until.get().isSurelyBefore(from.get())) {
            refusals.add(Sentence.of("planning.refusal.window", title, until.get(), from.get()));
        }
        return refusals;
    }
}
