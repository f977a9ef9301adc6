@NullMarked
package org.salus.agenda;

import org.jspecify.annotations.NullMarked;
