package org.salus.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Something to be read outside the program, before it takes a form: the writers of this room turn it into a file.
 *
 * @param title what the document is about, one line
 * @param subtitle second line under the title; may be empty
 * @param language the language the texts are in; decides hyphenation, direction and the form of numbers and dates
 * @param page the paper
 * @param blocks what it says, in reading order
 * @param version what the document was made from; every identifier and date inside a file comes from it
 * @param facts what a workbook says about itself besides; documents that are read from the beginning say it in their blocks
 */
public record Document(
        String title,
        String subtitle,
        Locale language,
        Page page,
        List<Block> blocks,
        Version version,
        List<Fact> facts) {
    public Document(String title, String subtitle, Locale language, Page page, List<Block> blocks, Version version) {
        this(title, subtitle, language, page, blocks, version, List.of());
    }

    public Document {
        if (title.isBlank()) {
            throw new IllegalArgumentException("A document needs a title");
        }
        blocks = List.copyOf(blocks);
        facts = List.copyOf(facts);
    }

    /** The tables of this document in reading order: its own ones and the equivalents of its charts. */
    public List<Table> tables() {
        List<Table> tables = new ArrayList<>();
        for (Block block : blocks) {
            switch (block) {
                case Table table -> tables.add(table);
                case Chart chart -> tables.add(chart.table());
                default -> {}
            }
        }
        return List.copyOf(tables);
    }

    boolean rightToLeft() {
        return List.of("ar", "fa", "ur", "ps", "he").contains(language.getLanguage());
    }
}
