/** The program's door; every room is a package below this one. */
@NullMarked
package org.salus;

import org.jspecify.annotations.NullMarked;
