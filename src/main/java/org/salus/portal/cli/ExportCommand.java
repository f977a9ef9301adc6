package org.salus.portal.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.salus.documents.CsvWriter;
import org.salus.documents.Document;
import org.salus.documents.Page;
import org.salus.documents.Table;
import org.salus.documents.Version;
import org.salus.documents.XlsxWriter;
import org.salus.evidence.Evidence;
import org.salus.frame.cli.DataOption;
import org.salus.frame.cli.FormatOption;
import org.salus.frame.cli.FormatOption.Format;
import org.salus.frame.cli.Terminal;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.portal.Brief;
import org.salus.portal.Briefs;
import org.salus.portal.CountryFiles;
import org.salus.portal.CountryQuestion;
import org.salus.portal.CountryTables;
import org.salus.portfolio.Supports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code salus export COUNTRY TABLE}: a table of the country page as CSV or XLSX, with codes and names and every digit. */
@Command(name = "export")
public final class ExportCommand implements Callable<Integer> {
    @Mixin
    private CountryAndYears asked = new CountryAndYears();

    @Parameters(index = "1", arity = "0..1", paramLabel = "TABLE", descriptionKey = "export.table")
    private @Nullable String table;

    @Mixin
    private Narrowing narrowing = new Narrowing();

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "export.out")
    private @Nullable Path out;

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private FormatOption format = FormatOption.offering(Format.CSV, Format.XLSX);

    @Mixin
    private Terminal terminal = new Terminal();

    @Override
    public Integer call() throws IOException {
        Format form = format.chosen();
        if (table == null && form == Format.CSV) {
            throw Failure.wrongUse(Sentence.of("portal.export.which-table", String.join(", ", CountryTables.names())));
        }
        if (form == Format.XLSX && out == null) {
            throw Failure.wrongUse(Sentence.of("portal.export.needs-file"));
        }
        CountryQuestion question =
                table == null ? asked.question(Map.of()) : asked.question(table, narrowing.choices(table));
        try (Evidence evidence = Evidence.open(data.folder())) {
            Briefs briefs = new Briefs(evidence, Supports.shipped());
            Brief brief = briefs.of(question);
            CountryTables tables = new CountryTables(
                    evidence.snapshot(),
                    briefs.premises(),
                    briefs.supports(),
                    brief,
                    question,
                    LocalDate.now(Clock.systemUTC()),
                    terminal.wording());
            Map<String, Table> asked = new LinkedHashMap<>();
            for (String name : table == null ? tables.all() : List.of(table)) {
                asked.put(name, tables.get(name));
            }
            write(brief, asked, new CountryFiles(brief, question, terminal.wording()), form);
        }
        return 0;
    }

    private void write(Brief brief, Map<String, Table> tables, CountryFiles files, Format form) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (form == Format.XLSX) {
            Document document = new Document(
                    tables.size() == 1
                            ? tables.values().iterator().next().caption()
                            : brief.country().name(),
                    "",
                    terminal.wording().locale(),
                    Page.LANDSCAPE,
                    List.copyOf(tables.values()),
                    new Version(brief.snapshot(), brief.asOf().orElse(LocalDate.EPOCH)),
                    files.facts(tables));
            new XlsxWriter().write(document, bytes);
        } else {
            new CsvWriter().write(tables.values().iterator().next(), out != null, bytes);
        }
        if (out == null) {
            terminal.out().print(bytes.toString(StandardCharsets.UTF_8));
        } else {
            terminal.write(out, bytes.toByteArray());
        }
    }
}
