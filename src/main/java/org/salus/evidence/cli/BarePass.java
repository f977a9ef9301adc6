package org.salus.evidence.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.salus.evidence.BareXml;

/** A program of its own that only parses a file: the reference that {@code salus bench} measures loading against. */
public final class BarePass {
    private BarePass() {}

    public static void main(String[] arguments) throws IOException {
        System.out.println(BareXml.events(Path.of(arguments[0])));
    }
}
