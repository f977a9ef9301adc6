package org.salus.sector;

import java.util.Optional;
import org.salus.framework.PartialDate;

/**
 * What gives an actor its task, or a tie its force: a law, decree, constitution or agreement.
 *
 * @param instrument what it is called, with its number
 * @param article where in it; may be empty
 * @param date of the instrument, mostly a year
 */
public record Mandate(String instrument, String article, Optional<PartialDate> date) {}
