package org.salus.documents;

/** The hues of the program. The four fields keep theirs in every chart, map, diagram and document. */
public enum Hue {
    /** Field 1, civil-democratic control and oversight: blue. */
    FIELD_1,
    /** Field 2, professionalisation of the security institutions: amber. */
    FIELD_2,
    /** Field 3, strengthening the rule of law: violet. */
    FIELD_3,
    /** Field 4, demilitarisation and peacebuilding: green. */
    FIELD_4,
    /** Not security sector reform: grey. */
    NONE,
    /** It cannot be told: hatched grey. */
    UNKNOWN,
    /** The one accent, for judgements in steps and for whatever has no field. */
    ACCENT;

    /** Whether areas of this hue are hatched, so that the hue is told from plain grey without colour. */
    public boolean isHatched() {
        return this == UNKNOWN;
    }
}
