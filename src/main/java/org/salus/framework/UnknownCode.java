package org.salus.framework;

import java.io.Serial;

/** A code was asked for that its vocabulary does not have. */
public final class UnknownCode extends IllegalArgumentException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String code;

    public UnknownCode(String vocabulary, String code) {
        super("No " + vocabulary + " has the code " + code);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
