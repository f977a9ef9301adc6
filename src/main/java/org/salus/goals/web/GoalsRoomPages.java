package org.salus.goals.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages of this room. */
@Configuration(proxyBeanMethods = false)
@Import({GoalsFrame.class, GoalsPages.class, GoalsEdits.class, LibraryPages.class, MeasurementPages.class})
public class GoalsRoomPages {}
