package org.salus.impact.api;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** This room's part of the API. */
@Configuration(proxyBeanMethods = false)
@Import({ImpactApi.class, SurveyApi.class})
public class ImpactRoomApi {}
