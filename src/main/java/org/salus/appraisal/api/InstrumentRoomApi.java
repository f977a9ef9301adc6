package org.salus.appraisal.api;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The register of instruments for other programs. */
@Configuration(proxyBeanMethods = false)
@Import({InstrumentApi.class, StandardsApi.class})
public class InstrumentRoomApi {}
