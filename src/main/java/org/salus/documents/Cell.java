package org.salus.documents;

import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A cell of a table.
 *
 * @param content what it holds
 * @param code the code of what the content names ("BI" beside "Burundi")
 * @param tint its ground; the word or number in it must say the same, since colour alone says nothing
 * @param link where it leads; only http, https and mailto addresses are ever written
 * @param footnote what a note says of it, such as its source; texts of many pages show it, tables as files do not
 */
public record Cell(
        Content content, Optional<String> code, Optional<Tint> tint, Optional<URI> link, Optional<String> footnote) {
    public Cell(Content content, Optional<String> code, Optional<Tint> tint, Optional<URI> link) {
        this(content, code, tint, link, Optional.empty());
    }

    /** What a cell holds. */
    public sealed interface Content {
        /** Words. */
        record Words(String text) implements Content {}

        /** A number in the unit of its column, unrounded. */
        record Quantity(BigDecimal value) implements Content {}

        /** A day. */
        record Day(LocalDate date) implements Content {}

        /** Nothing, and why; the reason may be empty where the column explains it. */
        record Blank(String reason) implements Content {}
    }

    public static Cell text(String text) {
        return of(new Content.Words(text));
    }

    public static Cell number(BigDecimal value) {
        return of(new Content.Quantity(value));
    }

    public static Cell number(long value) {
        return of(new Content.Quantity(BigDecimal.valueOf(value)));
    }

    public static Cell day(LocalDate date) {
        return of(new Content.Day(date));
    }

    /** A cell without a value; readers see the reason, files for machines an empty cell. */
    public static Cell blank(String reason) {
        return of(new Content.Blank(reason));
    }

    public Cell withCode(String newCode) {
        return new Cell(content, Optional.of(newCode), tint, link, footnote);
    }

    public Cell withTint(Tint newTint) {
        return new Cell(content, code, Optional.of(newTint), link, footnote);
    }

    public Cell withLink(URI newLink) {
        return new Cell(content, code, tint, Optional.of(newLink), footnote);
    }

    /** The same with a note at the foot of the page. */
    public Cell withFootnote(String note) {
        return new Cell(content, code, tint, link, Optional.of(note));
    }

    private static Cell of(Content content) {
        return new Cell(content, Optional.empty(), Optional.empty(), Optional.empty());
    }

    Optional<URI> harmlessLink() {
        return link.filter(Span::isHarmless);
    }

    /**
     * Its code where readers know it, such as 2b, C1 or USD. Names that programs give their terms ("armed-forces") repeat the words beside them and are left to files for
     * machines.
     */
    Optional<String> codeForReaders() {
        return code.filter(said -> !said.matches("[a-z][a-z-]+"));
    }

    /** What it says as plain text, unrounded: for a terminal. */
    public String words() {
        return switch (content) {
            case Content.Words said -> said.text();
            case Content.Quantity number -> number.value().toPlainString();
            case Content.Day day -> day.date().toString();
            case Content.Blank blank -> blank.reason();
        };
    }
}
