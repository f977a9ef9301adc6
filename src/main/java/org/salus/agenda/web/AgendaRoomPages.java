package org.salus.agenda.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages of this room. */
@Configuration(proxyBeanMethods = false)
@Import({AgendaFrame.class, FeedAddress.class, CalendarPages.class, FeedPages.class, MeetingPages.class, ListPages.class
})
public class AgendaRoomPages {}
