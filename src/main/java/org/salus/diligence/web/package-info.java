/** The pages of due diligence. */
@NullMarked
package org.salus.diligence.web;

import org.jspecify.annotations.NullMarked;
