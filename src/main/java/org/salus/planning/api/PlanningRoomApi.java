package org.salus.planning.api;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** This room's part of the API. */
@Configuration(proxyBeanMethods = false)
@Import({PlanApi.class, ScheduleApi.class})
public class PlanningRoomApi {}
