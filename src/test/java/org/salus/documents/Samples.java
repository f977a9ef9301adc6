package org.salus.documents;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.salus.documents.ChartOption.Kind;
import org.salus.documents.ChartOption.Series;

/** Documents with everything in them; numbers and names are invented. */
final class Samples {
    static final Version VERSION = new Version("draft 12", LocalDate.of(2013, 5, 3));

    private Samples() {}

    static Document everything(Page page) {
        return new Document(
                "Who supports what in Freedonia?",
                "Twelve activities of five donors support four fields, 2009–2013",
                Locale.ENGLISH,
                page,
                List.of(
                        new KeyFigures(List.of(
                                new KeyFigures.KeyFigure("Disbursed", "USD 4.1 m", "two activities report no amounts"),
                                new KeyFigures.KeyFigure("Activities", "12", ""),
                                new KeyFigures.KeyFigure("Without support", "1c, 4b", "no activity found"))),
                        new Heading(1, "Support by field"),
                        new Paragraph(List.of(
                                Span.of("Most support goes to "),
                                Span.strong("field 2"),
                                Span.of(
                                        "; Українська назва, русский текст and العربية: إصلاح قطاع الأمن (2013) stand in one line. See "),
                                Span.link("the source", URI.create("https://example.org/a?b=c&d=e")),
                                Span.of("."))),
                        Chart.of(stacked(), "Columns for each year, stacked by field; field 2 grows from 2011"),
                        table(),
                        new Note("Left out: two activities without a date."),
                        new Heading(2, "What is missing"),
                        Bullets.of("no support for civil society (1c)", "dates of two activities"),
                        new Bullets(true, List.of(Paragraph.of("First step"), Paragraph.of("Second step"))),
                        new PageBreak(),
                        new Heading(1, "Over time"),
                        Chart.of(lines(), "Three lines; the police line ends highest"),
                        Chart.of(panels(), "One small chart for each field"),
                        Chart.of(lying(), "Bars of four donors"),
                        new Picture(map().svg(), "Map of Freedonia with two provinces and one city")),
                VERSION);
    }

    /** A strategy in small: everything that a document of many pages has. */
    static Document strategy() {
        List<List<Cell>> rows = new ArrayList<>(table().rows());
        List<Cell> first = new ArrayList<>(rows.getFirst());
        first.set(1, first.get(1).withFootnote("As told by Sylvania & others."));
        rows.set(0, first);
        return new Document(
                        "Strategy of Freedonia",
                        "2014 to 2018",
                        Locale.ENGLISH,
                        Page.PORTRAIT,
                        List.of(
                                new Contents("Contents", 2),
                                new PageBreak(),
                                Heading.plain("Summary"),
                                new Paragraph(List.of(
                                        Span.of("Support rests on five donors")
                                                .withFootnote("Reports of donors, 3 May 2013; see <b>annex</b>."),
                                        Span.of(" as "),
                                        Span.reference("support"),
                                        Span.of(" and "),
                                        Span.reference("trust"),
                                        Span.of(" show."))),
                                new Heading(1, "Context"),
                                Paragraph.of("Trust in courts fell."),
                                new Heading(2, "Institutions"),
                                Bullets.of("a police of its own", "no ombuds"),
                                new Captioned(
                                        "support",
                                        "Support by donor",
                                        "Source: reports of donors",
                                        new Table("unused", table().columns(), rows, table().footer())),
                                new Heading(1, "Goals"),
                                new Heading(2, "Objectives"),
                                new Heading(3, "Justice"),
                                new Captioned(
                                        "trust",
                                        "Trust in institutions",
                                        "Source: a survey of 2013",
                                        Chart.of(lines(), "Three lines; the police line ends highest")),
                                PageBreak.to(Page.LANDSCAPE),
                                Heading.annex("Logframe"),
                                new Heading(2, "Objectives and indicators"),
                                new Captioned("logframe", "The logframe", "", table()),
                                PageBreak.to(Page.PORTRAIT),
                                Heading.annex("Places"),
                                new Captioned(
                                        "map",
                                        "Where it happens",
                                        "",
                                        new Picture(map().svg(), "Map of Freedonia with two provinces and one city")),
                                new Note("Left out: what nobody reported.")),
                        VERSION)
                .bound(new Binding(
                        true,
                        Optional.of(new Cover(
                                "Ministry of the Interior of Freedonia",
                                List.of(new Fact("Edition", "public"), new Fact("Agreed", "3 May 2013")),
                                Optional.empty())),
                        "Strategy of Freedonia",
                        "Entry 12ab, public edition",
                        "Freedonia is an invented country with invented data.",
                        Optional.of(new Imprint("12ab", "public", "9f3c"))));
    }

