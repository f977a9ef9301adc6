/** Pages that mix rooms: home, a country, an activity, search. */
@NullMarked
package org.salus.portal.web;

import org.jspecify.annotations.NullMarked;
