package org.salus.portal.web;

import org.salus.documents.Tint;
import org.salus.framework.ReformArea;

/** Which colour of the style sheet stands for what. */
final class Colours {
    private Colours() {}

    /** The class of an area's own tone. */
    static String tint(ReformArea area) {
        return Tint.ofArea(area.code()).className();
    }
}
