package org.salus.documents;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.salus.framework.Wording;

/**
 * The headings and captions of a document with their numbers, so that every form of it counts alike.
 *
 * @param headings in reading order
 * @param captions word and number ("Table 3") by the key of what is captioned
 */
record Outline(List<Entry> headings, Map<String, String> captions) {
    /** Between a number and its heading; web pages would make two blanks one. */
    private static final char EN_SPACE = '\u2002';

    /**
     * A heading as it is listed.
     *
     * @param heading as the document has it
     * @param number "2.1", "Annex A"; empty where it has none
     * @param annex whether it is an annex or stands in one
     */
    record Entry(Heading heading, String number, boolean annex) {
        /** Number and text on one line. */
        String line() {
            return number.isEmpty() ? heading.text() : number + EN_SPACE + heading.text();
        }
    }

    Outline {
        headings = List.copyOf(headings);
        captions = Map.copyOf(captions);
    }

    static Outline of(Document document, Wording wording) {
        Count count = new Count(document.binding().numberedHeadings(), wording);
        List<Entry> headings = new ArrayList<>();
        Map<String, String> captions = new HashMap<>();
        int tables = 0;
        int figures = 0;
        for (Block block : document.blocks()) {
            if (block instanceof Heading heading) {
                headings.add(count.next(heading));
            } else if (block instanceof Captioned captioned) {
                captions.put(
                        captioned.key(),
                        captioned.isTable()
                                ? wording.say("documents.caption.table", Integer.toString(++tables))
                                : wording.say("documents.caption.figure", Integer.toString(++figures)));
            }
        }
        return new Outline(headings, captions);
    }

    /** A caption as it is read. */
    static String caption(String label, String text) {
        return label + ". " + text;
    }

    /** A heading has a number only where every level above it has one: a count below nothing would begin with a zero. */
    private static final class Count {
        private static final int LETTERS = 26;

        private final boolean numbered;
        private final Wording wording;
        private final int[] counts = new int[3];
        private final boolean[] open = new boolean[3];
        private int chapters;
        private int annexes;
        private boolean annex;

        Count(boolean numbered, Wording wording) {
            this.numbered = numbered;
            this.wording = wording;
        }

        Entry next(Heading heading) {
            int level = heading.level();
            if (level == 1) {
                annex = heading.numbering() == Heading.Numbering.ANNEX;
            }
            boolean counted = heading.numbering() != Heading.Numbering.PLAIN && (level == 1 || open[level - 2]);
            Arrays.fill(open, level - 1, open.length, false);
            open[level - 1] = counted;
            if (!counted) {
                return new Entry(heading, "", annex);
            }
            if (level == 1) {
                counts[0] = annex ? ++annexes : ++chapters;
            } else {
                counts[level - 1]++;
            }
            Arrays.fill(counts, level, counts.length, 0);
            return new Entry(heading, numbered ? number(level) : "", annex);
        }

        private String number(int level) {
            String first = annex ? letter(annexes) : Integer.toString(counts[0]);
            if (level == 1) {
                return annex ? wording.say("documents.annex", first) : first;
            }
            StringBuilder number = new StringBuilder(first);
            for (int i = 1; i < level; i++) {
                number.append('.').append(counts[i]);
            }
            return number.toString();
        }

        /** A, B, … Z, AA, BB: as word processors go on. */
        private static String letter(int annex) {
            String letter = Character.toString((char) ('A' + (annex - 1) % LETTERS));
            return letter.repeat(1 + (annex - 1) / LETTERS);
        }
    }
}
