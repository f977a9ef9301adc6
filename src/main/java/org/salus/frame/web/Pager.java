package org.salus.frame.web;

import java.util.List;
import java.util.Optional;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;

/**
 * Which part of a long list a page shows.
 *
 * @param here the address of the page; its choice counts from 1
 * @param total how many entries the whole list has
 * @param size how many entries a page shows
 * @param anchor element the links lead to
 * @param choice the name of the choice that says which part; a page with two lists has one for each
 * @param isBelow whether it is the second one of the same list, below its rows
 */
public record Pager(Address here, int total, int size, String anchor, String choice, boolean isBelow) {
    private static final String ONLY = "page";

    /**
     * Of one of the long lists of a page.
     *
     * @throws Failure (wrong use) if the address asks for a page that is no number from 1
     */
    public Pager {
        here.choice(choice, asked -> Optional.of(asked).filter(Pager::isPage));
    }

    /** Of one of the long lists of a page. */
    public Pager(Address here, int total, int size, String anchor, String choice) {
        this(here, total, size, anchor, choice, false);
    }

    /** Of the one long list of a page. */
    public Pager(Address here, int total, int size, String anchor) {
        this(here, total, size, anchor, ONLY);
    }

    /** The same for the place below the rows: whoever hears the page is told which of the two it is. */
    public Pager below() {
        return new Pager(here, total, size, anchor, choice, true);
    }

    /** What it is called beside others of the page. */
    Sentence label() {
        return isBelow
                ? Sentence.of("frame.pager.below", total)
                : choice.equals(ONLY) ? Sentence.of("frame.pager") : Sentence.of("frame.pager.of", total);
    }

    private static boolean isPage(String asked) {
        return asked.matches("[1-9]\\d{0,8}");
    }

    /** The page asked for; the last one where fewer exist. */
    public int page() {
        return Math.clamp(Integer.parseInt(here.choice(choice).orElse("1")), 1, pages());
    }

    int pages() {
        return Math.max(1, (total + size - 1) / size);
    }

    int first() {
        return total == 0 ? 0 : offset() + 1;
    }

    int last() {
        return Math.min(total, page() * size);
    }

    /** How many entries come before this page. */
    public int offset() {
        return (page() - 1) * size;
    }

    /** This page's part of the whole list. */
    public <T> List<T> of(List<T> all) {
        return all.subList(Math.min(offset(), all.size()), Math.min(all.size(), offset() + size));
    }

    String href(int page) {
        return here.with(choice, page) + (anchor.isEmpty() ? "" : "#" + anchor);
    }
}
