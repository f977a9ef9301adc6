package org.salus.frame.web;

import java.util.Optional;
import org.salus.framework.Sentence;

/** What readers of any page have to know first, because it is true of everything that is loaded. */
public interface Notice {
    /** The notice as things are now; empty if there is none. */
    Optional<Sentence> now();
}
