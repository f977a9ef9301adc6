package org.salus.portfolio.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages of this room. */
@Configuration(proxyBeanMethods = false)
@Import({ReviewPages.class, OrganisationPages.class, SameActivityPages.class})
public class PortfolioRoomPages {}
