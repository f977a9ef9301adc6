package org.salus.papers;

import java.util.ArrayList;
import java.util.List;
import org.salus.documents.Block;
import org.salus.documents.Bullets;
import org.salus.documents.Heading;
import org.salus.documents.KeyFigures;
import org.salus.documents.Note;
import org.salus.documents.Paragraph;
import org.salus.documents.Picture;
import org.salus.documents.Table;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;

/** What a part of a paper is written on, from top to bottom. */
final class Sheet {
    private final Wording wording;
    private final List<Block> blocks = new ArrayList<>();

    Sheet(Wording wording) {
        this.wording = wording;
    }

    /** A paragraph. */
    Sheet say(String key, Object... with) {
        return words(wording.say(Sentence.of(key, with)));
    }

    /** A paragraph. */
    Sheet say(Sentence sentence) {
        return words(wording.say(sentence));
    }

    /** A paragraph of words that are in a language already; nothing where they are blank. */
    Sheet words(String words) {
        if (!words.isBlank()) {
            blocks.add(Paragraph.of(words));
        }
        return this;
    }

    /** Paragraphs, lists and the like as they are. */
    Sheet all(List<? extends Block> said) {
        blocks.addAll(said);
        return this;
    }

    /** A list; nothing where it has no items. */
    Sheet list(List<String> items) {
        return noted(items.stream().map(Paragraph::of).toList());
    }

    /** A list of items some of which have notes at the foot of the page; nothing where it has no items. */
    Sheet noted(List<Paragraph> items) {
        if (!items.isEmpty()) {
            blocks.add(new Bullets(false, items));
        }
        return this;
    }

    /** A smaller heading, followed by a list; nothing where that has no items. */
    Sheet under(String key, List<String> items) {
        if (!items.isEmpty()) {
            heading(key);
        }
        return list(items);
    }

    /** A smaller heading. */
    Sheet heading(String key, Object... with) {
        blocks.add(new Heading(2, wording.say(Sentence.of(key, with))));
        return this;
    }

    /** A remark in small type. */
    Sheet note(String key, Object... with) {
        blocks.add(new Note(wording.say(Sentence.of(key, with))));
        return this;
    }

    /** A few large figures. */
    Sheet figures(List<KeyFigures.KeyFigure> figures) {
        if (!figures.isEmpty()) {
            blocks.add(new KeyFigures(figures));
        }
        return this;
    }

    /** One of them: its label and note stand under one name. */
    KeyFigures.KeyFigure figure(String key, String value, Object... with) {
        return new KeyFigures.KeyFigure(
                wording.say("papers.figure." + key), value, wording.say("papers.figure." + key + ".note", with));
    }

    /** A table; nothing where it has no rows. */
    Sheet table(Table table) {
        if (!table.rows().isEmpty()) {
            blocks.add(table);
        }
        return this;
    }

    /** A drawing. */
    Sheet picture(String svg, String alternative) {
        blocks.add(new Picture(svg, alternative));
        return this;
    }

    List<Block> blocks() {
        return List.copyOf(blocks);
    }
}
