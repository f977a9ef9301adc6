package org.salus.portal;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.salus.documents.Cell;
import org.salus.documents.Column;
import org.salus.evidence.ActivityRecord;
import org.salus.evidence.Codes;
import org.salus.framework.Wording;

/** What tables say about a location of an activity. */
public final class LocationCells {
    private LocationCells() {}

    /** Its columns. Degrees are rounded on pages (five decimals are a metre) and whole in files. */
    public static List<Column> columns(Wording wording) {
        return List.of(
                Column.text("location", wording.say("portal.column.location")),
                Column.decimal("latitude", wording.say("portal.column.latitude"), "", 5),
                Column.decimal("longitude", wording.say("portal.column.longitude"), "", 5),
                Column.text("exactness", wording.say("portal.column.exactness")),
                Column.text("codes", wording.say("portal.column.codes")),
                Column.text("description", wording.say("portal.column.description")));
    }

    /** A location in the order of the columns. */
    public static List<Cell> of(ActivityRecord.Location location) {
        String exactness = location.exactness();
        return List.of(
                text(location.name() == null ? location.ref() : location.name()),
                degrees(location.latitude()),
                degrees(location.longitude()),
                exactness == null
                        ? Cell.blank("")
                        : Cell.text(Codes.shipped()
                                        .find("GeographicExactness", exactness)
                                        .orElse(exactness))
                                .withCode(exactness),
                text(location.codes()),
                text(location.description()));
    }

    private static Cell text(@Nullable String text) {
        return text == null ? Cell.blank("") : Cell.text(text);
    }

    private static Cell degrees(@Nullable Double degrees) {
        return degrees == null ? Cell.blank("") : Cell.number(BigDecimal.valueOf(degrees));
    }
}
