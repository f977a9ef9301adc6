package org.salus.portal.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.salus.evidence.Country;
import org.salus.evidence.Evidence;
import org.salus.evidence.Snapshot;
import org.salus.evidence.SourceVersion;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.frame.web.Layouts;
import org.salus.framework.Wording;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where everybody begins: the countries with loaded data, and the latest loads. */
@Controller
final class HomePages {
    private static final int SHOWN_LOADS = 6;

    private final Evidence evidence;
    private final Layouts layouts;

    HomePages(Evidence evidence, Layouts layouts) {
        this.layouts = layouts;
        this.evidence = evidence;
    }

    /** A country with the number of its activities. */
    record Entry(Country country, int activities) {}

    /** The first page. */
    record Home(Layout layout, List<Entry> countries, String answer, List<SourceVersion> loads, boolean isEmpty) {}

    @GetMapping("/")
    ModelAndView home(Wording wording, Address here) {
        Snapshot snapshot = evidence.snapshot();
        Layout layout =
                layouts.of(wording, here, wording.say("portal.home.title")).from(snapshot.id());
        List<Entry> entries = new ArrayList<>();
        snapshot.activities().countries().entrySet().stream()
                .sorted(Map.Entry.<Country, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(entry -> entry.getKey().name()))
                .forEach(entry -> entries.add(new Entry(entry.getKey(), entry.getValue())));
        List<SourceVersion> loads = snapshot.versions().stream()
                .sorted(Comparator.comparing(SourceVersion::loadedAt).reversed())
                .limit(SHOWN_LOADS)
                .toList();
        return new ModelAndView(
                "portal/web/home",
                Map.of(
                        "page",
                        new Home(
                                layout,
                                entries,
                                wording.say(
                                        "portal.home.answer",
                                        snapshot.activities().count(),
                                        entries.size(),
                                        (int) snapshot.versions().stream()
                                                .filter(SourceVersion::current)
                                                .count()),
                                loads,
                                snapshot.versions().isEmpty())));
    }
}
