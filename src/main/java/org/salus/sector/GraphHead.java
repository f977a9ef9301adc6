package org.salus.sector;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * What a graph says of itself.
 *
 * @param line where it begins
 * @param day of which it speaks; empty if it does not say
 * @param language of its names; empty if it does not say
 */
record GraphHead(long line, Optional<LocalDate> day, Optional<Locale> language) {}
