/** Pages about what is loaded: sources and their versions, issues, taking files in. */
@NullMarked
package org.salus.evidence.web;

import org.jspecify.annotations.NullMarked;
