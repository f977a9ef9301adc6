package org.salus.strategy;

import java.util.ArrayList;
import java.util.List;
import org.salus.documents.Block;
import org.salus.documents.Bullets;
import org.salus.documents.KeyFigures;
import org.salus.documents.Paragraph;
import org.salus.documents.Span;
import org.salus.framework.Wording;

/** What a section says, in so many lines that a brief of all sections stands on two pages whatever people wrote: paragraphs and items are cut, notes are left to the whole strategy. */
final class Shortened {
    private static final int MOST_ITEMS = 5;
    /** Letters of a paragraph, and of an item of a list. */
    private static final int LONGEST_PARAGRAPH = 420;

    private static final int LONGEST_ITEM = 200;
    /** Letters in a line of a page, rather too few. */
    private static final int LINE = 88;

    private static final double SPACE_BELOW = 0.5;
    private static final String CUT = "\u2026";

    private final Wording wording;
    private final List<Block> kept = new ArrayList<>();
    private double left;

    private Shortened(double lines, Wording wording) {
        this.left = lines;
        this.wording = wording;
    }

    /**
     * The beginning of what is said: paragraphs, lists and figures, up to where one does not fit any more. Large figures are always kept and not counted.
     *
     * @param lines of a page
     */
    static List<Block> of(List<Block> said, double lines, Wording wording) {
        Shortened shortened = new Shortened(lines, wording);
        boolean isFull = false;
        for (Block block : said) {
            if (block instanceof KeyFigures) {
                shortened.kept.add(block);
            } else if (!isFull && (block instanceof Paragraph || block instanceof Bullets)) {
                isFull = !shortened.fits(block);
            }
        }
        shortened.dropAnnouncement();
        return List.copyOf(shortened.kept);
    }

    private boolean fits(Block block) {
        return switch (block) {
            case Paragraph paragraph -> paragraph(cut(paragraph, LONGEST_PARAGRAPH));
            case Bullets bullets -> list(bullets);
            default -> false;
        };
    }

    private boolean paragraph(Paragraph paragraph) {
        double needed = lines(paragraph) + SPACE_BELOW;
        if (needed > left) {
            return false;
        }
        left -= needed;
        kept.add(paragraph);
        return true;
    }

    private boolean list(Bullets bullets) {
        List<Paragraph> items = new ArrayList<>();
        double used = SPACE_BELOW;
        for (Paragraph whole : bullets.items()) {
            Paragraph item = cut(whole, LONGEST_ITEM);
            boolean isLast = items.size() == bullets.items().size() - 1;
            double needed = used + lines(item) + (isLast ? 0 : 1);
            if (needed > left || items.size() == MOST_ITEMS) {
                break;
            }
            used += lines(item);
            items.add(item);
        }
        if (items.isEmpty()) {
            return false;
        }
        int more = bullets.items().size() - items.size();
        if (more > 0) {
            items.add(Paragraph.of(wording.say("strategy.document.brief.items", more)));
            used += 1;
        }
        left -= used;
        kept.add(new Bullets(bullets.numbered(), items));
        return more == 0;
    }

    /** A paragraph that announces a list which found no room. */
    private void dropAnnouncement() {
        if (kept.size() > 1
                && kept.getLast() instanceof Paragraph last
                && text(last).endsWith(":")) {
            kept.removeLast();
        }
    }

    private static Paragraph cut(Paragraph paragraph, int most) {
        List<Span> spans = new ArrayList<>();
        int room = most;
        for (Span span : paragraph.spans()) {
            if (span.reference().isPresent()) {
                continue;
            }
            if (span.text().length() > room) {
                int space = span.text().lastIndexOf(' ', room);
                spans.add(new Span(
                        span.text().substring(0, Math.max(space, 0)).stripTrailing() + CUT,
                        span.strong(),
                        span.link()));
                break;
            }
            room -= span.text().length();
            spans.add(new Span(span.text(), span.strong(), span.link()));
        }
        return new Paragraph(spans);
    }

    private static double lines(Paragraph paragraph) {
        return Math.ceil(text(paragraph).length() / (double) LINE);
    }

    private static String text(Paragraph paragraph) {
        StringBuilder text = new StringBuilder();
        paragraph.spans().forEach(span -> text.append(span.text()));
        return text.toString().strip();
    }
}
