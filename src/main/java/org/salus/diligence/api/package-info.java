/** The API of due diligence. */
@NullMarked
package org.salus.diligence.api;

import org.jspecify.annotations.NullMarked;
