@NullMarked
package org.salus.coordination;

import org.jspecify.annotations.NullMarked;
