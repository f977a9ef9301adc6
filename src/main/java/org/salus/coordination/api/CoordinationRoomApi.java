package org.salus.coordination.api;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** This room's part of the API. */
@Configuration(proxyBeanMethods = false)
@Import({CoordinationApi.class, AnswerApi.class, InstitutionApi.class, StatementApi.class})
public class CoordinationRoomApi {}
