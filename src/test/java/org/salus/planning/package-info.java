@NullMarked
package org.salus.planning;

import org.jspecify.annotations.NullMarked;
