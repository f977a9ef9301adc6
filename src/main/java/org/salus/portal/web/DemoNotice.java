package org.salus.portal.web;

import java.util.Optional;
import org.salus.evidence.Evidence;
import org.salus.frame.web.Notice;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.portal.DemoFiles;

/** Says on every page that what is shown is the demo, as long as its files count. */
final class DemoNotice implements Notice {
    private final Evidence evidence;

    DemoNotice(Evidence evidence) {
        this.evidence = evidence;
    }

    @Override
    public Optional<Sentence> now() {
        try {
            return DemoFiles.notice(evidence.snapshot());
        } catch (Failure unreadable) {
            // The page that explains the failure must not fail itself.
            return Optional.empty();
        }
    }
}
