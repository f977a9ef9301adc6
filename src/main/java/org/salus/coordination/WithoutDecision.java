package org.salus.coordination;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.salus.diligence.CaseBook;
import org.salus.diligence.DiligenceFinding;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.View;
import org.salus.sector.KnownSupport;

/**
 * Support to a unit that goes on, or would, without a valid decision of due diligence: support before what has to come before it. For readers of the case and nobody else: it is
 * made of one reader's cases, stands in no file, and is answered by a step of the case itself.
 *
 * @param finding what the cases say
 * @param activities published activities for reform that are matched to the unit and not over, by identifier
 */
public record WithoutDecision(DiligenceFinding finding, List<String> activities) {
    public WithoutDecision {
        activities = List.copyOf(activities);
    }

    /**
     * Those that a reader's cases tell, each once; none where the reader reads no case.
     *
     * @param layers the reader's private layers of the workspace
     * @param going activities that are matched to an institution and not over
     */
    static List<WithoutDecision> of(CaseBook book, View view, List<View> layers, Map<ItemId, List<String>> going) {
        Set<DiligenceFinding> found = new LinkedHashSet<>(book.findings());
        if (!book.entries().isEmpty()) {
            Stream.concat(Stream.of(view), layers.stream())
                    .flatMap(each -> each.list(KnownSupport.KIND).stream())
                    .map(support -> beside(book, support))
                    .forEach(found::addAll);
        }
        List<WithoutDecision> all = new ArrayList<>();
        for (DiligenceFinding one : found) {
            all.add(new WithoutDecision(
                    one,
                    one.unit().map(unit -> going.getOrDefault(unit, List.of())).orElse(List.of())));
        }
        return List.copyOf(all);
    }

    private static List<DiligenceFinding> beside(CaseBook book, Item<KnownSupport> support) {
        return book.besideSupport(support.id(), support.value().actor());
    }
}
