/** The questions of the pages as JSON, under {@code /api/v1}. */
@NullMarked
package org.salus.portal.api;

import org.jspecify.annotations.NullMarked;
