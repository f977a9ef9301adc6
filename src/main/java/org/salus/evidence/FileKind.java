package org.salus.evidence;

import java.util.Locale;

/** What a loaded file turned out to be. */
public enum FileKind {
    IATI_ACTIVITIES,
    IATI_ORGANISATIONS,
    AIDDATA_RELEASE,
    CONFLICT_EVENTS,
    COUNTRY_YEAR,
    CRS,
    OUTLINES,
    /** Who has signed and ratified a treaty. */
    TREATY_STATUS,
    /** A workbook, as it is recognised; what its tables are shows when they are read. */
    WORKBOOK,
    /** An archive whose members are of several kinds. */
    MIXED,
    /** Nothing in it was recognised. */
    UNKNOWN;

    /** Stable code in reports and addresses: {@code iati-activities}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Key of its name in words. */
    public String key() {
        return "evidence.kind." + code();
    }
}
