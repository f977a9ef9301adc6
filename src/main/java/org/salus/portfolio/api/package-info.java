/** The API of judging what activities support. */
@NullMarked
package org.salus.portfolio.api;

import org.jspecify.annotations.NullMarked;
