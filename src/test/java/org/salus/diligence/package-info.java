@NullMarked
package org.salus.diligence;

import org.jspecify.annotations.NullMarked;
