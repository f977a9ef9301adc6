package org.salus.coordination;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.salus.evidence.DataDay;
import org.salus.frame.web.Address;
import org.salus.portfolio.SupportRow;

/** What coordination answers to programs, the same through every door. */
public final class CoordinationAnswers {
    private CoordinationAnswers() {}

    /** Findings first, then what they can be held against. */
    public static Map<String, Object> answer(Coordination coordination) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("snapshot", coordination.snapshot());
        out.put("edition", coordination.edition());
        out.put("sorting_edition", coordination.sorting());
        out.put("country", coordination.country().iso3());
        out.put("from", coordination.period().from());
        out.put("to", coordination.period().to());
        out.put("currency", coordination.currency());
        out.put("measure", coordination.measure());
        out.put("as_of", coordination.asOf().map(DataDay::day));
        out.put("as_of_stated", coordination.asOf().map(DataDay::isStated).orElse(false));
        out.put("caution", coordination.caution());
        out.put("set_aside_where_counted_once", coordination.setAside());
        out.put(
                "findings",
                coordination.findings().findings().stream()
                        .map(CoordinationAnswers::finding)
                        .toList());
        out.put("to_be_asked", coordination.findings().asked());
        out.put("not_computed", coordination.findings().notComputed());
        out.put(
                "concentration",
                coordination.concentrations().stream()
                        .map(one -> concentration(coordination, one))
                        .toList());
        out.put("balance", coordination.balance());
        out.put("levels", coordination.levels());
        out.put("predictability", coordination.predictability());
        out.put(
                "partnership_indicators",
                coordination.partnership().stream()
                        .map(one -> {
                            Map<String, Object> line = new LinkedHashMap<>();
                            line.put("indicator", one.code());
                            line.put("name", one.name());
                            line.put("definition", one.definition());
                            line.put("here", one.here());
                            line.put("value", one.value());
                            line.put("year", one.year());
                            line.put("activities", one.activities());
                            return line;
                        })
                        .toList());
        out.put("localisation", coordination.localisations());
        return out;
    }

    static Map<String, Object> finding(Finding finding) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("kind", finding.kind());
        out.put("key", finding.key());
        out.put("area", finding.area());
        out.put("donor", finding.donor());
        out.put("institution", finding.institution());
        out.put("from", finding.from());
        out.put("to", finding.to());
        out.put("says", finding.says());
        out.put("reasons", finding.reasons());
        out.put("activities", finding.activities());
        out.put("money", finding.rows().stream().map(SupportRow::value).reduce(BigDecimal.ZERO, BigDecimal::add));
        Map<String, List<Integer>> rows = new TreeMap<>();
        finding.rows()
                .forEach(row -> rows.computeIfAbsent(row.activity(), first -> new ArrayList<>())
                        .add(row.transaction()));
        out.put("transactions", rows);
        if (finding.kind() == FindingKind.OVERLAP) {
            out.put("meeting_in", finding.meeting());
        }
        return out;
    }

    private static Map<String, Object> concentration(Coordination of, Concentration one) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("area", one.area());
        out.put("year", one.year());
        out.put("total", one.total());
        out.put("attributed", one.attributed());
        out.put("herfindahl", one.herfindahl());
        out.put("effective_donors", one.effectiveDonors());
        out.put("fragmentation", one.fragmentation());
        out.put(
                "donors",
                one.donors().stream()
                        .map(donor -> {
                            Map<String, Object> line = new LinkedHashMap<>();
                            line.put("donor", donor.donor());
                            line.put("money", donor.money());
                            line.put("share", donor.share());
                            line.put("of_all", donor.ofAll());
                            line.put("above_its_share_of_all", donor.aboveItsShareOfAll());
                            line.put("among_largest", donor.amongLargest());
                            line.put("significant", donor.significant());
                            return line;
                        })
                        .toList());
        one.area()
                .ifPresent(area -> out.put(
                        "rows",
                        Address.of("/api/v1/countries/" + of.country().iso3() + "/rows")
                                .with("measure", of.measure().word())
                                .with("area", area.code())
                                .with("year", one.year().orElse(null))
                                .with(
                                        "from",
                                        one.year().isPresent()
                                                ? null
                                                : of.period().from())
                                .with(
                                        "to",
                                        one.year().isPresent()
                                                ? null
                                                : of.period().to())
                                .with("currency", of.currency())
                                .toString()));
        return out;
    }

    /** A donor, area by area. */
    public static Map<String, Object> answer(DonorAnswer answer) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("snapshot", answer.snapshot());
        out.put("edition", answer.edition());
        out.put("sorting_edition", answer.sorting());
        out.put("country", answer.country().iso3());
        out.put("from", answer.period().from());
        out.put("to", answer.period().to());
        out.put("currency", answer.currency());
        out.put("measure", answer.measure());
        out.put("caution", answer.caution());
        out.put("meaning", answer.meaning());
        out.put("profile", answer.profile());
        return out;
    }
}
