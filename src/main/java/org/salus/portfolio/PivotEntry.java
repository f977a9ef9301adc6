package org.salus.portfolio;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.salus.framework.ReformArea;

/**
 * What a pivot counts: a row of support, a planned amount or an activity.
 *
 * @param transaction number of the transaction; 0 where it is none
 * @param year of money; null if it states none, and of an activity, which has those in which it is under way
 * @param underWay its months, of an activity; null for money
 */
record PivotEntry(
        String activity,
        int transaction,
        @Nullable Integer year,
        ReformArea area,
        String donor,
        BigDecimal value,
        @Nullable UnderWay underWay) {
    static PivotEntry of(SupportRow row) {
        return new PivotEntry(
                row.activity(), row.transaction(), row.year(), row.area(), row.donor(), row.value(), null);
    }

    /** What counts of a row where everything counts once. */
    static PivotEntry of(CountedRow counted) {
        SupportRow row = counted.row();
        return new PivotEntry(
                row.activity(), row.transaction(), row.year(), row.area(), row.donor(), counted.counted(), null);
    }

    /** Its values in a dimension; never none. */
    List<String> values(PivotDimension dimension, SupportTraits traits) {
        return switch (dimension) {
            case DONOR -> List.of(donor);
            case AREA -> List.of(area.code());
            case FIELD -> List.of(area.field().map(field -> field.code()).orElse(area.code()));
            case YEAR -> years();
            case FUNDER -> traits.funders(activity, transaction);
            case IMPLEMENTER -> traits.implementers(activity, transaction);
            case PLACE -> traits.places(activity);
            case FLOW -> List.of(traits.flow(activity));
        };
    }

    private List<String> years() {
        if (underWay != null) {
            List<String> under = underWay.years();
            return under.isEmpty() ? List.of(PivotDimension.WITHOUT) : under;
        }
        return List.of(year == null ? PivotDimension.WITHOUT : year.toString());
    }
}
