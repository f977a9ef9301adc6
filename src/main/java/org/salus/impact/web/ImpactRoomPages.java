package org.salus.impact.web;

import org.salus.impact.StudySearches;
import org.salus.impact.StudySources;
import org.salus.impact.WorkedOut;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages of this room. */
@Configuration(proxyBeanMethods = false)
@Import({
    BroughtPages.class,
    ImpactBoardPages.class,
    StudyPages.class,
    StudySearches.class,
    StudySources.class,
    SurveyPages.class,
    WorkedOut.class
})
public class ImpactRoomPages {}
