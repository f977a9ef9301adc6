package org.salus.violations.spring.context;

import org.springframework.stereotype.Component;

/** Thinking that knows the container it runs in. */
@Component
final class Wired {}
