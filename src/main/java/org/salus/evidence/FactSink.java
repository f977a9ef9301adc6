package org.salus.evidence;

/** Takes in what a reader finds in one file or archive member, in the order of the file. */
interface FactSink {
    /**
     * Takes an activity.
     *
     * @throws UnreadableFile if there are more activities than any file has
     */
    void activity(ActivityFacts facts) throws UnreadableFile;

    void event(ConflictEvent event);

    /** One value of a country-year series; the series' own words come with every value and are stored once. */
    void indicator(IndicatorSeries seriesWithOneValue);

    void crs(CrsAmount amount);

    void outline(Outline outline);

    /** What a table of the status of a treaty says of itself, or an act in it. */
    void treaty(TreatyFact fact);

    /** A supplement to an activity that another member of the same release describes; see {@link Supplement}. */
    void supplement(Supplement supplement);

    void issue(ImportIssue issue);

    /** What the file itself says about whose it is and how it may be used, in the publisher's words. */
    void licence(String stated);
}
