package org.salus.workspace.api;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** This room's part of the API. */
@Configuration(proxyBeanMethods = false)
@Import({
    WorkspaceApi.class,
    AdministrationApi.class,
    AuditApi.class,
    InvitationApi.class,
    MemberApi.class,
    NotificationApi.class,
    OwnAccountApi.class
})
public class WorkspaceRoomApi {}
