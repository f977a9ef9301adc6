@NullMarked
package org.salus.portal;

import org.jspecify.annotations.NullMarked;
