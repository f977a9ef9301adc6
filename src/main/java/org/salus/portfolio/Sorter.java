package org.salus.portfolio;

/** Sorts aid activities into reform areas. Pure: the same activity under the same edition always gets the same answer. */
public interface Sorter {
    Sorting sort(Sortable activity);

    /** Names the rules this sorter works by, so that an answer can be told from one under other rules. */
    String edition();

    /** The sorter the program works with: the rules, corrected by the model that was learned from labelled activities; see {@code docs/sorting.md}. */
    static Sorter shipped() {
        return LearnedSorter.shipped();
    }

    /** The sorter that reads codes and texts by the shipped rules alone. */
    static Sorter byRules() {
        return RuleSorter.SHIPPED;
    }
}
