package org.salus.governance.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages of this room. */
@Configuration(proxyBeanMethods = false)
@Import({RoundPages.class, AnswerPages.class, SetPages.class, FieldPages.class, ReplyPages.class})
public class GovernancePages {}
