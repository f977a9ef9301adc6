package org.salus.violations.upward.framework;

import org.salus.violations.upward.portal.Page;

/** The lowest room knows the highest. */
public record LooksUp(Page page) {}
