package org.salus.workspace.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages about people: signing in, invitations, one's own account, administration, what was done. */
@Configuration(proxyBeanMethods = false)
@Import({
    SignInPages.class,
    InvitationPages.class,
    ResetPages.class,
    AccountPages.class,
    MailPages.class,
    AdministrationPages.class,
    AuditPages.class
})
public class PeoplePages {}
