package org.salus.strategy;

import java.util.ArrayList;
import java.util.List;
import org.salus.documents.Block;
import org.salus.documents.Bullets;
import org.salus.documents.Captioned;
import org.salus.documents.Chart;
import org.salus.documents.ChartOption;
import org.salus.documents.Diagram;
import org.salus.documents.KeyFigures;
import org.salus.documents.Note;
import org.salus.documents.Page;
import org.salus.documents.PageBreak;
import org.salus.documents.Paragraph;
import org.salus.documents.Picture;
import org.salus.documents.Table;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;

/** Puts a section together, line by line. What it composes is told by {@link #composed()}. */
public final class Composing {
    /** Tables with more columns are read lying. */
    private static final int MOST_UPRIGHT = 7;

    /** So many rows fill no lying page. */
    private static final int FEW_ROWS = 4;

    private final Section section;
    private final Wording wording;
    private final List<Block> text = new ArrayList<>();
    private final List<Block> exhibits = new ArrayList<>();

    public Composing(Section section, Wording wording) {
        this.section = section;
        this.wording = wording;
    }

    /** A paragraph. */
    public Composing say(String key, Object... with) {
        return say(Sentence.of(key, with));
    }

    /** A paragraph. */
    public Composing say(Sentence sentence) {
        return words(wording.say(sentence));
    }

    /** A paragraph of words that are in a language already; nothing where they are blank. */
    public Composing words(String words) {
        if (!words.isBlank()) {
            text.add(Paragraph.of(words));
        }
        return this;
    }

    /** A list; nothing where it has no items. */
    public Composing list(List<String> items) {
        if (!items.isEmpty()) {
            text.add(new Bullets(false, items.stream().map(Paragraph::of).toList()));
        }
        return this;
    }

    /** A list of items some of which have notes at the foot of the page; nothing where it has no items. */
    public Composing noted(List<Paragraph> items) {
        if (!items.isEmpty()) {
            text.add(new Bullets(false, items));
        }
        return this;
    }

    /** A remark in small type behind the text. Behind a table on a lying page it stands on that page. */
    public Composing note(String key, Object... with) {
        Note note = new Note(wording.say(key, with));
        if (!exhibits.isEmpty() && exhibits.getLast() instanceof PageBreak) {
            exhibits.add(exhibits.size() - 1, note);
        } else {
            exhibits.add(note);
        }
        return this;
    }

    /** A few large figures. */
    public Composing figures(List<KeyFigures.KeyFigure> figures) {
        if (!figures.isEmpty()) {
            exhibits.add(new KeyFigures(figures));
        }
        return this;
    }

    /**
     * A table with its caption; nothing where it has no rows. One with many columns stands on a lying page, unless it is so short that it would be alone there.
     *
     * @param key unique in the section: lower-case letters, digits and hyphens
     */
    public Composing table(String key, Table table) {
        if (!table.rows().isEmpty()) {
            boolean isWide = isWide(table.filled());
            if (isWide) {
                exhibits.add(PageBreak.to(Page.LANDSCAPE));
            }
            exhibits.add(new Captioned(name(key), table.caption(), "", table));
            if (isWide) {
                exhibits.add(PageBreak.to(Page.PORTRAIT));
            }
        }
        return this;
    }

    /** Columns in which nobody said anything are not printed. */
    private boolean isWide(Table table) {
        return table.columns().size() > MOST_UPRIGHT
                && !(table.rows().size() <= FEW_ROWS && table.fitsUpright(wording.locale()));
    }

    /** A chart with its finding as caption. */
    public Composing chart(String key, ChartOption option, String alternative) {
        exhibits.add(new Captioned(name(key), option.finding(), "", Chart.of(option, alternative)));
        return this;
    }

    /** A drawing of boxes and lines; nothing where there are no boxes. */
    public Composing diagram(String key, Diagram diagram) {
        return diagram.nodes().isEmpty() ? this : picture(key, diagram.title(), diagram.svg(), diagram.description());
    }

    /** A drawing. */
    public Composing picture(String key, String caption, String svg, String alternative) {
        exhibits.add(new Captioned(name(key), caption, "", new Picture(svg, alternative)));
        return this;
    }

    private String name(String key) {
        return section.code() + "." + key;
    }

    /** Whether nothing has been said yet. */
    public boolean isEmpty() {
        return text.isEmpty() && exhibits.isEmpty();
    }

    /** What was put together. */
    public Composed composed() {
        return new Composed(text, exhibits);
    }
}
