package org.salus.agenda.api;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** This room's part of the API. */
@Configuration(proxyBeanMethods = false)
@Import(AgendaApi.class)
public class AgendaRoomApi {}
