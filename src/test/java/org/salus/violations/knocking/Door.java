package org.salus.violations.knocking;

import org.salus.violations.knocking.evidence.web.Upload;

/** The program's door puts the house together and may open every drawer. */
public record Door(Upload allowed) {}
