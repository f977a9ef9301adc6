/** The API of coordination. */
@NullMarked
package org.salus.coordination.api;

import org.jspecify.annotations.NullMarked;
