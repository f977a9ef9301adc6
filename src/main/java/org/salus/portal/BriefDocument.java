package org.salus.portal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.salus.documents.Block;
import org.salus.documents.Cell;
import org.salus.documents.Column;
import org.salus.documents.Document;
import org.salus.documents.Heading;
import org.salus.documents.KeyFigures;
import org.salus.documents.Note;
import org.salus.documents.Page;
import org.salus.documents.Paragraph;
import org.salus.documents.Table;
import org.salus.documents.Version;
import org.salus.framework.ReformArea;
import org.salus.framework.Wording;
import org.salus.portfolio.Amounts;
import org.salus.portfolio.LeftOut;
import org.salus.portfolio.LeftOutRow;
import org.salus.portfolio.Measure;
import org.salus.portfolio.Period;
import org.salus.portfolio.SortedActivity;
import org.salus.portfolio.SupportMap;

/** A brief as a document of one page: a sentence, three figures, the matrix donor × area, what ends soon, what is left out, the sources. */
public final class BriefDocument {
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final int SHOWN_DONORS = 11;
    private static final int SHOWN_ENDING = 4;
    private static final int SHOWN_REMAINDERS = 4;
    private static final int SHOWN_FILES = 3;

    private final Wording wording;

    public BriefDocument(Wording wording) {
        this.wording = wording;
    }

    /**
     * The page about the country of that brief.
     *
     * @param asked what money is shown; empty to leave it to the data
     */
    public Document of(Brief brief, Optional<Measure> asked) {
        SupportMap map = brief.support();
        List<ReformArea> areas = List.of(ReformArea.values());
        Measure measure = asked.orElseGet(() -> measure(map));
        List<Block> blocks = new ArrayList<>();
        brief.notice().ifPresent(notice -> blocks.add(new Note(wording.say(notice))));
        blocks.add(Paragraph.of(answer(brief, measure)));
        if (!map.activities().isEmpty()) {
            blocks.add(figures(map, measure));
            blocks.add(matrix(map, areas, measure));
            blocks.add(new Note(key(areas)));
        }
        blocks.add(Paragraph.of(wording.say(brief.premise().headline()) + " "
                + wording.say(brief.premise().caution())));
        ending(brief, blocks);
        blocks.add(new Note(wording.say("portal.brief.left-out-line-all", leftOut(map)) + " "
                + wording.say("portal.brief.standing")));
        blocks.add(new Note(wording.say(
                "portal.brief.sources-line", sources(brief), brief.snapshot(), Shown.editions(map.edition()))));
        return new Document(
                wording.say("portal.brief.title", brief.country().inText(wording)),
                brief.asOf()
                        .map(day -> wording.say(
                                brief.dated() ? "portal.brief.as-of" : "portal.brief.as-loaded",
                                Shown.day(day, wording)))
                        .orElse(""),
                wording.locale(),
                Page.BRIEF,
                blocks,
                new Version(brief.snapshot(), brief.asOf().orElse(LocalDate.EPOCH)));
    }

    /** Commitments, unless the files have disbursements only. */
    public static Measure measure(SupportMap map) {
        return map.totals().commitments().signum() == 0
                        && map.totals().disbursements().signum() != 0
                ? Measure.DISBURSEMENTS
                : Measure.COMMITMENTS;
    }

    /** The sentence that answers the page's question. */
    public String answer(Brief brief, Measure measure) {
        SupportMap map = brief.support();
        if (map.activities().isEmpty()) {
            return wording.say("portal.brief.nothing", brief.country().inText(wording));
        }
        Amounts reform = Amounts.ZERO;
        int activities = 0;
        for (var area : map.areas()) {
            if (area.area().isSsr()) {
                reform = reform.plus(area.amounts());
                activities += area.activities();
            }
        }
        String answer = wording.say(
                "portal.brief.answer",
                activities,
                map.activities().size(),
                Shown.million(map.currency(), reform.of(measure), wording),
                wording.say("portfolio.measure." + measure.word()),
                Shown.million(map.currency(), map.totals().of(measure), wording));
        return period(map.period()).map(years -> answer + " " + years).orElse(answer);
    }

    /** Which years' money is counted; empty where it is that of all. */
    public Optional<String> period(Period period) {
        Integer from = period.from();
        Integer to = period.to();
        if (from != null && to != null) {
            return Optional.of(wording.say("portal.brief.period", from.toString(), to.toString()));
        }
        if (from != null) {
            return Optional.of(wording.say("portal.brief.period-from", from.toString()));
        }
        return Optional.ofNullable(to).map(last -> wording.say("portal.brief.period-to", last.toString()));
    }

