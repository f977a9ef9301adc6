package org.salus.evidence;

import java.time.LocalDate;
import java.util.Optional;
import org.salus.framework.Sentence;
import org.salus.framework.Term;

/**
 * What a state did about a treaty, as a depositary's table of status tells.
 *
 * @param treaty as the depositary numbers it, such as {@code 4-9-b}; where it is not deposited with the United Nations, the name of the table
 * @param iso3 of the state
 * @param on the day of the act; empty where the table tells only that there is one
 * @param isBracketed whether the table sets it in brackets: it was in force once and is no longer
 * @param line of the table
 */
public record TreatyAct(String treaty, String iso3, Kind kind, Optional<LocalDate> on, boolean isBracketed, long line) {
    /** The acts that tables of status know. */
    public enum Kind implements Term {
        SIGNATURE("signature", false),
        SUCCESSION_TO_SIGNATURE("succession-to-signature", false),
        RATIFICATION("ratification", true),
        ACCEPTANCE("acceptance", true),
        APPROVAL("approval", true),
        ACCESSION("accession", true),
        SUCCESSION("succession", true),
        DEFINITIVE_SIGNATURE("definitive-signature", true),
        FORMAL_CONFIRMATION("formal-confirmation", true),
        CONSENT("consent-to-be-bound", true),
        RESERVATION("reservation", false),
        WITHDRAWAL_NOTIFIED("withdrawal-notified", false),
        WITHDRAWAL("withdrawal", false);

        private final String code;
        private final boolean binding;

        Kind(String code, boolean binding) {
            this.code = code;
            this.binding = binding;
        }

        @Override
        public String code() {
            return code;
        }

        @Override
        public String vocabulary() {
            return "treaty-act";
        }

        @Override
        public Sentence label() {
            return Sentence.of("evidence.treaty-act." + code + ".name");
        }

        @Override
        public Sentence meaning() {
            return Sentence.of("evidence.treaty-act." + code + ".text");
        }

        /** Whether a state becomes party by it. */
        public boolean isBinding() {
            return binding;
        }
    }
}
