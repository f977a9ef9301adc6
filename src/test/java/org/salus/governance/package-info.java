@NullMarked
package org.salus.governance;

import org.jspecify.annotations.NullMarked;
