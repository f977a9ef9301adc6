package org.salus.evidence;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * The outline of a country or of one of its first-level units.
 *
 * @param level 0 country, 1 first-level administrative unit
 * @param vintage which edition of boundaries it is
 */
public record Outline(
        String iso3, int level, String name, @Nullable String vintage, Geometry geometry) {}
