package org.salus.diligence;

import java.util.Arrays;
import java.util.Optional;
import org.salus.framework.Term;

/** What of a case a section of a form shows. */
enum FormPart {
    UNIT,
    SUPPORT,
    SCOPE,
    TOPICS,
    FACTS,
    /** Topics of the regime that nobody looked into. */
    UNKNOWN,
    LEVEL,
    MEASURES,
    DECISION,
    MONITORING,
    HISTORY;

    static Optional<FormPart> find(String code) {
        return Arrays.stream(values())
                .filter(part -> Term.codeOf(part).equals(code))
                .findFirst();
    }
}
