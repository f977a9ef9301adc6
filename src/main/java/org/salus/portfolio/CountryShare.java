package org.salus.portfolio;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.salus.evidence.Activity;
import org.salus.evidence.Country;
import org.salus.evidence.Place;
import org.salus.evidence.Transaction;

/**
 * How much of an activity counts for a country: all of it in the country's own system; a single place counts whole unless it states less; percentages above a
 * hundred in sum are scaled to a hundred.
 */
public final class CountryShare {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private CountryShare() {}

    /** The percent of what an activity says of itself as a whole; empty where several places are named and their shares are not. */
    public static Optional<BigDecimal> percent(Country country, Activity activity) {
        return percent(country, activity, activity.places());
    }

    /** The percent of a transaction, whose own place stands before the activity's. */
    static Optional<BigDecimal> percent(Country country, Activity activity, Transaction transaction) {
        return percent(country, activity, transaction.places().isEmpty() ? activity.places() : transaction.places());
    }

    private static Optional<BigDecimal> percent(Country country, Activity activity, List<Place> places) {
        if (country.iso3().equals(activity.systemCountry())) {
            return Optional.of(HUNDRED);
        }
        BigDecimal own = null;
        BigDecimal sum = BigDecimal.ZERO;
        boolean named = false;
        for (Place place : places) {
            BigDecimal percent = place.percentage();
            if (percent != null) {
                sum = sum.add(percent);
            }
            if (country.iso3().equals(place.iso3())) {
                named = true;
                if (percent != null) {
                    own = own == null ? percent : own.add(percent);
                }
            }
        }
        if (!named) {
            return Optional.of(BigDecimal.ZERO);
        }
        if (own == null) {
            return places.size() == 1 ? Optional.of(HUNDRED) : Optional.empty();
        }
        return Optional.of(
                sum.compareTo(HUNDRED) > 0
                        ? own.multiply(HUNDRED).divide(sum, DrawSupportMap.SCALE, RoundingMode.HALF_EVEN)
                        : own);
    }
}
