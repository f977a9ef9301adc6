package org.salus.strategy.web;

import org.salus.documents.ChartDrawer;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages of this room. */
@Configuration(proxyBeanMethods = false)
@Import({
    ChartDrawer.class,
    StrategyFrame.class,
    OutlinePages.class,
    SectionPages.class,
    EditionPages.class,
    VerifyPages.class
})
public class StrategyRoomPages {}
