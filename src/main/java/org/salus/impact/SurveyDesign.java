package org.salus.impact;

/**
 * How those who were asked were found: the columns that say it, each empty where there is none.
 *
 * @param weight how many people one who was asked stands for
 * @param stratum the part of the country in which was drawn by itself
 * @param cluster the place that was drawn first, such as an enumeration area
 */
public record SurveyDesign(String weight, String stratum, String cluster) {
    /** Nothing is said: everybody counts alike and was drawn alone. */
    public static final SurveyDesign NONE = new SurveyDesign("", "", "");

    /** Never with spaces at the ends. */
    public SurveyDesign {
        weight = weight.strip();
        stratum = stratum.strip();
        cluster = cluster.strip();
    }
}
