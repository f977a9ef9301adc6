package org.salus.coordination.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** This room's pages. */
@Configuration(proxyBeanMethods = false)
@Import({FindingPages.class, InstitutionPages.class, StatementPages.class})
public class CoordinationRoomPages {}
