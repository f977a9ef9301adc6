package org.salus.goals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is answered about the library of indicators, to programs and in a terminal. */
public final class LibraryAnswers {
    private LibraryAnswers() {}

    /** Those that somebody looks for, in that language. */
    public static Map<String, Object> tell(IndicatorLibrary.Sought sought, Locale language) {
        List<LibraryIndicator> found = IndicatorLibrary.shipped(language).find(sought);
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("edition", IndicatorLibrary.shipped().edition());
        out.put("count", found.size());
        out.put("indicators", found.stream().map(LibraryAnswers::tell).toList());
        return out;
    }

    private static Map<String, Object> tell(LibraryIndicator one) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("key", one.key());
        out.put("theme", one.theme());
        out.put("code", one.code());
        out.put("name", one.name());
        out.put("custodian", one.custodian());
        out.put("own_wording", one.isOwnWording());
        out.put("kept_by", one.keptBy());
        out.put("unit", one.unit());
        out.put("direction", one.direction());
        out.put("level", one.level());
        out.put("areas", one.areas());
        out.put("characteristics", one.characteristics());
        out.put("method", one.method());
        out.put("by", one.by());
        if (!one.near().isEmpty()) {
            out.put("near", one.near());
        }
        one.nearby().ifPresent(says -> out.put("near_says", says));
        out.put("limits", one.limits());
        return out;
    }
}
