/** This room's part of the API. */
@NullMarked
package org.salus.appraisal.api;

import org.jspecify.annotations.NullMarked;
