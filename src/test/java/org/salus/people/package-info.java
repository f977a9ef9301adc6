@NullMarked
package org.salus.people;

import org.jspecify.annotations.NullMarked;
