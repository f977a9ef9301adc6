package org.salus.sector;

import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salus.diligence.CaseBook;
import org.salus.diligence.DiligenceFinding;
import org.salus.documents.Cell;
import org.salus.documents.Column;
import org.salus.documents.Table;
import org.salus.framework.PartialDate;
import org.salus.framework.ReformArea;
import org.salus.framework.Sentence;
import org.salus.framework.Vocabulary;
import org.salus.framework.Wording;
import org.salus.ledger.Item;
import org.salus.ledger.View;

/**
 * The known support that somebody asks for, as far as it is meant for them. It stands beside what open data say; planned, known and reported support stand
 * beside one another and are never added.
 */
public final class SupportList {
    /** What may be asked. */
    public static final List<String> CHOICES = List.of("stage", "area", "institution", "partner", "q", "layers");

    private final List<Line> lines;
    private final CaseBook cases;

    private SupportList(List<Line> lines, CaseBook cases) {
        this.lines = List.copyOf(lines);
        this.cases = cases;
    }

    /**
     * One of them.
     *
     * @param institution what the map calls the actor it goes to; as written where none was recognised
     * @param layer the name of the private layer it is kept in; empty if in the workspace itself
     */
    public record Line(Item<KnownSupport> item, String institution, Optional<String> layer) {}

    /**
     * What is asked.
     *
     * @param shared the workspace
     * @param layers the reader's private layers of it; looked at only if the question says {@code layers=yes}
     */
    public static SupportList of(View shared, List<View> layers, MapQuestion question, Locale language) {
        SectorDay map = SectorMap.of(shared).on(question.today(), language);
        boolean withLayers = question.yes("layers");
        Optional<SupportStage> stage = question.term("stage", SupportStage.class);
        Optional<ReformArea> area = question.area("area");
        Optional<org.salus.ledger.ItemId> institution = question.item("institution");
        String partner = Vocabulary.folded(question.text("partner"));
        String words = Vocabulary.folded(question.text("q"));
        List<Line> lines = new ArrayList<>();
        shared.list(KnownSupport.KIND).forEach(item -> lines.add(line(item, map, Optional.empty())));
        if (withLayers) {
            layers.forEach(layer -> layer.list(KnownSupport.KIND)
                    .forEach(item -> lines.add(
                            line(item, map, Optional.of(layer.charter().name())))));
        }
        return new SupportList(
                lines.stream()
                        .filter(line -> stage.isEmpty() || line.item().value().stage() == stage.get())
                        .filter(line ->
                                area.isEmpty() || line.item().value().area().equals(area))
                        .filter(line -> institution.isEmpty()
                                || line.item().value().actor().equals(institution))
                        .filter(line -> partner.isEmpty()
                                || Vocabulary.folded(line.item().value().partner())
                                        .equals(partner))
                        .filter(line -> words.isEmpty() || speaksOf(line, words))
                        .sorted(Comparator.comparing((Line line) ->
                                        Vocabulary.folded(line.item().value().partner()))
                                .thenComparing(line ->
                                        Vocabulary.folded(line.item().value().title()))
                                .thenComparing(line -> line.item().id()))
                        .toList(),
                CaseBook.of(shared, layers, question.today()));
    }

    private static Line line(Item<KnownSupport> item, SectorDay map, Optional<String> layer) {
        KnownSupport support = item.value();
        return new Line(
                item,
                support.actor().map(map::name).filter(name -> !name.isEmpty()).orElse(support.institutionName()),
                layer);
    }

    private static boolean speaksOf(Line line, String words) {
        KnownSupport support = line.item().value();
        return Stream.of(
                        support.partner(),
                        support.title(),
                        line.institution(),
                        support.institutionName(),
                        support.areaName(),
                        support.note())
                .anyMatch(text -> Vocabulary.folded(text).contains(words));
    }

    /** In the order of partners and titles. */
    public List<Line> lines() {
        return lines;
    }

    /** What this reader's cases of due diligence say of a line: that it stands without a valid decision. Nothing to whoever reads no case. */
    public List<Sentence> withoutDecision(Line line) {
        return cases.besideSupport(line.item().id(), line.item().value().actor()).stream()
                .map(DiligenceFinding::says)
                .toList();
    }

    /** The partners there are. */
    public List<String> partners() {
        return lines.stream()
                .map(line -> line.item().value().partner())
                .distinct()
                .toList();
    }

