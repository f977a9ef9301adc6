package org.salus.portal.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.salus.documents.CsvWriter;
import org.salus.evidence.Evidence;
import org.salus.evidence.Snapshot;
import org.salus.frame.cli.DataOption;
import org.salus.frame.cli.FormatOption;
import org.salus.frame.cli.FormatOption.Format;
import org.salus.frame.cli.Terminal;
import org.salus.framework.Figure;
import org.salus.framework.Sentence;
import org.salus.portal.Brief;
import org.salus.portal.Briefs;
import org.salus.portal.CountryQuestion;
import org.salus.portal.PivotJson;
import org.salus.portal.PivotQuestion;
import org.salus.portal.PivotTables;
import org.salus.portfolio.Pivot;
import org.salus.portfolio.PivotDimension;
import org.salus.portfolio.SupportTraits;
import org.salus.portfolio.Supports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.json.JsonMapper;

/** {@code salus map COUNTRY}: support by any two of what, when, where and who. */
@Command(name = "map")
public final class MapCommand implements Callable<Integer> {
    private static final int SHOWN_ROWS = 40;
    private static final int SHOWN_COLUMNS = 6;
    private static final int NAME = 40;
    private static final int WIDTH = 16;

    @Mixin
    private CountryAndYears asked = new CountryAndYears();

    @Mixin
    private Narrowing narrowing = new Narrowing();

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private FormatOption format = FormatOption.offering(Format.TEXT, Format.JSON, Format.CSV);

    @Mixin
    private Terminal terminal = new Terminal();

    @Override
    public Integer call() throws IOException {
        Format form = format.chosen();
        CountryQuestion question = asked.question("pivot", narrowing.choices("pivot"));
        try (Evidence evidence = Evidence.open(data.folder())) {
            Supports supports = Supports.shipped();
            Snapshot snapshot = evidence.snapshot();
            Brief brief = new Briefs(evidence, supports).of(question);
            PivotQuestion asks = PivotQuestion.of(question, brief.support());
            SupportTraits traits = supports.traits(snapshot, question.country());
            Pivot pivot = supports.pivot(
                    snapshot, question.country(), question.period(), question.currency(), brief.asOf(), asks.asked());
            if (form == Format.JSON) {
                terminal.out()
                        .println(JsonMapper.builder()
                                .build()
                                .writeValueAsString(new PivotJson(asks, traits, terminal.wording()).tree(pivot)));
            } else if (form == Format.CSV) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                new CsvWriter().write(new PivotTables(asks, traits, terminal.wording()).whole(pivot), false, bytes);
                terminal.out().print(bytes.toString(StandardCharsets.UTF_8));
            } else {
                brief.notice().ifPresent(terminal::say);
                tell(asks, pivot, traits);
            }
        }
        return 0;
    }

    private void tell(PivotQuestion asks, Pivot pivot, SupportTraits traits) {
        terminal.out().println(Terminal.harmless(new PivotTables(asks, traits, terminal.wording()).caption()));
        List<Pivot.Line> columns = pivot.columns().stream().limit(SHOWN_COLUMNS).toList();
        StringBuilder head = new StringBuilder();
        for (Pivot.Line column : columns) {
            head.append(right(name(asks.asked().columns(), column.key(), traits)));
        }
        line("", head + right(terminal.wording().say("portal.column.total")));
        for (Pivot.Line row : pivot.rows().stream().limit(SHOWN_ROWS).toList()) {
            StringBuilder cells = new StringBuilder();
            for (Pivot.Line column : columns) {
                cells.append(right(pivot.cell(row.key(), column.key())
                        .map(MapCommand::shown)
                        .orElse("")));
            }
            line(name(asks.asked().rows(), row.key(), traits), cells + right(shown(row.total())));
        }
        StringBuilder totals = new StringBuilder();
        for (Pivot.Line column : columns) {
            totals.append(right(shown(column.total())));
        }
        line(terminal.wording().say("portal.pivot.total"), totals + right(shown(pivot.total())));
        pivot.total().reasonIfAny().ifPresent(terminal::say);
        int rows = pivot.rows().size() - SHOWN_ROWS;
        int more = pivot.columns().size() - columns.size();
        if (rows > 0 || more > 0) {
            terminal.say(Sentence.of("portal.pivot.more", Math.max(0, rows), more));
        }
        if (pivot.inSeveralRows() + pivot.inSeveralColumns() > 0) {
            terminal.say(Sentence.of("portal.pivot.in-several", pivot.inSeveralRows(), pivot.inSeveralColumns()));
        }
    }

    private String name(PivotDimension dimension, String key, SupportTraits traits) {
        return Terminal.harmless(PivotQuestion.name(dimension, key, traits, terminal.wording()));
    }

    private void line(String name, String cells) {
        terminal.out().printf("  %-" + NAME + "s%s%n", cut(name, NAME), cells);
    }

    private static String right(String text) {
        return String.format(Locale.ROOT, "%" + WIDTH + "s", cut(text, WIDTH));
    }

    private static String cut(String text, int width) {
        return text.length() < width ? text : text.substring(0, width - 2) + "…";
    }

    /** Whole units with thin groups; the other formats have every digit. */
    private static String shown(Figure<BigDecimal> figure) {
        return figure.valueIfAny()
                .map(value -> String.format(
                                Locale.ROOT,
                                "%,d",
                                value.setScale(0, RoundingMode.HALF_EVEN).toBigInteger())
                        .replace(',', ' '))
                .orElse("?");
    }
}
