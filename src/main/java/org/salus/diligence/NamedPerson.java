package org.salus.diligence;

import org.salus.framework.PartialDate;

/**
 * Who took a step for an office. Only in cases that are meant for named readers, and only for a time.
 *
 * @param until the last day on which the name is shown; then it is to be taken out
 */
public record NamedPerson(String name, PartialDate until) {}
