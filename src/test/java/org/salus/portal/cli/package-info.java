@NullMarked
package org.salus.portal.cli;

import org.jspecify.annotations.NullMarked;
