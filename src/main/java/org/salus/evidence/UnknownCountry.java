package org.salus.evidence;

/** No country has the code that was asked for. */
public final class UnknownCountry extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    public UnknownCountry(String code) {
        super(code);
        this.code = code;
    }

    /** What was asked for. */
    public String code() {
        return code;
    }
}
