package org.salus.portfolio.cli;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.portfolio.SectorCode;
import org.salus.portfolio.Sortable;

/** Activities in a table with the columns id, title, description, codes, in any order and beside any others; comma, semicolon or tab between them. */
final class ActivityTable {
    private static final Map<String, String> OTHER_NAMES = Map.of(
            "iati-identifier", "id",
            "identifier", "id",
            "sector-code", "codes",
            "sector-codes", "codes",
            "code", "codes");
    private static final Pattern BETWEEN_CODES = Pattern.compile("[;|,\\s]+");

    private final String name;
    private final Charset charset;
    private final char separator;

    private ActivityTable(String name, Charset charset, char separator) {
        this.name = name;
        this.charset = charset;
        this.separator = separator;
    }

    /** Judges by the beginning of the content, without the mark of its encoding, how the table is written. */
    static ActivityTable of(String name, Charset charset, String beginning) {
        String header =
                beginning.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        char best = ',';
        for (char candidate : new char[] {'\t', ';'}) {
            if (count(header, candidate) > count(header, best)) {
                best = candidate;
            }
        }
        return new ActivityTable(name, charset, best);
    }

    private static long count(String text, char c) {
        return text.chars().filter(other -> other == c).count();
    }

    /** A row as an activity, and its other columns by their names in small letters with hyphens; a column that is not there is empty. */
    record Row(Sortable activity, Function<String, String> columns) {}

    void read(InputStream content, Consumer<Sortable> taker) throws IOException {
        read(content, List.of(), row -> taker.accept(row.activity()));
    }

    /**
     * Reads the rows of a table.
     *
     * @param needed columns without which the table is refused, beside the identifier
     */
    void read(InputStream content, List<String> needed, Consumer<Row> taker) throws IOException {
        Reader text = new InputStreamReader(
                content,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
        try (CsvReader<CsvRecord> rows = CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            Map<String, Integer> columns = null;
            for (CsvRecord row : rows) {
                if (columns == null) {
                    columns = columns(row, needed);
                } else {
                    Map<String, Integer> known = columns;
                    taker.accept(new Row(activity(row, known), column -> field(row, known.get(column))));
                }
            }
            if (columns == null) {
                throw new Failure(Failure.Kind.NOT_POSSIBLE, Sentence.of("portfolio.classify.empty", name));
            }
        } catch (CsvParseException | UncheckedIOException broken) {
            throw explained(broken);
        } catch (CharacterCodingException notText) {
            throw Failure.notPossible(Sentence.of("portfolio.classify.not-utf8", name), notText);
        }
    }

    private RuntimeException explained(RuntimeException broken) {
        Throwable cause = broken.getCause();
        return cause instanceof CharacterCodingException
                ? Failure.notPossible(Sentence.of("portfolio.classify.not-utf8", name), broken)
                : Failure.notPossible(
                        Sentence.of("portfolio.classify.broken-table", name, String.valueOf(broken.getMessage())),
                        broken);
    }

    private Map<String, Integer> columns(CsvRecord header, List<String> needed) {
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < header.getFieldCount(); i++) {
            String column = header.getField(i).strip().toLowerCase(Locale.ROOT).replace('_', '-');
            columns.putIfAbsent(OTHER_NAMES.getOrDefault(column, column), i);
        }
        if (!columns.containsKey("id")) {
            throw new Failure(Failure.Kind.NOT_POSSIBLE, Sentence.of("portfolio.classify.no-column", name, "id"));
        }
        for (String column : needed) {
            if (!columns.containsKey(column)) {
                throw new Failure(Failure.Kind.NOT_POSSIBLE, Sentence.of("portfolio.train.no-column", name, column));
            }
        }
        if (needed.isEmpty() && Stream.of("title", "description", "codes").noneMatch(columns::containsKey)) {
            throw new Failure(Failure.Kind.NOT_POSSIBLE, Sentence.of("portfolio.classify.no-column", name, "title"));
        }
        return columns;
    }

    private static Sortable activity(CsvRecord row, Map<String, Integer> columns) {
        return new Sortable(
                field(row, columns.get("id")).strip(),
                List.of(field(row, columns.get("title"))),
                List.of(field(row, columns.get("description"))),
                BETWEEN_CODES
                        .splitAsStream(field(row, columns.get("codes")))
                        .filter(code -> !code.isEmpty())
                        .map(code -> new SectorCode("", code, null, ""))
                        .toList());
    }

    private static String field(CsvRecord row, @Nullable Integer column) {
        return column == null || column >= row.getFieldCount() ? "" : row.getField(column);
    }

    /** The encoding that the first bytes tell; UTF-8 where they tell nothing. */
    static Charset charset(byte[] beginning) {
        if (beginning.length >= 2 && beginning[0] == (byte) 0xFE && beginning[1] == (byte) 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        if (beginning.length >= 2 && beginning[0] == (byte) 0xFF && beginning[1] == (byte) 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        return StandardCharsets.UTF_8;
    }
}
