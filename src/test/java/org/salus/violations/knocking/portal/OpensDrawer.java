package org.salus.violations.knocking.portal;

import org.salus.violations.knocking.evidence.Store;
import org.salus.violations.knocking.evidence.web.Upload;

/** Takes something out of another room's drawer. */
public record OpensDrawer(Store allowed, Upload forbidden) {}
