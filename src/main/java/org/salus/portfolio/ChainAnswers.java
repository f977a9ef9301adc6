package org.salus.portfolio;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.salus.evidence.Country;
import org.salus.framework.Wording;

/** What chains of money and counting once answer to programs, the same through every door. */
public final class ChainAnswers {
    private final Wording wording;

    public ChainAnswers(Wording wording) {
        this.wording = wording;
    }

    /** Totals both ways, every row that is set aside, links, chains, and what may be the same. */
    public Map<String, Object> answer(SupportMap map, ReportedMoney money) {
        Country country = map.country();
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("country", country.iso3());
        out.put("snapshot", map.snapshot());
        out.put("edition", CountedOnce.EDITION);
        out.put("currency", map.currency());
        out.put("published", money.once().published());
        out.put("counted_once", money.once().counted());
        out.put("set_aside", money.once().setAside());
        out.put(
                "set_aside_rows",
                money.once().setAsideRows().stream().map(this::row).toList());
        out.put("links", money.links().all());
        out.put("named_elsewhere", money.links().elsewhere());
        out.put("same", money.same().severalTimes());
        out.put("same_because", money.same().joinings());
        out.put("flows", money.flows().all());
        out.put("unmatched", money.flows().unmatched());
        out.put("chains", money.chains().all());
        out.put("chains_complete", money.chains().isComplete());
        out.put("circles", money.chains().circles());
        out.put("proposals", money.proposals());
        return out;
    }

    private Map<String, Object> row(CountedRow row) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("activity", row.row().activity());
        out.put("transaction", row.row().transaction());
        out.put("measure", row.row().measure());
        out.put("area", row.row().area());
        out.put("donor", row.row().donor());
        out.put("value", row.row().value());
        out.put("counted", row.counted());
        out.put("set_aside", row.setAside());
        row.why().ifPresent(why -> {
            out.put("rule", why.rule());
            out.put("reason", wording.say(why.sentence()));
        });
        return out;
    }

    /** The steps of a chain in one line. */
    public static String line(MoneyChain chain) {
        return String.join(
                " > ", chain.steps().stream().map(MoneyChain.Step::activity).toList());
    }

    /** Names in one line. */
    public static String line(List<String> names) {
        return String.join("; ", names);
    }
}
