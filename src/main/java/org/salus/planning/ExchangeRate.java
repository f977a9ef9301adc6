package org.salus.planning;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What one unit of a foreign currency is worth in the currency of an outlook.
 *
 * @param currency the foreign one, ISO 4217
 * @param worth units of the outlook's currency for one of it; above 0; empty while it is being written
 * @param source of which day, and who says so
 */
public record ExchangeRate(String currency, Optional<BigDecimal> worth, String source) {}
