package org.salus.portfolio;

import org.salus.framework.Sentence;

/**
 * That a transaction brings money from one activity into another.
 *
 * @param from identifier of the activity that reports it as going out
 * @param transaction its number there
 * @param to identifier of the activity that it goes into
 * @param reason how that is known
 */
public record MoneyFlow(String from, int transaction, String to, Sentence reason) {}
