package org.salus.coordination;

import java.util.List;
import org.salus.framework.Sentence;

/**
 * What was found, what is to be asked, and what could not be looked for.
 *
 * @param findings by kind, area and time
 */
public record Findings(List<Finding> findings, List<Finding.Asked> asked, List<Sentence> notComputed) {
    public Findings {
        findings = List.copyOf(findings);
        asked = List.copyOf(asked);
        notComputed = List.copyOf(notComputed);
    }
}
