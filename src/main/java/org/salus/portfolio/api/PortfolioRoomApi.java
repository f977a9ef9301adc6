package org.salus.portfolio.api;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** This room's part of the API. */
@Configuration(proxyBeanMethods = false)
@Import({PortfolioApi.class, OrganisationApi.class, ChainApi.class})
public class PortfolioRoomApi {}
