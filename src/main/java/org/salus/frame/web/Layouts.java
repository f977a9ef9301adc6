package org.salus.frame.web;

import java.util.List;
import org.salus.documents.Fact;
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

    /** The same notice for a file that is taken away. */
    public List<Fact> facts(Wording wording) {
        return notice.now().stream()
                .map(sentence -> new Fact(wording.say("frame.file.notice"), wording.say(sentence)))
                .toList();
    }
}
