/** The pages of the strategy. */
@NullMarked
package org.salus.strategy.web;

import org.jspecify.annotations.NullMarked;
