package org.salus.evidence.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages of this room. */
@Configuration(proxyBeanMethods = false)
@Import({SourcePages.class, IssuePages.class, UploadPages.class, Uploads.class})
public class EvidencePages {}
