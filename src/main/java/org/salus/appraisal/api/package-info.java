/** This room for other programs. */
@NullMarked
package org.salus.appraisal.api;

import org.jspecify.annotations.NullMarked;