    /** What exact amounts add up to, for each stage and currency apart. */
    public Map<SupportStage, Map<String, BigDecimal>> totals() {
        Map<SupportStage, Map<String, BigDecimal>> totals = new EnumMap<>(SupportStage.class);
        for (Line line : lines) {
            SupportAmount amount = line.item().value().amount();
            if (!amount.currency().isEmpty()) {
                amount.exact()
                        .ifPresent(exact -> totals.computeIfAbsent(
                                        line.item().value().stage(), stage -> new TreeMap<>())
                                .merge(amount.currency(), exact, BigDecimal::add));
            }
        }
        return totals;
    }

    /** How many are in none of the totals: their amount is a range, has no currency, or is not known. */
    public int withoutAmount() {
        return (int) lines.stream()
                .map(line -> line.item().value().amount())
                .filter(amount -> amount.currency().isEmpty() || amount.exact().isEmpty())
                .count();
    }

    /**
     * The list as a table for a file. What is found about due diligence is not in it: files go from hand to hand.
     *
     * @param link where a line is shown
     */
    public Table table(Wording wording, Function<Line, Optional<URI>> link) {
        return table(wording, link, false);
    }

    /**
     * The list as a table.
     *
     * @param link where a line is shown
     * @param telling whether it tells of support without a valid decision, where this reader may know
     */
    public Table table(Wording wording, Function<Line, Optional<URI>> link, boolean telling) {
        List<Column> columns = new ArrayList<>(List.of(
                Column.text("partner", wording.say("sector.support-field.partner.name")),
                Column.text("title", wording.say("sector.support-field.title.name")),
                Column.text("institution", wording.say("sector.support-field.institution.name")),
                Column.text("area", wording.say("sector.support-field.area.name")),
                Column.text("stage", wording.say("sector.support-field.stage.name")),
                Column.decimal("least", wording.say("sector.support-field.least.name"), "", 2),
                Column.decimal("most", wording.say("sector.support-field.most.name"), "", 2),
                Column.text("currency", wording.say("sector.support-field.currency.name")),
                Column.text("from", wording.say("sector.support-field.from.name")),
                Column.text("until", wording.say("sector.support-field.until.name")),
                Column.text("origin", wording.say("sector.support.origin")),
                Column.text("source", wording.say("sector.support.source")),
                Column.text("kept", wording.say("sector.support.kept"))));
        List<String> told = lines.stream()
                .map(line -> withoutDecision(line).stream().map(wording::say).collect(Collectors.joining(" ")))
                .toList();
        // The column is there for those alone who have something in it.
        boolean tells = telling && told.stream().anyMatch(words -> !words.isEmpty());
        if (tells) {
            columns.add(Column.text("diligence", wording.say("sector.support.diligence")));
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            List<Cell> row = row(lines.get(at), wording, link);
            if (tells) {
                row.add(Cell.text(told.get(at)));
            }
            rows.add(row);
        }
        return new Table(wording.say("sector.support.caption"), columns, rows);
    }

    private static List<Cell> row(Line line, Wording wording, Function<Line, Optional<URI>> link) {
        KnownSupport support = line.item().value();
        Cell partner = Cell.text(support.partner());
        return new ArrayList<>(List.of(
                link.apply(line).map(partner::withLink).orElse(partner),
                Cell.text(support.title()),
                Cell.text(line.institution()),
                support.area()
                        .map(area -> Cell.text(wording.say(area.label())).withCode(area.code()))
                        .orElseGet(() -> Cell.text(support.areaName())),
                Cell.text(wording.say(support.stage().label()))
                        .withCode(support.stage().code()),
                amount(support.amount().least(), wording),
                amount(support.amount().most(), wording),
                Cell.text(support.amount().currency()),
                Cell.text(support.when().from().map(PartialDate::toString).orElse("")),
                Cell.text(support.when().until().map(PartialDate::toString).orElse("")),
                Cell.text(wording.say(support.origin().label()))
                        .withCode(support.origin().code()),
                Cell.text(support.provenance()
                        .map(from -> wording.say(
                                "sector.support.from",
                                from.file(),
                                wording.say(from.place().say())))
                        .orElse("")),
                Cell.text(line.layer()
                        .map(layer -> wording.say("sector.support.in-layer", layer))
                        .orElseGet(() -> wording.say(line.item().sensitivity().label())))));
    }

    private static Cell amount(Optional<BigDecimal> amount, Wording wording) {
        return amount.map(Cell::number).orElseGet(() -> Cell.blank(wording.say("sector.support.unknown")));
    }
}
