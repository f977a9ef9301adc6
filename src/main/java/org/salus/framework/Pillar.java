package org.salus.framework;

/** The two pillars of the OECD's two-pillar sector definition: the classes of actors that make up the security sector. */
public enum Pillar implements ActorClass {
    PROVIDERS("P1"),
    OVERSIGHT("P2");

    private final String code;

    Pillar(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "pillar";
    }

    /**
     * The term of that code.
     *
     * @throws UnknownCode if no term has this code
     */
    public static Pillar of(String code) {
        return Term.get(Pillar.class, code);
    }

    @Override
    public boolean isInSector() {
        return true;
    }
}
