/** The API of the papers. */
@NullMarked
package org.salus.papers.api;

import org.jspecify.annotations.NullMarked;
