package org.salus.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** Reads the activities of an IATI file without loading it, one at a time, in the order of the file. */
public final class ReadActivities {
    private ReadActivities() {}

    /**
     * Reads a file to its end.
     *
     * @param name of the file, for messages
     * @throws UnreadableFile if it is broken, cut short or no IATI activity file
     * @throws IOException if the stream fails
     */
    public static void of(InputStream bytes, String name, Consumer<Activity> action) throws IOException {
        new IatiReader(new IatiCodes(Countries.shipped())).read(bytes, name, new FactSink() {
            @Override
            public void activity(ActivityFacts facts) {
                action.accept(facts.record().activity());
            }

            @Override
            public void event(ConflictEvent event) {}

            @Override
            public void indicator(IndicatorSeries series) {}

            @Override
            public void crs(CrsAmount amount) {}

            @Override
            public void treaty(TreatyFact fact) {}

            @Override
            public void outline(Outline outline) {}

            @Override
            public void supplement(Supplement supplement) {}

            @Override
            public void licence(String stated) {}

            @Override
            public void issue(ImportIssue issue) {}
        });
    }
}
