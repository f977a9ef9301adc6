package org.salus.impact.api;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The API of claims, outcomes and reviews. */
@Configuration(proxyBeanMethods = false)
@Import({ContributionApi.class, ReviewApi.class})
public class ContributionRoomApi {}