    static Document arabic() {
        return new Document(
                "إصلاح قطاع الأمن",
                "استراتيجية البلد ٢٠١٣",
                Locale.of("ar"),
                Page.PORTRAIT,
                List.of(
                        new Heading(1, "الأهداف"),
                        Paragraph.of("تدعم خمس جهات مانحة (UNDP, OECD) اثني عشر نشاطا في أربعة مجالات."),
                        table()),
                VERSION);
    }

    static Table table() {
        return new Table(
                "Support by donor",
                List.of(
                        Column.text("donor", "Donor"),
                        Column.integer("activities", "Activities", ""),
                        Column.decimal("disbursed", "Disbursed", "USD", 2),
                        Column.share("share", "Share", 0),
                        Column.date("since", "Since"),
                        Column.text("field", "Main field")),
                List.of(
                        row("Sylvania & <b>friends</b>", "SY", 4, "1234567.125", "0.301", "2b"),
                        row("Міністерство оборони", "UA", 3, "1000000", "0.244", "2a"),
                        row("وزارة الداخلية", "AR", 2, "999999.5", "0.2439", "1a"),
                        row("=HYPERLINK(\"x\")", "XX", 2, "-12", "0", "3"),
                        List.of(
                                Cell.text("Marshovia").withLink(URI.create("https://example.org/marshovia")),
                                Cell.number(1),
                                Cell.blank("not enough information"),
                                Cell.blank(""),
                                Cell.day(LocalDate.of(2011, 12, 31)),
                                Cell.text("unknown").withTint(Tint.ofArea("?")))),
                Optional.of(List.of(
                        Cell.text("Total"),
                        Cell.number(12),
                        Cell.number(new BigDecimal("3234554.625")),
                        Cell.number(BigDecimal.ONE),
                        Cell.blank(""),
                        Cell.blank(""))));
    }

    private static List<Cell> row(String donor, String code, int activities, String amount, String share, String area) {
        return List.of(
                Cell.text(donor).withCode(code),
                Cell.number(activities),
                Cell.number(new BigDecimal(amount)),
                Cell.number(new BigDecimal(share)),
                Cell.day(LocalDate.of(2009, 1, 9)),
                Cell.text(area).withTint(Tint.ofArea(area)));
    }

    static ChartOption stacked() {
        return new ChartOption(
                Kind.STACKED_BARS,
                "Field 2 took 48 % of all support and grew from 2011, while the other fields kept their level until the end of the period",
                "USD thousand, disbursed",
                "Year",
                years(),
                List.of(
                        series("1 Oversight", Tint.ofArea("1"), 400, 420, 380, 400, 390),
                        series("2 Professionalisation", Tint.ofArea("2"), 300, 350, 900, 1200, 1500),
                        series("3 Rule of law", Tint.ofArea("3"), 200, 210, 220, 205, 190),
                        series("4 Peacebuilding", Tint.ofArea("4"), 500, 300, 250, 240, 230),
                        series("none", Tint.ofArea("none"), 100, 90, 80, 60, 50),
                        series("cannot be told", Tint.ofArea("?"), 150, 140, 130, 120, 140)));
    }

