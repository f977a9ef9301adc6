@NullMarked
package org.salus.context;

import org.jspecify.annotations.NullMarked;
