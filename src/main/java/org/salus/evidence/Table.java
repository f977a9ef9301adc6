package org.salus.evidence;

/** The tables of a part. Amounts, percentages and values stay as the text of the source: no column type keeps every digit. */
enum Table {
    MEMBER("id INTEGER, path VARCHAR, kind VARCHAR"),
    ACTIVITY(
            "id INTEGER, member INTEGER, line BIGINT, first BIGINT, past BIGINT, content BIGINT, identifier VARCHAR, version VARCHAR,"
                    + " updated VARCHAR, reporter_ref VARCHAR, reporter_type VARCHAR, reporter_name VARCHAR, status VARCHAR, planned_start DATE,"
                    + " actual_start DATE, planned_end DATE, actual_end DATE, hierarchy INTEGER, locations INTEGER, system_country VARCHAR"),
    NARRATIVE("activity INTEGER, element VARCHAR, language VARCHAR, body VARCHAR"),
    PARTICIPATION(
            "activity INTEGER, role VARCHAR, ref VARCHAR, type VARCHAR, name VARCHAR, activity_ref VARCHAR, channel VARCHAR"),
    SECTOR("activity INTEGER, transaction INTEGER, vocabulary VARCHAR, code VARCHAR, percentage VARCHAR, name VARCHAR"),
    PLACE(
            "activity INTEGER, transaction INTEGER, iso3 VARCHAR, region BOOLEAN, vocabulary VARCHAR, code VARCHAR, percentage VARCHAR,"
                    + " name VARCHAR"),
    TRANSACTION(
            "activity INTEGER, number INTEGER, ref VARCHAR, type VARCHAR, date DATE, amount VARCHAR, currency VARCHAR, value_date DATE,"
                    + " provider_ref VARCHAR, provider_type VARCHAR, provider_name VARCHAR, provider_activity VARCHAR, receiver_ref VARCHAR,"
                    + " receiver_type VARCHAR, receiver_name VARCHAR, receiver_activity VARCHAR, description VARCHAR"),
    CODE("activity INTEGER, element VARCHAR, code VARCHAR"),
    OTHER_IDENTIFIER("activity INTEGER, type VARCHAR, ref VARCHAR, owner VARCHAR"),
    LOCATION(
            "activity INTEGER, ref VARCHAR, name VARCHAR, description VARCHAR, latitude DOUBLE, longitude DOUBLE, reach VARCHAR,"
                    + " exactness VARCHAR, class VARCHAR, feature VARCHAR, codes VARCHAR"),
    PERIOD_MONEY(
            "activity INTEGER, planned BOOLEAN, type VARCHAR, status VARCHAR, first DATE, last DATE, amount VARCHAR, currency VARCHAR,"
                    + " value_date DATE, provider VARCHAR, receiver VARCHAR"),
    MARKER("activity INTEGER, vocabulary VARCHAR, code VARCHAR, significance VARCHAR, name VARCHAR"),
    RESULT("activity INTEGER, result INTEGER, type VARCHAR, title VARCHAR, description VARCHAR"),
    INDICATOR("activity INTEGER, result INTEGER, indicator INTEGER, measure VARCHAR, ascending VARCHAR, title VARCHAR,"
            + " baseline_year VARCHAR, baseline VARCHAR"),
    PERIOD("activity INTEGER, result INTEGER, indicator INTEGER, first DATE, last DATE, target VARCHAR, actual VARCHAR,"
            + " part VARCHAR"),
    RELATED("activity INTEGER, type VARCHAR, ref VARCHAR"),
    DOCUMENT(
            "activity INTEGER, url VARCHAR, format VARCHAR, title VARCHAR, categories VARCHAR, languages VARCHAR, date VARCHAR"),
    EVENT(
            "id VARCHAR, iso3 VARCHAR, year INTEGER, first DATE, last DATE, violence INTEGER, conflict VARCHAR, actor_a VARCHAR,"
                    + " actor_b VARCHAR, state_a BOOLEAN, state_b BOOLEAN, admin1 VARCHAR, latitude DOUBLE, longitude DOUBLE, precision INTEGER,"
                    + " best INTEGER, low INTEGER, high INTEGER"),
    SERIES(
            "descriptor VARCHAR, series VARCHAR, name VARCHAR, unit VARCHAR, direction VARCHAR, publisher VARCHAR, licence VARCHAR,"
                    + " edition VARCHAR, lowest VARCHAR, highest VARCHAR"),
    YEAR_VALUE("descriptor VARCHAR, series VARCHAR, iso3 VARCHAR, year INTEGER, value VARCHAR, row BIGINT"),
    CRS(
            "iso3 VARCHAR, recipient VARCHAR, purpose VARCHAR, donor VARCHAR, year INTEGER, million_usd VARCHAR, row BIGINT"),
    OUTLINE("iso3 VARCHAR, level INTEGER, name VARCHAR, vintage VARCHAR, shape BLOB"),
    TREATY(
            "treaty VARCHAR, as_at DATE, reservations BOOLEAN, withdrawals BOOLEAN, iso3 VARCHAR, act VARCHAR, date DATE, bracketed BOOLEAN,"
                    + " row BIGINT"),
    ISSUE("id INTEGER, kind VARCHAR, file VARCHAR, line BIGINT, activity VARCHAR, arguments VARCHAR"),
    ISSUE_COUNT("kind VARCHAR, file VARCHAR, count INTEGER");

    private final String columns;

    Table(String columns) {
        this.columns = columns;
    }

    /** The name in SQL; quoted, because some are words of the language. */
    String sql() {
        return "\"" + name().toLowerCase(java.util.Locale.ROOT) + "\"";
    }

    String plainName() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    String columns() {
        return columns;
    }
}
