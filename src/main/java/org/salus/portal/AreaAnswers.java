package org.salus.portal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.salus.framework.PurposeCrosswalk;
import org.salus.framework.ReformArea;
import org.salus.framework.Wording;
import org.salus.portfolio.Amounts;
import org.salus.portfolio.Measure;

/** What is known of reform areas as API and command line tell it. */
public final class AreaAnswers {
    private AreaAnswers() {}

    /** The areas there are. */
    public static Map<String, Object> list(Wording wording) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put(
                "areas",
                AreaFile.areas().stream().map(area -> named(area, wording)).toList());
        return out;
    }

    private static Map<String, Object> named(ReformArea area, Wording wording) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("code", area.code());
        one.put("name", wording.say(area.label()));
        one.put("field", area.field().map(field -> field.code()).orElse(""));
        one.put("is", wording.say(area.meaning()));
        one.put("is_not", wording.say("portal.area-page." + area.code() + ".not"));
        return one;
    }

    /** One area. */
    public static Map<String, Object> tell(AreaFile file, Wording wording) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("snapshot", file.snapshot());
        out.putAll(named(file.area(), wording));
        AreaFile.SAID.stream()
                .filter(part -> !part.equals("not"))
                .forEach(part -> out.put(part, wording.say(file.said(part))));
        out.put("purpose_codes_edition", PurposeCrosswalk.current().edition());
        out.put(
                "purpose_codes",
                file.purposes().stream()
                        .map(purpose -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("code", purpose.code());
                            one.put("name", wording.say(purpose.label()));
                            one.put("weak", purpose.weak());
                            return one;
                        })
                        .toList());
        out.put(
                "preconditions",
                file.preconditions().stream()
                        .map(precondition -> coded(precondition.code(), wording.say(precondition.label())))
                        .toList());
        out.put(
                "institutions",
                file.institutions().stream()
                        .map(type -> coded(type.code(), wording.say(type.label())))
                        .toList());
        out.put(
                "indicators",
                file.indicators(wording.locale()).stream()
                        .map(indicator -> coded(indicator.key(), indicator.name()))
                        .toList());
        out.put(
                "questions",
                file.questions(wording.locale()).stream()
                        .map(question -> coded(question.id(), question.asks()))
                        .toList());
        out.put("activities", file.activities());
        out.put("currency", "USD");
        out.put("countries", file.countries().stream().map(AreaAnswers::held).toList());
        out.put("planned", file.planned().stream().map(AreaAnswers::planned).toList());
        return out;
    }

    private static Map<String, Object> coded(String code, String name) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("code", code);
        one.put("name", name);
        return one;
    }

    private static Map<String, Object> held(AreaFile.Held held) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("country", held.country().iso3());
        one.put("activities", held.activities());
        one.putAll(money(held.amounts()));
        List<Map<String, Object>> years = new ArrayList<>();
        for (AreaFile.InYear year : held.years()) {
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("year", year.year());
            told.putAll(money(year.amounts()));
            years.add(told);
        }
        one.put("years", years);
        return one;
    }

    private static Map<String, BigDecimal> money(Amounts amounts) {
        Map<String, BigDecimal> out = new LinkedHashMap<>();
        for (Measure measure : List.of(Measure.COMMITMENTS, Measure.DISBURSEMENTS, Measure.EXPENDITURES)) {
            out.put(measure.word(), amounts.of(measure));
        }
        return out;
    }

    private static Map<String, Object> planned(AreaFile.Planned planned) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("workspace", planned.workspace());
        one.put("support", planned.title());
        one.put("donor", planned.donor());
        one.put("href", planned.href());
        one.put(
                "objectives",
                planned.objectives().stream()
                        .map(objective -> {
                            Map<String, Object> aimed = new LinkedHashMap<>();
                            aimed.put("title", objective.title());
                            aimed.put("href", objective.href());
                            return aimed;
                        })
                        .toList());
        return one;
    }
}
