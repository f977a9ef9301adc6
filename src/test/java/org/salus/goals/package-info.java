@NullMarked
package org.salus.goals;

import org.jspecify.annotations.NullMarked;
