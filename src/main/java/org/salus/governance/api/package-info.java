/** The API of assessments. */
@NullMarked
package org.salus.governance.api;

import org.jspecify.annotations.NullMarked;
