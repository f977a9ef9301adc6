package org.salus.diligence.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages of this room. */
@Configuration(proxyBeanMethods = false)
@Import({DiligenceFrame.class, BoardPages.class, CasePages.class, CaseEdits.class})
public class DiligenceRoomPages {}
