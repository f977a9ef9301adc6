package org.salus.appraisal.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages of decisions and politics. */
@Configuration(proxyBeanMethods = false)
@Import({PoliticsFrame.class, PoliticsPages.class, StakeholderPages.class, PoliticsEdits.class})
public class PoliticsRoomPages {}
