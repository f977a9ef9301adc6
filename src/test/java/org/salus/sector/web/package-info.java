@NullMarked
package org.salus.sector.web;

import org.jspecify.annotations.NullMarked;
