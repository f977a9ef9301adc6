package org.salus.portfolio;

import java.io.InputStream;
import java.util.function.Supplier;

/** Sorts aid activities into reform areas. Pure: the same activity under the same edition always gets the same answer. */
public interface Sorter {
    Sorting sort(Sortable activity);

    /** Names the rules this sorter works by, so that an answer can be told from one under other rules. */
    String edition();

    /**
     * The rules, corrected by a model of one's own.
     *
     * @param name of its file, for who is told that it is none
     * @param model opens it; it is read when something is first sorted
     */
    static Sorter with(String name, Supplier<InputStream> model) {
        return new LateSorter(() -> new LearnedSorter(RuleSorter.SHIPPED, LearnedModel.read(name, model)));
    }

    /** Lets the program work with another sorter than {@link #shipped} is without this. It is for the start of the program, before anything is sorted. */
    static void workWith(Sorter own) {
        LearnedSorter.workWith(own);
    }

    /** The sorter the program works with: the rules, corrected by the model that was learned from labelled activities; see {@code docs/sorting.md}. */
    static Sorter shipped() {
        return LearnedSorter.shipped();
    }

    /** The sorter that reads codes and texts by the shipped rules alone. */
    static Sorter byRules() {
        return RuleSorter.SHIPPED;
    }
}
