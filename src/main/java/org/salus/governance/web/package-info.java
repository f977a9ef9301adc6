/** The pages of assessments. */
@NullMarked
package org.salus.governance.web;

import org.jspecify.annotations.NullMarked;
