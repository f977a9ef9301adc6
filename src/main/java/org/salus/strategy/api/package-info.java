/** The API of the strategy. */
@NullMarked
package org.salus.strategy.api;

import org.jspecify.annotations.NullMarked;
