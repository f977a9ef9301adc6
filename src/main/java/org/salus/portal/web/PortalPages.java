package org.salus.portal.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages that mix rooms. */
@Configuration(proxyBeanMethods = false)
@Import({HomePages.class, CountryPages.class, ActivityPages.class})
public class PortalPages {}
