@NullMarked
package org.salus.evidence;

import org.jspecify.annotations.NullMarked;
