package org.salus.papers.web;

import org.salus.documents.ChartDrawer;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages of this room. */
@Configuration(proxyBeanMethods = false)
@Import({ChartDrawer.class, PapersFrame.class, ShelfPages.class, PaperPages.class})
public class PapersRoomPages {}
