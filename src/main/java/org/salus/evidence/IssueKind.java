package org.salus.evidence;

import static org.salus.evidence.Severity.ERROR;
import static org.salus.evidence.Severity.INFORMATION;
import static org.salus.evidence.Severity.WARNING;

import java.util.Locale;

/** What can be doubtful about a file, a record or a value. The words are in the wording file, under {@link #key}. */
public enum IssueKind {
    NOT_RECOGNISED(ERROR),
    BROKEN_MEMBER(ERROR),
    UNSAFE_PATH(ERROR),
    JSON_NOT_XML(WARNING),
    EMPTY_MEMBER(WARNING),
    DOCTYPE_IGNORED(WARNING),
    ENTITY_IGNORED(WARNING),
    UNKNOWN_VERSION(WARNING),
    NO_ACTIVITIES(INFORMATION),
    ORGANISATION_FILE(INFORMATION),
    COMPANION_FILE(INFORMATION),
    NESTED_ARCHIVE(WARNING),

    NO_IDENTIFIER(ERROR),
    IDENTIFIER_SPACES(INFORMATION),
    DUPLICATE_IDENTIFIER(WARNING),
    /** Depends on what else is loaded, so it is found in the snapshot and stands in no part. */
    OTHER_SOURCE(INFORMATION),
    NO_TITLE(WARNING),
    TEXT_CUT(WARNING),
    NO_REPORTING_ORGANISATION(WARNING),
    UNKNOWN_CODE(WARNING),
    CODE_SPACES(INFORMATION),

    NO_AMOUNT(ERROR),
    BAD_AMOUNT(ERROR),
    AMOUNT_SEPARATORS(WARNING),
    IMPLAUSIBLE_AMOUNT(WARNING),
    NO_CURRENCY(ERROR),
    UNKNOWN_CURRENCY(ERROR),
    CURRENCY_SPELLING(INFORMATION),
    NO_DATE(WARNING),
    BAD_DATE(WARNING),
    BAD_PERCENTAGE(WARNING),
    PERCENT_SIGN(INFORMATION),
    PERCENTAGES_NOT_100(WARNING),
    NO_PERCENTAGES(WARNING),
    UNKNOWN_COUNTRY(WARNING),
    BAD_COORDINATES(WARNING),
    OTHER_COUNTRY_NAMED(INFORMATION),
    NO_RECIPIENT(INFORMATION),

    UNKNOWN_PROJECT(WARNING),
    BAD_ROW(ERROR),
    CUT_SHORT(ERROR),
    BAD_VALUE(WARNING),
    NOT_A_COUNTRY(INFORMATION),
    OUTLINE_WITHOUT_COUNTRY(INFORMATION),
    OUTLINE_WITHOUT_NAME(WARNING),
    REPEATED_ROW(WARNING),
    ROW_WITHOUT_COUNTRY(WARNING),
    ROW_WITHOUT_YEAR(WARNING),
    OUTSIDE_YEARS(WARNING),
    COUNT_OPEN(WARNING),
    HXL_ROW(INFORMATION),
    FORMULA_VALUE(INFORMATION),
    OTHER_ENCODING(INFORMATION),
    DECIMAL_COMMA(INFORMATION),
    COLUMN_LEFT_OUT(INFORMATION),
    DESCRIPTOR_BROKEN(ERROR);

    private final Severity severity;

    IssueKind(Severity severity) {
        this.severity = severity;
    }

    public Severity severity() {
        return severity;
    }

    /** Stable code in files and addresses: {@code no-currency}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Key of the sentence that says what is wrong. */
    public String key() {
        return "evidence.issue." + code();
    }

    /** Key of the sentence that says what was done about it. */
    public String doneKey() {
        return "evidence.done." + code();
    }
}
