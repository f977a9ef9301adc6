package org.salus.portfolio;

import org.salus.framework.ReformArea;

/**
 * Support to one reform area.
 *
 * @param activities that mainly support it; each activity counts in one area
 * @param amounts of all activities, by their shares
 */
public record AreaSupport(ReformArea area, int activities, Amounts amounts) {}
