package org.salus.portal.web;

import java.util.ArrayList;
import java.util.List;
import org.salus.framework.Wording;

/** Years in words: those that follow one another as a span. */
final class YearSpans {
    private YearSpans() {}

    /**
     * The years, as in "2005–2008, 2010".
     *
     * @param years ascending, each once
     */
    static String of(List<Integer> years, Wording wording) {
        List<String> spans = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= years.size(); i++) {
            if (i == years.size() || years.get(i) != years.get(i - 1) + 1) {
                spans.add(
                        from == i - 1
                                ? String.valueOf(years.get(from))
                                : wording.say("portal.years.span", years.get(from), years.get(i - 1)));
                from = i;
            }
        }
        return String.join(", ", spans);
    }
}
