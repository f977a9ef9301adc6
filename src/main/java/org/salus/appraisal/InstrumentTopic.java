package org.salus.appraisal;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** What an instrument is about. */
public enum InstrumentTopic implements Term {
    RIGHTS("rights"),
    USE_OF_FORCE("use-of-force"),
    POLICING("policing"),
    DETENTION("detention"),
    JUSTICE("justice"),
    ACCOUNTABILITY("accountability"),
    CHILDREN("children"),
    WOMEN_PEACE_SECURITY("women-peace-security"),
    HUMANITARIAN_LAW("humanitarian-law"),
    INTERNATIONAL_CRIMES("international-crimes"),
    ARMS("arms"),
    CORRUPTION("corruption"),
    ORGANISED_CRIME("organised-crime"),
    TERRORISM("terrorism"),
    SECURITY_SECTOR_REFORM("security-sector-reform"),
    PEACEKEEPING("peacekeeping"),
    PRIVATE_SECURITY("private-security"),
    DISPLACEMENT("displacement");

    private final String code;

    InstrumentTopic(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "instrument-topic";
    }

    @Override
    public Sentence label() {
        return Sentence.of("appraisal.instrument-topic." + code + ".name");
    }

    @Override
    public Sentence meaning() {
        return Sentence.of("appraisal.instrument-topic." + code + ".text");
    }
}
