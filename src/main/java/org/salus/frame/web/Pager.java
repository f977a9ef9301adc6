package org.salus.frame.web;

import java.util.List;

/**
 * Which part of a long list a page shows.
 *
 * @param here the address of the page; its choice counts from 1
 * @param total how many entries the whole list has
 * @param size how many entries a page shows
 * @param anchor element the links lead to
 * @param choice the name of the choice that says which part; a page with two lists has one for each
 */
public record Pager(Address here, int total, int size, String anchor, String choice) {
    /** Of the one long list of a page. */
    public Pager(Address here, int total, int size, String anchor) {
        this(here, total, size, anchor, "page");
    }

    /** The page asked for; the last one where fewer exist, the first where nonsense was asked. */
    public int page() {
        String asked = here.choice(choice).orElse("1");
        int page = asked.matches("\\d{1,6}") ? Integer.parseInt(asked) : 1;
        return Math.clamp(page, 1, pages());
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
