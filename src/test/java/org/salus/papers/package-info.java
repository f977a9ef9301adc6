@NullMarked
package org.salus.papers;

import org.jspecify.annotations.NullMarked;
