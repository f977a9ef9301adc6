package org.salus.portfolio;

import java.util.List;

/**
 * A donor's support.
 *
 * @param name of the donor; {@link #SEVERAL} for activities of several donors whose shares nobody published
 * @param kind country, multilateral …
 * @param names under which the files name it
 * @param activities in which it is the only donor
 * @param joint activities it funds together with others; their money stands in the row of {@link #SEVERAL}
 */
public record DonorSupport(String name, String kind, List<String> names, int activities, int joint, Amounts amounts) {
    /** Stands for more than one donor. */
    public static final String SEVERAL = "*several";

    /** Stands for a donor that nobody named. */
    public static final String UNNAMED = "*unnamed";

    public DonorSupport {
        names = List.copyOf(names);
    }
}
