@NullMarked
package org.salus.sector;

import org.jspecify.annotations.NullMarked;
