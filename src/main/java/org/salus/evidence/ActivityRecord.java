package org.salus.evidence;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything one version of an activity says.
 *
 * @param file the file, and the member within an archive
 * @param line where the activity starts in it
 * @param version of the IATI standard the file claims
 * @param updated newest generated or updated stamp in UTC, in the form that orders as text, empty if none; as it is read from a file followed by {@link #THEN} and the time it was updated, where that is earlier
 * @param defaults the activity's default codes (flow, finance, aid type …), by IATI element name
 * @param otherNarratives texts of other elements, by element, in every language given
 */
public record ActivityRecord(
        Activity activity,
        String file,
        long line,
        @Nullable String version,
        String updated,
        List<Code> defaults,
        List<OtherIdentifier> otherIdentifiers,
        List<Location> locations,
        List<PeriodMoney> budgets,
        List<PeriodMoney> plannedDisbursements,
        List<Marker> markers,
        List<Result> results,
        List<Related> related,
        List<DocumentLink> documents,
        List<Narrative> otherNarratives) {
    /** Between the newest stamp and an older one in the store; less than whatever stands in a stamp, so that the order of texts stays the order of times. */
    static final char THEN = '\t';

    /** A coded property: IATI element and code. */
    public record Code(String element, String code) {}

    public record OtherIdentifier(
            @Nullable String type, String ref, @Nullable String owner) {}

    /**
     * A place where the activity happens.
     *
     * @param latitude degrees, −90 to 90
     * @param longitude degrees, −180 to 180
     * @param codes gazetteer and administrative codes, each "vocabulary code"
     */
    public record Location(
            @Nullable String ref,
            @Nullable String name,
            @Nullable String description,
            @Nullable Double latitude,
            @Nullable Double longitude,
            @Nullable String reach,
            @Nullable String exactness,
            @Nullable String locationClass,
            @Nullable String feature,
            @Nullable String codes) {}

    /** A budget or a planned disbursement: money of a period, not of a day. */
    public record PeriodMoney(
            @Nullable String type,
            @Nullable String status,
            @Nullable LocalDate start,
            @Nullable LocalDate end,
            @Nullable BigDecimal amount,
            @Nullable String currency,
            @Nullable LocalDate valueDate,
            @Nullable String provider,
            @Nullable String receiver) {}

    /** What an activity planned, in the order of its file. */
    public record Planned(List<PeriodMoney> budgets, List<PeriodMoney> disbursements) {
        public Planned {
            budgets = List.copyOf(budgets);
            disbursements = List.copyOf(disbursements);
        }

        Planned and(Planned more) {
            return new Planned(
                    Stream.concat(budgets.stream(), more.budgets.stream()).toList(),
                    Stream.concat(disbursements.stream(), more.disbursements.stream())
                            .toList());
        }
    }

    public record Marker(
            String vocabulary,
            String code,
            @Nullable String significance,
            @Nullable String name) {}

    public record Result(
            @Nullable String type,
            @Nullable String title,
            @Nullable String description,
            List<Indicator> indicators) {
        public Result {
            indicators = List.copyOf(indicators);
        }
    }

    public record Indicator(
            @Nullable String measure,
            @Nullable String ascending,
            @Nullable String title,
            @Nullable String baselineYear,
            @Nullable String baseline,
            List<Period> periods) {
        public Indicator {
            periods = List.copyOf(periods);
        }
    }

    /**
     * Target and actual value of a period, as written: not every value is a number.
     *
     * @param part what the values are about, "Sex: female"; null if about the whole
     */
    public record Period(
            @Nullable LocalDate start,
            @Nullable LocalDate end,
            @Nullable String target,
            @Nullable String actual,
            @Nullable String part) {}

    public record Related(@Nullable String type, String ref) {}

    public record DocumentLink(
            @Nullable String url,
            @Nullable String format,
            @Nullable String title,
            @Nullable String categories,
            @Nullable String languages,
            @Nullable String date) {}

    /** A text of some element, with its language. */
    public record Narrative(String element, Text text) {}

    /** The newest of the stamps of the store. */
    static String newest(String stamps) {
        int then = stamps.indexOf(THEN);
        return then < 0 ? stamps : stamps.substring(0, then);
    }

    public ActivityRecord {
        defaults = List.copyOf(defaults);
        otherIdentifiers = List.copyOf(otherIdentifiers);
        locations = List.copyOf(locations);
        budgets = List.copyOf(budgets);
        plannedDisbursements = List.copyOf(plannedDisbursements);
        markers = List.copyOf(markers);
        results = List.copyOf(results);
        related = List.copyOf(related);
        documents = List.copyOf(documents);
        otherNarratives = List.copyOf(otherNarratives);
    }
}
