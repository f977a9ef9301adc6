package org.salus.appraisal.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages of the appraisal. */
@Configuration(proxyBeanMethods = false)
@Import({AppraisalFrame.class, AppraisalPages.class, AppraisalEdits.class, AidPages.class})
public class AppraisalRoomPages {}
