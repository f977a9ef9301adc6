package org.salus.goals.api;

import org.salus.documents.ChartDrawer;
import org.salus.goals.Feeds;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** This room's part of the API. */
@Configuration(proxyBeanMethods = false)
@Import({
    ChartDrawer.class,
    Feeds.class,
    BackwardsApi.class,
    FeedApi.class,
    GoalsApi.class,
    LibraryApi.class,
    LogframeApi.class,
    MeasurementApi.class,
    OwedApi.class
})
public class GoalsRoomApi {}
