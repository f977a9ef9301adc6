package org.salus.portal.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.salus.context.Premise;
import org.salus.context.Premises;
import org.salus.documents.ChartDrawer;
import org.salus.documents.Document;
import org.salus.documents.DocxWriter;
import org.salus.documents.HtmlWriter;
import org.salus.documents.PdfWriter;
import org.salus.evidence.Evidence;
import org.salus.frame.cli.DataOption;
import org.salus.frame.cli.FormatOption;
import org.salus.frame.cli.FormatOption.Format;
import org.salus.frame.cli.Terminal;
import org.salus.framework.Sentence;
import org.salus.portal.Brief;
import org.salus.portal.BriefDocument;
import org.salus.portal.BriefJson;
import org.salus.portal.CountryQuestion;
import org.salus.portfolio.AreaSupport;
import org.salus.portfolio.DonorSupport;
import org.salus.portfolio.LeftOut;
import org.salus.portfolio.SupportMap;
import org.salus.portfolio.Supports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code salus brief ISO3}: a country on one page. */
@Command(name = "brief")
public final class BriefCommand implements Callable<Integer> {
    private static final int SHOWN_DONORS = 12;

    @Mixin
    private CountryAndYears asked = new CountryAndYears();

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "brief.out")
    private @Nullable Path out;

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private FormatOption format = FormatOption.offering(Format.TEXT, Format.JSON, Format.DOCX, Format.PDF);

    @Mixin
    private Terminal terminal = new Terminal();

    @Override
    public Integer call() throws IOException {
        Format form = format.chosen();
        CountryQuestion question = asked.question(Map.of());
        try (Evidence evidence = Evidence.open(data.folder())) {
            Brief brief = Brief.of(
                    evidence.snapshot(),
                    Supports.shipped(),
                    new Premises(),
                    question.country(),
                    question.period(),
                    question.currency());
            if (form == Format.DOCX || form == Format.PDF) {
                write(brief, form, question);
            } else if (form == Format.JSON) {
                terminal.out()
                        .println(JsonMapper.builder()
                                .build()
                                .writeValueAsString(new BriefJson(terminal.wording()).tree(brief)));
            } else {
                tell(brief);
            }
        }
        return 0;
    }

    private void write(Brief brief, Format form, CountryQuestion question) throws IOException {
        String ending = form.name().toLowerCase(Locale.ROOT);
        Path file =
                out == null ? Path.of("salus-" + brief.country().iso3().toLowerCase(Locale.ROOT) + "." + ending) : out;
        Document document = new BriefDocument(terminal.wording()).of(brief, question.measure());
        try (ChartDrawer charts = new ChartDrawer()) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            if (form == Format.DOCX) {
                new DocxWriter(charts).write(document, bytes);
            } else {
                new PdfWriter(new HtmlWriter(charts)).write(document, bytes);
            }
            terminal.write(file, bytes.toByteArray());
        }
    }

    private void tell(Brief brief) {
        SupportMap map = brief.support();
        brief.notice().ifPresent(terminal::say);
        terminal.say(Sentence.of("portal.brief.title", brief.country().inText(terminal.wording())));
        if (map.activities().isEmpty()) {
            terminal.say(Sentence.of("portal.brief.nothing", brief.country().inText(terminal.wording())));
            terminal.say(Sentence.of("portal.brief.nothing.advice"));
        } else {
            terminal.say(Sentence.of(
                    "portal.brief.totals",
                    map.activities().size(),
                    map.currency(),
                    money(map.totals().commitments()),
                    money(map.totals().disbursements()),
                    money(map.totals().expenditures())));
            new BriefDocument(terminal.wording())
                    .period(map.period())
                    .ifPresent(years -> terminal.out().println(years));
            terminal.say(Sentence.of("portal.brief.areas", map.currency()));
            for (AreaSupport area : map.areas()) {
                if (area.activities() > 0 || area.amounts().commitments().signum() != 0) {
                    line(
                            area.area().code(),
                            terminal.wording().say(area.area().label()),
                            area.activities(),
                            area.amounts().commitments(),
                            area.amounts().disbursements());
                }
            }
            donors(map);
        }
        premise(brief.premise());
        left(map.leftOut());
        terminal.say(Sentence.of("portal.brief.snapshot", brief.snapshot(), map.edition()));
    }

    /** The donors of reform support; those of everything else are in the other formats. */
    private void donors(SupportMap map) {
        terminal.say(Sentence.of("portal.brief.donors", map.currency()));
        record Line(DonorSupport donor, int activities, BigDecimal commitments, BigDecimal disbursements) {}
        List<Line> lines = map.donors().stream()
                .map(donor -> {
                    int activities = 0;
                    BigDecimal commitments = BigDecimal.ZERO;
                    BigDecimal disbursements = BigDecimal.ZERO;
                    for (AreaSupport area : map.areas()) {
                        if (area.area().isSsr()) {
                            SupportMap.Cell cell = map.cell(donor.name(), area.area());
                            activities += cell.activities();
                            commitments = commitments.add(cell.amounts().commitments());
                            disbursements = disbursements.add(cell.amounts().disbursements());
                        }
                    }
                    return new Line(donor, activities, commitments, disbursements);
                })
                .filter(line -> line.activities() > 0)
                .sorted(Comparator.comparing((Line line) -> line.commitments().max(line.disbursements()))
                        .reversed())
                .toList();
        lines.stream()
                .limit(SHOWN_DONORS)
                .forEach(line -> line(
                        "",
                        BriefJson.donorName(line.donor().name(), terminal.wording()),
                        line.activities(),
                        line.commitments(),
                        line.disbursements()));
        if (lines.size() > SHOWN_DONORS) {
            terminal.say(Sentence.of("portal.brief.more-donors", lines.size() - SHOWN_DONORS));
        }
    }

    private void premise(Premise premise) {
        terminal.say(Sentence.of("portal.brief.premise"));
        for (Sentence sentence : List.of(
                premise.headline(),
                premise.caution(),
                premise.regional().reach().meaning())) {
            terminal.out().println("  " + Terminal.harmless(terminal.wording().say(sentence)));
        }
    }

    private void left(List<LeftOut> leftOut) {
        if (!leftOut.isEmpty()) {
            terminal.say(Sentence.of("portal.brief.left-out"));
            for (LeftOut left : leftOut) {
                terminal.say(Sentence.of(
                        "portal.brief.left-out-line",
                        terminal.wording()
                                .say("portfolio.left-out." + left.reason().code()),
                        left.transactions(),
                        left.activities().size(),
                        new BriefDocument(terminal.wording())
                                .leftAmounts(left)
                                .map(amounts -> ": " + amounts)
                                .orElse("")));
            }
        }
    }

    private void line(String code, String name, int activities, BigDecimal commitments, BigDecimal disbursements) {
        String shown = name.length() > 44 ? name.substring(0, 43) + "…" : name;
        terminal.out()
                .printf("  %-5s%-45s%6d%18s%18s%n", code, shown, activities, money(commitments), money(disbursements));
    }

    /** Whole units with thin groups; the other formats have every digit. */
    private static String money(BigDecimal amount) {
        return String.format(
                        java.util.Locale.ROOT,
                        "%,d",
                        amount.setScale(0, java.math.RoundingMode.HALF_EVEN).toBigInteger())
                .replace(',', ' ');
    }
}
