/** The pages of the papers. */
@NullMarked
package org.salus.papers.web;

import org.jspecify.annotations.NullMarked;
