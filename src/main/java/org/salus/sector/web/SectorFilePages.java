package org.salus.sector.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages that bring the sector map out of files and into files. */
@Configuration(proxyBeanMethods = false)
@Import({ImportPages.class, ExportPages.class, MatrixPages.class})
public class SectorFilePages {}
