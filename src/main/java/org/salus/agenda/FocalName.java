package org.salus.agenda;

import org.salus.framework.PartialDate;

/**
 * Who answers for a focal point, for a time.
 *
 * @param since when the name was written down
 * @param until the last date on which it is shown: at most a year later. Then it is to be confirmed or taken out
 */
public record FocalName(String name, PartialDate since, PartialDate until) {}
