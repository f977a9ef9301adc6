package org.salus.coordination;

import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.salus.documents.Table;
import org.salus.frame.web.Address;
import org.salus.framework.ReformArea;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.ItemId;
import org.salus.ledger.View;
import org.salus.sector.KnownSupport;
import org.salus.sector.MapQuestion;
import org.salus.sector.SupportList;
import org.salus.sector.SupportStage;

/**
 * Support that members of a workspace entered because nobody publishes it, or not yet: planned, known from a meeting, a letter or the press, or from a table of their
 * own. It stands beside what open data report, each stage by itself, and nothing here is ever added to that. It names no country, so it is that of the whole
 * workspace.
 */
public final class EnteredSupport {
    private final SupportList list;

    private EnteredSupport(SupportList list) {
        this.list = list;
    }

    /**
     * What a reader sees of it.
     *
     * @param area only support that was recognised to be of this one
     * @param today the day whose names institutions have
     * @param language of these names
     */
    public static EnteredSupport of(View view, Optional<ReformArea> area, LocalDate today, Locale language) {
        Address asked = Address.of("").with("area", area.map(ReformArea::code).orElse(null));
        return new EnteredSupport(SupportList.of(view, List.of(), new MapQuestion(asked, today), language));
    }

    public boolean isEmpty() {
        return list.lines().isEmpty();
    }

    /**
     * The list as a table.
     *
     * @param link where an item is shown
     */
    public Table table(Wording wording, Function<ItemId, Optional<URI>> link) {
        return list.table(wording, line -> link.apply(line.item().id()));
    }

    /** How much there is of each stage, currency by currency: what open data report is in none of it. */
    public List<Sentence> sums() {
        List<Sentence> sums = new ArrayList<>();
        for (SupportStage stage : SupportStage.values()) {
            long lines = lines(stage);
            if (lines > 0) {
                sums.add(Sentence.of("coordination.entered.stage", stage.label(), lines));
                list.totals()
                        .getOrDefault(stage, Map.of())
                        .forEach((currency, sum) -> sums.add(
                                Sentence.of("coordination.entered.sum", stage.label(), currency, Wording.figure(sum))));
            }
        }
        if (list.withoutAmount() > 0) {
            sums.add(Sentence.of("coordination.entered.without", list.withoutAmount()));
        }
        return sums;
    }

    private long lines(SupportStage stage) {
        return list.lines().stream()
                .filter(line -> line.item().value().stage() == stage)
                .count();
    }

    /** What programs are told. */
    public Map<String, Object> told() {
        Map<String, Object> out = new LinkedHashMap<>();
        Map<String, Map<String, BigDecimal>> totals = new LinkedHashMap<>();
        list.totals().forEach((stage, sums) -> totals.put(stage.code(), sums));
        out.put("caution", Sentence.of("coordination.entered.standing"));
        out.put("totals", totals);
        out.put("without_exact_amount", list.withoutAmount());
        out.put("support", list.lines().stream().map(EnteredSupport::told).toList());
        return out;
    }

    private static Map<String, Object> told(SupportList.Line line) {
        KnownSupport support = line.item().value();
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("item", line.item().id());
        one.put("partner", support.partner());
        one.put("title", support.title());
        one.put("institution", support.actor());
        one.put("institution_name", line.institution());
        one.put("area", support.area());
        one.put("stage", support.stage());
        one.put("least", support.amount().least());
        one.put("most", support.amount().most());
        one.put("currency", support.amount().currency());
        one.put("from", support.when().from().map(Object::toString));
        one.put("until", support.when().until().map(Object::toString));
        one.put("origin", support.origin());
        return one;
    }
}
