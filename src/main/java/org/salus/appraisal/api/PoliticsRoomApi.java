package org.salus.appraisal.api;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The API of decisions and politics. */
@Configuration(proxyBeanMethods = false)
@Import(PoliticsApi.class)
public class PoliticsRoomApi {}
