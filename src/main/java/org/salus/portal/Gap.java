package org.salus.portal;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.salus.framework.ReformArea;
import org.salus.framework.Sentence;
import org.salus.portfolio.DonorSupport;
import org.salus.portfolio.Measure;
import org.salus.portfolio.SortedActivity;
import org.salus.portfolio.SupportMap;

/** What the published data of an activity leave open. */
public enum Gap {
    CANNOT_BE_TOLD,
    NO_PURPOSE_CODE,
    NO_DESCRIPTION,
    NO_DONOR,
    NO_START,
    NO_END,
    NO_LOCATION,
    NO_MONEY;

    /** Whether an activity leaves this open. */
    public boolean isIn(SortedActivity sorted) {
        return switch (this) {
            case CANNOT_BE_TOLD -> sorted.sorting().area() == ReformArea.CANNOT_BE_TOLD;
            case NO_PURPOSE_CODE ->
                sorted.activity().sectors().isEmpty()
                        && sorted.activity().transactions().stream()
                                .allMatch(transaction -> transaction.sectors().isEmpty());
            case NO_DESCRIPTION -> sorted.activity().descriptions().isEmpty();
            case NO_DONOR -> sorted.donor().equals(DonorSupport.UNNAMED);
            case NO_START -> sorted.activity().start() == null;
            case NO_END -> sorted.activity().end() == null;
            case NO_LOCATION -> sorted.activity().locations() == 0;
            case NO_MONEY ->
                Stream.of(Measure.values())
                        .allMatch(measure -> sorted.amounts().of(measure).signum() == 0);
        };
    }

    /** How many activities of a map leave it open. */
    public long in(SupportMap map) {
        return map.activities().stream().filter(this::isIn).count();
    }

    /** What must be said of the gaps of a brief whose activities are those of the demo, where these are without descriptions by its own doing. */
    public static Optional<Sentence> ofDemo(Brief brief) {
        boolean isOfDemo = brief.sources().stream()
                .filter(version -> version.counts().activities() > 0)
                .anyMatch(DemoFiles::isOne);
        return isOfDemo && NO_DESCRIPTION.in(brief.support()) > 0
                ? Optional.of(Sentence.of("portal.gaps.demo"))
                : Optional.empty();
    }

    /** Word in addresses and files. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Gap> find(String code) {
        return Stream.of(values()).filter(gap -> gap.code().equals(code)).findFirst();
    }
}
