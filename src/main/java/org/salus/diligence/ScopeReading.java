package org.salus.diligence;

import java.util.List;

/**
 * Whether a regime applies to a case, as far as answers tell.
 *
 * @param because the questions whose answers say so; where it is not known, those that are open
 */
public record ScopeReading(Regime regime, ScopeVerdict verdict, List<String> because) {
    public ScopeReading {
        because = List.copyOf(because);
    }
}
