package org.salus.appraisal.api;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** This part of the room's API. */
@Configuration(proxyBeanMethods = false)
@Import({AppraisalApi.class, AidApi.class})
public class AppraisalRoomApi {}
