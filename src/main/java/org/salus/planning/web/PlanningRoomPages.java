package org.salus.planning.web;

import org.salus.planning.ScheduleSearches;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages of this room. */
@Configuration(proxyBeanMethods = false)
@Import({PlanPages.class, SchedulePages.class, RoadmapPages.class, ScheduleSearches.class})
public class PlanningRoomPages {}
