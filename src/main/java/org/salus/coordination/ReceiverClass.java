package org.salus.coordination;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** What a receiver of support is, as files state it. */
public enum ReceiverClass implements Term {
    /** Government, local government or other public sector, of the country itself. */
    NATIONAL_INSTITUTION("national-institution"),
    /** Civil society of the country itself: its associations, foundations, universities. */
    NATIONAL_CIVIL_SOCIETY("national-civil-society"),
    /** Anybody else whose kind and country can be told. */
    OTHER("other"),
    /** A receiver is named, but its kind or its country cannot be told. */
    CANNOT_BE_TOLD("cannot-be-told"),
    /** Nobody is named. */
    NOT_STATED("not-stated");

    private final String code;

    ReceiverClass(String code) {
        this.code = code;
    }

    /** Whether it is of the country. */
    boolean isNational() {
        return this == NATIONAL_INSTITUTION || this == NATIONAL_CIVIL_SOCIETY;
    }

    /** Whether nothing is known of it. */
    boolean isUnknown() {
        return this == CANNOT_BE_TOLD || this == NOT_STATED;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "receiver";
    }

    @Override
    public Sentence label() {
        return Sentence.of("coordination.receiver." + code);
    }
}
