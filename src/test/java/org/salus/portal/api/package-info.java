@NullMarked
package org.salus.portal.api;

import org.jspecify.annotations.NullMarked;
