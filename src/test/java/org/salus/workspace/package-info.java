@NullMarked
package org.salus.workspace;

import org.jspecify.annotations.NullMarked;
