package org.salus.portfolio.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.salus.portfolio.Sortable;

/** Finds, in a file of IATI activities, what sorting needs to know of each. */
public interface ActivityTexts {
    /**
     * Hands over the activities one by one, in the order of the file.
     *
     * @param content the bytes of the XML, which the caller closes
     * @param name of the file, for messages
     * @throws org.salus.framework.Failure if the content is no such file, broken or cut short; the activities before the break have been handed over
     * @throws IOException if disk or stream fails
     */
    void read(InputStream content, String name, Consumer<Sortable> taker) throws IOException;
}
