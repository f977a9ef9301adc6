package org.salus.papers.api;

import org.salus.documents.ChartDrawer;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** This room's part of the API. */
@Configuration(proxyBeanMethods = false)
@Import({ChartDrawer.class, PapersApi.class})
public class PapersRoomApi {}
