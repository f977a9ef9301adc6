package org.salus.impact;

import java.util.List;
import java.util.Optional;
import org.salus.framework.Sentence;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;
import org.salus.ledger.Untold;
import org.salus.ledger.View;

/**
 * The answers a round of a survey is worked out from. Unlike the table of a study its rows are told to nobody and leave with no copy: figures keep back what one or two people said, and rows would say it.
 *
 * @param title what it is, in a few words
 * @param source where it comes from, and under what licence
 * @param csv the rows as RFC 4180, the first names the columns
 */
public record SurveyRows(
        String title, String source, @Untold String csv) {
    /** The rows are said once and for all. */
    public static final Kind<SurveyRows> KIND = Kind.of("survey-answers", SurveyRows.class)
            .ruledBy(SurveyRows::refusals)
            .keepingHome(rows -> true);

    private static List<Sentence> refusals(Item<SurveyRows> edited, View view) {
        return edited.value()
                .table()
                .refusals(
                        view.find(KIND, edited.id()).map(known -> known.value().table()));
    }

    static SurveyRows of(StudyTable table) {
        return new SurveyRows(table.title(), table.source(), table.csv());
    }

    /** As methods read it. */
    StudyTable table() {
        return new StudyTable(title, source, csv);
    }

    /** The answers under that id, as far as a reader sees that there are any. Rounds of before kept theirs as the table of a study. */
    static Optional<StudyTable> find(View view, ItemId id) {
        return view.find(KIND, id)
                .map(item -> item.value().table())
                .or(() -> view.find(StudyTable.KIND, id).map(Item::value));
    }
}
