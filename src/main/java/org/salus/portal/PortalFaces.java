package org.salus.portal;

import java.util.List;
import java.util.Optional;
import org.salus.framework.Sentence;
import org.salus.workspace.Contribution;
import org.salus.workspace.Face;
import org.salus.workspace.Field;

/** What this room adds to every workspace: views of support that its members keep. */
public final class PortalFaces {
    /** Behind what is judged of activities: a view shows them. */
    private static final int PLACE = 39;

    private static final Face<KeptView> VIEW = Face.of(
                    KeptView.KIND,
                    Sentence.of("portal.kept.kind"),
                    (item, view) -> item.value().name(),
                    List.of(Field.line("name", Sentence.of("portal.kept.name"))))
            .telling(
                    Field.line("country", Sentence.of("portal.kept.country")),
                    Field.line("question", Sentence.of("portal.kept.question")))
            .on(item -> Optional.of("views"));

    private PortalFaces() {}

    /** What this room adds. */
    public static Contribution contribution() {
        return new Contribution(
                List.of(KeptView.KIND),
                List.of(VIEW),
                List.of(new Contribution.Place(
                        Contribution.Stretch.SUPPORT,
                        PLACE,
                        Sentence.of("portal.kept.place"),
                        Sentence.of("portal.kept.title"),
                        "views")));
    }
}
