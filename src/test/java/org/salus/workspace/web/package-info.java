@NullMarked
package org.salus.workspace.web;

import org.jspecify.annotations.NullMarked;
