@NullMarked
package org.salus.strategy;

import org.jspecify.annotations.NullMarked;
