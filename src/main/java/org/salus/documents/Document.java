package org.salus.documents;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

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
 * @param binding what a long document has beside what it says
 */
public record Document(
        String title,
        String subtitle,
        Locale language,
        Page page,
        List<Block> blocks,
        Version version,
        List<Fact> facts,
        Binding binding) {
    public Document(String title, String subtitle, Locale language, Page page, List<Block> blocks, Version version) {
        this(title, subtitle, language, page, blocks, version, List.of());
    }

    public Document(
            String title,
            String subtitle,
            Locale language,
            Page page,
            List<Block> blocks,
            Version version,
            List<Fact> facts) {
        this(title, subtitle, language, page, blocks, version, facts, Binding.NONE);
    }

    public Document {
        if (title.isBlank()) {
            throw new IllegalArgumentException("A document needs a title");
        }
        blocks = List.copyOf(blocks);
        facts = List.copyOf(facts);
        requireReferences(blocks);
    }

    /** The same, bound in another way. */
    public Document bound(Binding newBinding) {
        return new Document(title, subtitle, language, page, blocks, version, facts, newBinding);
    }

    /** The tables of this document in reading order: its own ones and the equivalents of its charts. */
    public List<Table> tables() {
        List<Table> tables = new ArrayList<>();
        for (Block block : blocks) {
            switch (block) {
                case Table table -> tables.add(table);
                case Chart chart -> tables.add(chart.table());
                case Captioned captioned when captioned.content() instanceof Chart chart -> tables.add(chart.table());
                case Captioned captioned when captioned.content() instanceof Table table -> tables.add(table);
                default -> {}
            }
        }
        return List.copyOf(tables);
    }

    /**
     * Whether a block is a paragraph that leads to the list or table below it: one that stands between a heading and that, or that ends with a colon. With nothing below it on its
     * page it would stand there like a heading alone.
     */
    boolean leadsOn(int index) {
        return index + 1 < blocks.size()
                && blocks.get(index) instanceof Paragraph paragraph
                && (blocks.get(index + 1) instanceof Bullets
                        || blocks.get(index + 1) instanceof Table
                        || blocks.get(index + 1) instanceof Captioned)
                && ((index > 0 && blocks.get(index - 1) instanceof Heading)
                        || (!paragraph.spans().isEmpty()
                                && paragraph.spans().getLast().text().endsWith(":")));
    }

    boolean rightToLeft() {
        return List.of("ar", "fa", "ur", "ps", "he").contains(language.getLanguage());
    }

    /** Two captions of one key, or a reference to none, would point readers at the wrong table. */
    private static void requireReferences(List<Block> blocks) {
        Set<String> keys = new HashSet<>();
        for (Block block : blocks) {
            if (block instanceof Captioned captioned && !keys.add(captioned.key())) {
                throw new IllegalArgumentException("Two captions have the key " + captioned.key());
            }
        }
        for (Block block : blocks) {
            List<Paragraph> texts = switch (block) {
                case Paragraph paragraph -> List.of(paragraph);
                case Bullets bullets -> bullets.items();
                default -> List.of();
            };
            for (Paragraph text : texts) {
                for (Span span : text.spans()) {
                    if (span.reference().filter(key -> !keys.contains(key)).isPresent()) {
                        throw new IllegalArgumentException(
                                "No caption has the key " + span.reference().get());
                    }
                }
            }
        }
    }
}
