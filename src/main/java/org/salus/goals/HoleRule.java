package org.salus.goals;

import java.util.List;

/** One rule about chains. Pure: a chain in, holes out. */
interface HoleRule {
    /** Its lasting name in answers, addresses and wording. */
    String code();

    List<Hole> holes(ChainInquiry inquiry);
}
