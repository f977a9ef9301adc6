package org.salus.sector.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages of the map itself. */
@Configuration(proxyBeanMethods = false)
@Import({SectorFrame.class, MapPages.class, PanelPages.class, OversightPages.class, SectorEdits.class})
public class SectorPages {}
