package org.salus.evidence;

/**
 * A country or territory.
 *
 * @param iso3 ISO 3166-1 alpha-3 code, {@code XKX} for Kosovo
 * @param iso2 ISO 3166-1 alpha-2 code, {@code XK} for Kosovo
 * @param name short English name
 */
public record Country(String iso3, String iso2, String name) {}
