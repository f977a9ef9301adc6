package org.salus.sector;

import java.util.List;

/** One rule of the oversight analysis. Pure: a day of a map in, findings and questions out. */
interface OversightRule {
    /** Its lasting name in findings, addresses and wording. */
    String code();

    /** What the record says. */
    List<Finding> findings(OversightInquiry inquiry);

    /** What nobody has answered. */
    default List<ToAsk> questions(OversightInquiry inquiry) {
        return List.of();
    }
}
