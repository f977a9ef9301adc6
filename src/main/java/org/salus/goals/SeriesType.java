package org.salus.goals;

import java.util.Arrays;
import java.util.Optional;
import org.salus.framework.Term;

/** What kind of open data a series is made of. */
public enum SeriesType {
    /** A publisher's figure of a country, year by year. */
    TABLE,
    /** Deaths in recorded events of organised violence. */
    DEATHS,
    /** Recorded events of organised violence. */
    EVENTS,
    /** Published commitments. */
    COMMITMENTS,
    /** Published disbursements. */
    DISBURSEMENTS,
    /** What the OECD's tables say for one purpose. */
    CRS;

    /** The code in data and addresses. */
    public String code() {
        return Term.codeOf(this);
    }

    static Optional<SeriesType> find(String code) {
        return Arrays.stream(values()).filter(type -> type.code().equals(code)).findFirst();
    }
}