    private KeyFigures figures(SupportMap map, Measure measure) {
        BigDecimal reform = map.areas().stream()
                .filter(area -> area.area().isSsr())
                .map(area -> area.amounts().of(measure))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        long activities = map.areas().stream()
                .filter(area -> area.area().isSsr())
                .mapToLong(area -> area.activities())
                .sum();
        long donors = map.donors().stream()
                .filter(donor -> map.areas().stream()
                        .anyMatch(area -> area.area().isSsr()
                                && map.cell(donor.name(), area.area()).activities() > 0))
                .filter(donor -> !donor.name().startsWith("*"))
                .count();
        return new KeyFigures(List.of(
                new KeyFigures.KeyFigure(
                        wording.say("portal.brief.figure.activities"),
                        String.valueOf(activities),
                        wording.say("portal.brief.figure.activities.note")),
                new KeyFigures.KeyFigure(
                        wording.say("portal.brief.figure.money", wording.say("portfolio.measure." + measure.word())),
                        Shown.million(map.currency(), reform, wording),
                        wording.say("portal.brief.figure.money.note", Shown.currency(map.currency(), wording))),
                new KeyFigures.KeyFigure(
                        wording.say("portal.brief.figure.donors"),
                        String.valueOf(donors),
                        wording.say("portal.brief.figure.donors.note"))));
    }

