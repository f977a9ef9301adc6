package org.salus.frame.web;

import org.salus.framework.Wording;

/** Begins the layout of pages, each with the notice that stands on all of them. */
public final class Layouts {
    private final Notice notice;

    Layouts(Notice notice) {
        this.notice = notice;
    }

    /** A page with nothing but a title. */
    public Layout of(Wording wording, Address here, String title) {
        return Layout.of(wording, here, title, notice.now());
    }
}
