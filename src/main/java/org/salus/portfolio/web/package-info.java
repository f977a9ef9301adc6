/** The pages of judging what activities support. */
@NullMarked
package org.salus.portfolio.web;

import org.jspecify.annotations.NullMarked;