    /** Donors of reform support by area, in millions; further donors in one row, so that it adds up. */
    Table matrix(SupportMap map, List<ReformArea> areas, Measure measure) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text("donor", wording.say("portal.brief.donor")));
        for (ReformArea area : areas) {
            columns.add(Column.decimal(key(area), area.code(), "", 1));
        }
        columns.add(Column.decimal("total", wording.say("portal.brief.total"), "", 1));
        record Line(String donor, List<BigDecimal> cells, BigDecimal reform) {}
        List<Line> lines = map.donors().stream()
                .map(donor -> {
                    List<BigDecimal> cells = new ArrayList<>();
                    BigDecimal reform = BigDecimal.ZERO;
                    for (ReformArea area : areas) {
                        BigDecimal cell = map.cell(donor.name(), area).amounts().of(measure);
                        cells.add(cell);
                        reform = area.isSsr() ? reform.add(cell) : reform;
                    }
                    return new Line(BriefJson.donorName(donor.name(), wording), cells, reform);
                })
                .sorted(Comparator.comparing(Line::reform).reversed().thenComparing(Line::donor))
                .toList();
        BigDecimal largest = lines.stream()
                .flatMap(line -> line.cells().stream().limit(areas.size() - 2L))
                .max(Comparator.naturalOrder())
                .orElse(BigDecimal.ONE);
        List<List<Cell>> rows = new ArrayList<>();
        List<BigDecimal> rest =
                new ArrayList<>(areas.stream().map(area -> BigDecimal.ZERO).toList());
        List<BigDecimal> sums = new ArrayList<>(rest);
        int others = 0;
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            add(sums, line.cells());
            if (i < SHOWN_DONORS && line.reform().signum() > 0) {
                rows.add(row(line.donor(), areas, line.cells(), largest));
            } else {
                add(rest, line.cells());
                others++;
            }
        }
        if (others > 0) {
            rows.add(row(wording.say("portal.brief.other-donors", others), areas, rest, largest));
        }
        return new Table(
                wording.say("portal.brief.matrix", wording.say("portfolio.measure." + measure.word()), map.currency()),
                columns,
                rows,
                Optional.of(row(wording.say("portal.brief.total"), areas, sums, null)));
    }

    private static void add(List<BigDecimal> sums, List<BigDecimal> cells) {
        for (int i = 0; i < sums.size(); i++) {
            sums.set(i, sums.get(i).add(cells.get(i)));
        }
    }

    private static List<Cell> row(
            String name,
            List<ReformArea> areas,
            List<BigDecimal> cells,
            @org.jspecify.annotations.Nullable BigDecimal largest) {
        List<Cell> row = new ArrayList<>();
        row.add(Cell.text(name));
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < areas.size(); i++) {
            BigDecimal value = cells.get(i);
            sum = sum.add(value);
            if (value.signum() == 0) {
                row.add(Cell.blank(""));
            } else {
                Cell cell = Cell.number(value.divide(MILLION));
                row.add(largest == null ? cell : cell.withTint(Shown.heat(areas.get(i), value, largest)));
            }
        }
        row.add(Cell.number(sum.divide(MILLION)));
        return row;
    }

    /** What the codes above the columns stand for. */
    String key(List<ReformArea> areas) {
        return wording.say(
                "portal.brief.key",
                areas.stream()
                        .map(area -> wording.say("portal.brief.key.one", area.code(), wording.say(area.label())))
                        .collect(Collectors.joining(" · ")));
    }

    private static String key(ReformArea area) {
        return area == ReformArea.CANNOT_BE_TOLD ? "area_unknown" : "area_" + area.code();
    }

    private void ending(Brief brief, List<Block> blocks) {
        if (brief.asOf().isEmpty() || brief.support().activities().isEmpty()) {
            return;
        }
        blocks.add(new Heading(
                2, wording.say("portal.brief.ending", Shown.day(brief.asOf().get(), wording))));
        if (brief.ending().isEmpty()) {
            blocks.add(Paragraph.of(wording.say("portal.brief.ending-none")));
            return;
        }
        String list =
                brief.ending().stream().limit(SHOWN_ENDING).map(this::ending).collect(Collectors.joining("; "));
        int more = brief.ending().size() - SHOWN_ENDING;
        blocks.add(Paragraph.of(more > 0 ? list + "; " + wording.say("portal.brief.ending-more", more) : list + "."));
    }

    private String ending(SortedActivity sorted) {
        LocalDate end = sorted.activity().end();
        return wording.say(
                "portal.brief.ending-one",
                sorted.activity().title(),
                sorted.sorting().area().code(),
                end == null ? "" : Shown.day(end, wording));
    }

    /** What is in no figure, in a sentence's part. */
    public String leftOut(SupportMap map) {
        if (map.leftOut().isEmpty()) {
            return wording.say("portal.brief.left-out-nothing");
        }
        return map.leftOut().stream().map(this::left).collect(Collectors.joining("; "));
    }

    private String left(LeftOut left) {
        return wording.say(
                        "portal.brief.left-out-one",
                        wording.say("portfolio.left-out." + left.reason().code()),
                        left.transactions(),
                        left.activities().size())
                + leftAmounts(left).map(amounts -> ": " + amounts).orElse("");
    }

    /** What they amount to as published, each measure by itself, the largest currency first, in a few words; empty where no amount is known. */
    public Optional<String> leftAmounts(LeftOut left) {
        if (left.amounts().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(left.amounts().entrySet().stream()
                .map(one -> wording.say(
                        "portal.brief.left-out-measure",
                        amounts(one.getValue()),
                        wording.say("portfolio.measure." + one.getKey().word())))
                .collect(Collectors.joining(", ")));
    }

    private String amounts(Map<String, BigDecimal> sums) {
        String shown = sums.entrySet().stream()
                .sorted(Map.Entry.<String, BigDecimal>comparingByValue().reversed())
                .limit(SHOWN_REMAINDERS)
                .map(amount -> Shown.million(
                        amount.getKey().equals(LeftOutRow.NO_CURRENCY)
                                ? wording.say("portal.brief.no-currency")
                                : amount.getKey(),
                        amount.getValue(),
                        wording))
                .collect(Collectors.joining(", "));
        int more = sums.size() - SHOWN_REMAINDERS;
        return more > 0 ? wording.say("portal.brief.left-out-more", shown, more) : shown;
    }

    /**
     * The files, each with its publisher where one is known. The page has little room: files under the same licence stand together, and of many the first
     * few are named; no licence is left out, since it asks for attribution.
     */
    private String sources(Brief brief) {
        Map<String, List<String>> files = new LinkedHashMap<>();
        brief.origins()
                .forEach(origin -> files.computeIfAbsent(
                                origin.licence().orElseGet(() -> wording.say("portal.file.licence.unknown")),
                                first -> new ArrayList<>())
                        .add(origin.publisher()
                                .map(publisher -> wording.say(
                                        "portal.brief.source", origin.version().file(), publisher))
                                .orElse(origin.version().file())));
        return files.entrySet().stream()
                .map(licensed -> wording.say("portal.brief.licensed", first(licensed.getValue()), licensed.getKey()))
                .collect(Collectors.joining(" · "));
    }

    private String first(List<String> files) {
        String shown = files.stream().limit(SHOWN_FILES).collect(Collectors.joining(", "));
        int more = files.size() - SHOWN_FILES;
        return more > 0 ? wording.say("portal.brief.sources-more", shown, more) : shown;
    }
}
