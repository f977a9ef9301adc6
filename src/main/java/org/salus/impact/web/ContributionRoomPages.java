package org.salus.impact.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages of claims, outcomes and reviews. */
@Configuration(proxyBeanMethods = false)
@Import({ContributionFrame.class, ContributionPages.class, ClaimPages.class, OutcomePages.class, ReviewPages.class})
public class ContributionRoomPages {}
