package org.salus.frame.web;

import org.salus.ledger.AccountId;

/**
 * Who asks. Controllers take it as a parameter.
 *
 * @param name as others see it
 */
public record SignedIn(AccountId account, String name) {
    /** The attribute of a request under which it is found. */
    public static final String ATTRIBUTE = SignedIn.class.getName();
}