    static ChartOption lines() {
        return new ChartOption(
                Kind.LINES,
                "Trust in the police rose, trust in courts did not",
                "per cent of respondents",
                "Year",
                years(),
                List.of(
                        series("Police", Tint.ofArea("2b"), 30, 35, 41, 48, 55),
                        new Series(
                                "Courts",
                                Tint.ofArea("3"),
                                List.of(number(33), number(34), Optional.empty(), number(32), number(33))),
                        series("Parliament", Tint.ofArea("1a"), 40, 38, 36, 35, 34)));
    }

    static ChartOption panels() {
        return new ChartOption(
                Kind.SMALL_MULTIPLES,
                "Every field but the second kept its level",
                "USD thousand",
                "Year",
                years(),
                stacked().series().subList(0, 4));
    }

    static ChartOption lying() {
        return new ChartOption(
                Kind.LYING_BARS,
                "Two donors give two thirds",
                "USD thousand",
                "Donor",
                List.of(
                        "Sylvania",
                        "Ministry of the Interior and Local Administration of Marshovia",
                        "Osterlich",
                        "وزارة"),
                List.of(series("Disbursed", Tint.of(Hue.ACCENT), 1800, 1200, 900, 400)));
    }

    static MapDrawing map() {
        GeometryFactory shapes = new GeometryFactory();
        var north = shapes.createPolygon(circle(29.6, -2.9, 0.5));
        var south = shapes.createPolygon(circle(30.1, -3.6, 0.6));
        return new MapDrawing(
                "Deadly events fell in the north",
                "Two provinces of Freedonia; the darker one had more events",
                MapDrawing.Box.around(List.of(north, south), 0.05),
                List.of(
                        new MapDrawing.Outline(
                                "N", "North", north, Optional.of(new Tint(Hue.ACCENT, 4)), Optional.of("North 41")),
                        new MapDrawing.Outline(
                                "S", "South", south, Optional.of(new Tint(Hue.ACCENT, 1)), Optional.of("South 3"))),
                List.of(new MapDrawing.Point(29.36, -3.38, "Capital", Tint.of(Hue.FIELD_3), 4)),
                Size.onPaper(Page.PORTRAIT),
                Locale.ENGLISH);
    }

    private static Coordinate[] circle(double x, double y, double radius) {
        int points = 400;
        return IntStream.rangeClosed(0, points)
                .mapToObj(i -> {
                    double angle = 2 * Math.PI * (i % points) / points;
                    double wave = radius * (1 + 0.06 * Math.sin(angle * 9));
                    return new Coordinate(x + wave * Math.cos(angle), y + wave * Math.sin(angle));
                })
                .toArray(Coordinate[]::new);
    }

    static Table large(int rows) {
        List<List<Cell>> cells = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            cells.add(List.of(
                    Cell.text("Activity " + i).withCode("A-" + i),
                    Cell.number(i),
                    Cell.number(BigDecimal.valueOf(i, 3)),
                    Cell.number(new BigDecimal("0.25")),
                    Cell.day(LocalDate.of(2010, 1, 1).plusDays(i % 1000)),
                    i % 7 == 0 ? Cell.blank("not reported") : Cell.text("@sum")));
        }
        return new Table("A large table", table().columns(), cells);
    }

    /** Letters in no order: a repeated one would be taken for a decompression bomb. */
    static String noise(int length) {
        StringBuilder letters = new StringBuilder(length);
        new Random(1).ints(length, 'a', 'z' + 1).forEach(letters::appendCodePoint);
        return letters.toString();
    }

    static Document of(Block... blocks) {
        return new Document("Title", "", Locale.ENGLISH, Page.PORTRAIT, List.of(blocks), VERSION);
    }

    /** Where the tests leave files to look at. */
    static Path shelf(String name) throws java.io.IOException {
        Path folder = Path.of("target", "documents");
        Files.createDirectories(folder);
        return folder.resolve(name);
    }

    private static List<String> years() {
        return List.of("2009", "2010", "2011", "2012", "2013");
    }

    private static Series series(String name, Tint tint, int... values) {
        return new Series(
                name, tint, IntStream.of(values).mapToObj(Samples::number).toList());
    }

    private static Optional<BigDecimal> number(int value) {
        return Optional.of(BigDecimal.valueOf(value));
    }
}
