package org.salus.workspace.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages of this room. */
@Configuration(proxyBeanMethods = false)
@Import({
    WorkspaceWeb.class,
    FilesTaken.class,
    WorkspacePages.class,
    NowPages.class,
    NotificationPages.class,
    HistoryPages.class,
    ItemPages.class,
    ConflictPages.class,
    MemberPages.class,
    CopyPages.class,
    SourcePages.class
})
public class WorkspaceRoomPages {}
