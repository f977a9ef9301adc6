package org.salus.portal.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.salus.documents.Diagram;
import org.salus.framework.Wording;
import org.salus.ledger.View;
import org.salus.ledger.Workspaces;
import org.salus.people.SignedIn;
import org.salus.sector.OversightAnalysis;
import org.salus.sector.OversightAnswer;
import org.salus.sector.Part;
import org.salus.sector.SectorDay;
import org.salus.sector.SectorDrawing;
import org.salus.sector.SectorMap;

/** What the workspaces about a country that a reader may open say about its security sector. Each is made from that reader's view alone. */
final class CountryMaps {
    /** More pictures would push the evidence out of sight. */
    private static final int MOST_PICTURES = 1;

    private final Workspaces workspaces;

    CountryMaps(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    /**
     * What one workspace says.
     *
     * @param counts in a sentence
     * @param picture a readable part; empty if nothing is recorded, or other pictures are there already
     */
    record Said(String name, String href, String oversight, String counts, Optional<Picture> picture) {}

    /** A drawing, and what it shows. */
    record Picture(String title, String svg) {}

    List<Said> about(String country, SignedIn reader, Wording wording) {
        List<View> views = workspaces.list(reader.id()).stream()
                .filter(view -> view.charter().countries().contains(country))
                .toList();
        return views.stream()
                .map(view -> said(view, views.indexOf(view) < MOST_PICTURES, wording))
                .toList();
    }

    private static Said said(View view, boolean drawn, Wording wording) {
        LocalDate today = LocalDate.now(Clock.systemUTC());
        SectorDay day = SectorMap.of(view).on(today, wording.locale());
        String path = "/workspaces/" + view.workspace();
        OversightAnswer answer = OversightAnalysis.of(day, today);
        return new Said(
                view.charter().name(),
                path + "/sector",
                path + "/sector/oversight",
                wording.say(
                        "portal.sector.counts",
                        day.actors().size(),
                        day.ties().size(),
                        answer.findings().size(),
                        answer.toAsk().size()),
                drawn && !day.actors().isEmpty() ? Optional.of(picture(day, path)) : Optional.empty());
    }

    private static Picture picture(SectorDay day, String path) {
        Diagram diagram = SectorDrawing.of(day, Part.readable(day), item -> Optional.of(path + "/items/" + item));
        return new Picture(diagram.title(), diagram.pageSvg());
    }
}
