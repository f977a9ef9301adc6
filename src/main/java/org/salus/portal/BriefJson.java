package org.salus.portal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salus.frame.AnswerJson;
import org.salus.framework.Field;
import org.salus.framework.ReformArea;
import org.salus.framework.Wording;
import org.salus.portfolio.Amounts;
import org.salus.portfolio.AreaSupport;
import org.salus.portfolio.DonorSupport;
import org.salus.portfolio.LeftOut;
import org.salus.portfolio.SortedActivity;
import org.salus.portfolio.SupportMap;
import tools.jackson.databind.json.JsonMapper;

/** A brief as JSON: amounts are unrounded decimal strings, codes stand beside names. */
public final class BriefJson {
    private final Wording wording;
    private final JsonMapper answers;

    public BriefJson(Wording wording) {
        this.wording = wording;
        this.answers = AnswerJson.in(wording);
    }

    /** The whole brief, in the order it is read. */
    public Map<String, Object> tree(Brief brief) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("country", brief.country().iso3());
        out.put("country_name", brief.country().name());
        out.put("snapshot", brief.snapshot());
        out.put("as_of", brief.asOf().map(Object::toString).orElse(null));
        out.put("as_of_stated", brief.dated());
        out.put("support", support(brief.support()));
        out.put("premise", answers.valueToTree(brief.premise()));
        out.put("governance", answers.valueToTree(brief.governance()));
        out.put("crs", crs(brief.crs()));
        out.put(
                "ending_within_twelve_months",
                brief.ending().stream().map(this::ending).toList());
        out.put("left_out", leftOut(brief.support()));
        out.put(
                "sources",
                brief.sources().stream()
                        .map(version -> {
                            Map<String, Object> source = new LinkedHashMap<>();
                            source.put("source", version.source());
                            source.put("file", version.file());
                            source.put("kind", version.kind().code());
                            source.put("sha256", version.sha256());
                            source.put("stamp", version.stamp());
                            source.put("licence", version.licence());
                            return source;
                        })
                        .toList());
        return out;
    }

    /** The map of support, with areas, donors and years; each list adds up to the totals. */
    public Map<String, Object> support(SupportMap map) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("currency", map.currency());
        out.put("from", map.period().from());
        out.put("to", map.period().to());
        out.put("activities", map.activities().size());
        out.put("located", map.located());
        out.put("locations", map.locations());
        out.put("donor_names", map.donorNames());
        amounts(out, map.totals());
        Map<String, Object> coded = new LinkedHashMap<>();
        coded.put("activities", map.peaceAndSecurity().activities());
        amounts(coded, map.peaceAndSecurity().amounts());
        out.put("purpose_152", coded);
        out.put("areas", map.areas().stream().map(this::area).toList());
        out.put("donors", map.donors().stream().map(donor -> donor(map, donor)).toList());
        List<Object> years = new ArrayList<>();
        map.years().forEach(year -> years.add(year(map, year)));
        if (map.hasUndated()) {
            years.add(year(map, null));
        }
        out.put("years", years);
        out.put("sorting_edition", map.edition());
        return out;
    }

    private Map<String, Object> crs(CrsCheck check) {
        Map<String, Object> out = new LinkedHashMap<>();
        List<Object> purposes = new ArrayList<>();
        for (CrsCheck.Row row : check.rows()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("year", row.year());
            one.put("purpose", row.purpose());
            one.put("name", row.name());
            one.put("million_usd", decimal(row.millionUsd()));
            one.put(
                    "world_million_usd",
                    row.worldMillionUsd().map(BriefJson::decimal).orElse(null));
            one.put("source", row.source());
            purposes.add(one);
        }
        out.put("purposes", purposes);
        List<Object> years = new ArrayList<>();
        for (CrsCheck.Year year : check.years()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("year", year.year());
            one.put("crs_usd", year.crsUsd().map(BriefJson::decimal).orElse(null));
            one.put(
                    "loaded_disbursements_usd",
                    year.loadedUsd().valueIfAny().map(BriefJson::decimal).orElse(null));
            year.loadedUsd()
                    .reasonIfAny()
                    .ifPresent(reason -> one.put("loaded_disbursements_missing", wording.say(reason)));
            years.add(one);
        }
        out.put("years", years);
        return out;
    }

    private Map<String, Object> area(AreaSupport area) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("code", area.area().code());
        out.put("name", wording.say(area.area().label()));
        out.put("activities", area.activities());
        amounts(out, area.amounts());
        return out;
    }

    private Map<String, Object> donor(SupportMap map, DonorSupport donor) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("name", donorName(donor.name(), wording));
        out.put("code", donor.name());
        out.put("kind", donor.kind());
        out.put("names", donor.names());
        out.put("activities", donor.activities());
        out.put("joint_activities", donor.joint());
        amounts(out, donor.amounts());
        List<Object> cells = new ArrayList<>();
        for (AreaSupport area : map.areas()) {
            SupportMap.Cell cell = map.cell(donor.name(), area.area());
            if (cell.activities() > 0) {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("code", area.area().code());
                one.put("activities", cell.activities());
                amounts(one, cell.amounts());
                cells.add(one);
            }
        }
        out.put("areas", cells);
        return out;
    }

    /** Money of a year; of no stated year where it is null. */
    private static Map<String, Object> year(SupportMap map, @Nullable Integer year) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("year", year);
        Amounts sum = map.ofYear(year, (Field) null);
        List<Object> fields = new ArrayList<>();
        for (Field field : Field.values()) {
            Amounts ofField = map.ofYear(year, field);
            sum = sum.plus(ofField);
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("code", field.code());
            amounts(one, ofField);
            fields.add(one);
        }
        for (ReformArea area : List.of(ReformArea.NONE, ReformArea.CANNOT_BE_TOLD)) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("code", area.code());
            amounts(one, map.ofYear(year, area));
            fields.add(one);
        }
        amounts(out, sum);
        out.put("fields", fields);
        return out;
    }

    private Map<String, Object> ending(SortedActivity sorted) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("identifier", sorted.activity().identifier());
        out.put("title", sorted.activity().title());
        out.put("area", sorted.sorting().area().code());
        out.put("end", String.valueOf(sorted.activity().end()));
        amounts(out, sorted.amounts());
        return out;
    }

    /** What no figure contains, and why. */
    public List<Map<String, Object>> leftOut(SupportMap map) {
        return map.leftOut().stream().map(this::leftOut).toList();
    }

    private Map<String, Object> leftOut(LeftOut left) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("reason", left.reason().code());
        out.put("text", wording.say("portfolio.left-out." + left.reason().code()));
        out.put("transactions", left.transactions());
        out.put("activities", left.activities().size());
        List<Object> amounts = new ArrayList<>();
        left.amounts()
                .forEach((measure, sums) -> sums.forEach((currency, amount) -> {
                    Map<String, Object> one = new LinkedHashMap<>();
                    one.put("measure", measure.word());
                    one.put("currency", currency);
                    one.put("amount", decimal(amount));
                    amounts.add(one);
                }));
        out.put("amounts", amounts);
        return out;
    }

    private static void amounts(Map<String, Object> out, Amounts amounts) {
        out.put("commitments", decimal(amounts.commitments()));
        out.put("disbursements", decimal(amounts.disbursements()));
        out.put("expenditures", decimal(amounts.expenditures()));
    }

    /** A number with all its digits and no others. */
    public static String decimal(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** A donor's name for readers; the rows for several and for unnamed donors have words of their own. */
    public static String donorName(String donor, Wording wording) {
        return switch (donor) {
            case DonorSupport.SEVERAL -> wording.say("portfolio.donor.several");
            case DonorSupport.UNNAMED -> wording.say("portfolio.donor.unnamed");
            default -> donor;
        };
    }
}
