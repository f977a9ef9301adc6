package org.salus.portal;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.salus.framework.Figure;
import org.salus.framework.Wording;
import org.salus.portfolio.PivotAsked;

/** Where support is recorded as JSON: money and shares as unrounded decimal texts, counts as numbers, and why something is not known. */
public final class PlacesJson {
    private final Places places;
    private final Wording wording;

    public PlacesJson(Places places, Wording wording) {
        this.places = places;
        this.wording = wording;
    }

    /** The whole of it. */
    public Map<String, Object> tree() {
        PivotAsked asked = places.question().asked();
        CountryQuestion question = places.question().question();
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("country", question.country().iso3());
        out.put("measure", asked.measure().code());
        out.put("planned", asked.measure().isPlanned());
        if (asked.measure().isMoney()) {
            out.put("currency", question.currency());
        }
        out.put("from", question.period().from());
        out.put("to", question.period().to());
        Map<String, String> only = new LinkedHashMap<>();
        asked.only().forEach((dimension, value) -> only.put(dimension.code(), value));
        out.put("only", only);
        out.put("reform", asked.reform());
        out.put("caution", wording.say("portal.brief.standing"));
        out.put("boundaries", wording.say("documents.map.disclaimer"));
        out.put("vintage", places.vintage());
        out.put("units", places.units().size());
        figure(out, "total", places.pivot().total());
        if (places.measure().ofRows().isPresent()) {
            out.put("counted", asked.once() ? PivotQuestion.ONCE : PivotQuestion.PUBLISHED);
        }
        if (asked.once()) {
            out.put("set_aside", BriefJson.decimal(places.setAside()));
        }
        places.placed().ifPresent(placed -> {
            out.put("shared_total", BriefJson.decimal(placed.total()));
            out.put("shared_in_units", BriefJson.decimal(placed.inUnits()));
            out.put("shared_activities", placed.shared());
        });
        out.put("places", places.lines().stream().map(this::place).toList());
        return out;
    }

    private Map<String, Object> place(Places.Place place) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("code", place.key());
        one.put("name", places.name(place, wording));
        one.put("unit", place.isUnit());
        if (places.placed().isPresent()) {
            one.put("shared", place.shared().map(BriefJson::decimal).orElse(null));
        }
        place.each().ifPresentOrElse(figure -> figure(one, "each", figure), () -> {
            one.put("each", null);
            one.put("each_missing", wording.say("portal.places.nothing"));
        });
        return one;
    }

    private void figure(Map<String, Object> out, String name, Figure<BigDecimal> figure) {
        out.put(name, figure.valueIfAny().map(this::number).orElse(null));
        figure.reasonIfAny().ifPresent(reason -> out.put(name + "_missing", wording.say(reason)));
    }

    private Object number(BigDecimal value) {
        return places.measure().isMoney() ? BriefJson.decimal(value) : value.toBigIntegerExact();
    }
}
