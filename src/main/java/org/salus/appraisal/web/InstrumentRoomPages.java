package org.salus.appraisal.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages of the register of instruments. */
@Configuration(proxyBeanMethods = false)
@Import(StandardsPages.class)
public class InstrumentRoomPages {}
