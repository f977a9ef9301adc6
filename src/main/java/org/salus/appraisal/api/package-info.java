/** The API of the appraisal. */
@NullMarked
package org.salus.appraisal.api;

import org.jspecify.annotations.NullMarked;
