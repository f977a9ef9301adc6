package org.salus.goals.web;

import org.salus.documents.ChartDrawer;
import org.salus.goals.Feeds;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages of this room. */
@Configuration(proxyBeanMethods = false)
@Import({
    GoalsFrame.class,
    GoalsPages.class,
    GoalsEdits.class,
    BackwardsPages.class,
    ComparePages.class,
    DiagramPages.class,
    DiagramEdits.class,
    LogframePages.class,
    LogframeFilePages.class,
    LibraryPages.class,
    MeasurementPages.class,
    FeedPages.class,
    OwedPages.class,
    ChartDrawer.class,
    Feeds.class
})
public class GoalsRoomPages {}
