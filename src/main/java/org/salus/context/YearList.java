package org.salus.context;

import java.util.List;

/** Years in words: 1989, 1991–1994. */
final class YearList {
    private YearList() {}

    /** Ascending years with runs drawn together. */
    static String say(List<Integer> years) {
        StringBuilder out = new StringBuilder();
        int i = 0;
        while (i < years.size()) {
            int j = i;
            while (j + 1 < years.size() && years.get(j + 1) == years.get(j) + 1) {
                j++;
            }
            out.append(out.isEmpty() ? "" : ", ").append(years.get(i));
            if (j > i) {
                out.append(j == i + 1 ? ", " : "–").append(years.get(j));
            }
            i = j + 1;
        }
        return out.toString();
    }
}
