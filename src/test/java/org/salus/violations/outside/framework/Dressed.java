package org.salus.violations.outside.framework;

import com.tngtech.archunit.core.domain.JavaClass;

/** The framework leans on a library. */
record Dressed(JavaClass type) {}
