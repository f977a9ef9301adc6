package org.salus.portal.api;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The API. Errors are problem documents; every answer names its snapshot. */
@Configuration(proxyBeanMethods = false)
@Import({
    CountryApi.class,
    ActivityApi.class,
    SourceApi.class,
    SearchApi.class,
    AreaApi.class,
    ViewApi.class,
    OpenApi.class,
    SentBodies.class,
    ApiPage.class
})
public class PortalApi {}
