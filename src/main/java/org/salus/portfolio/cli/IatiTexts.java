package org.salus.portfolio.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.salus.evidence.ReadActivities;
import org.salus.evidence.UnreadableFile;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.portfolio.Sortable;
import org.salus.portfolio.Supports;

/** The texts and codes of IATI activities, read as a load would read them. */
public final class IatiTexts implements ActivityTexts {
    @Override
    public void read(InputStream content, String name, Consumer<Sortable> taker) throws IOException {
        try {
            ReadActivities.of(content, name, activity -> taker.accept(Supports.sortable(activity)));
        } catch (UnreadableFile broken) {
            throw Failure.notPossible(
                    Sentence.of(
                            "portfolio.classify.unreadable",
                            broken.line() > 0 ? name + ":" + broken.line() : name,
                            Wording.english().say(broken.sentence())),
                    broken);
        }
    }
}
