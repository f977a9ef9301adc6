package org.salus.people;

import org.salus.ledger.OrganisationId;

/** An organisation that accounts belong to: a ministry, an agency, an embassy. */
public record Organisation(OrganisationId id, String name) {}
