package org.salus.portal.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.salus.evidence.ActivityRecord;
import org.salus.evidence.Countries;
import org.salus.evidence.Country;
import org.salus.evidence.Evidence;
import org.salus.evidence.Snapshot;
import org.salus.evidence.SourceVersion;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.frame.web.Layouts;
import org.salus.frame.web.Pager;
import org.salus.frame.web.TableView;
import org.salus.framework.Wording;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where everybody begins: the countries with loaded data, the latest loads, and search across them. */
@Controller
final class HomePages {
    private static final int SHOWN_LOADS = 6;
    private static final int SHOWN_HITS = 25;
    private static final int MOST_HITS = 500;

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

    /** What a search found. */
    record Found(Layout layout, String words, List<Country> countries, List<Hit> hits, Pager pager) {}

    /** A found activity. */
    record Hit(String identifier, String title, String reporter, String href) {}

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

    @GetMapping("/search")
    ModelAndView search(Wording wording, Address here) {
        Snapshot snapshot = evidence.snapshot();
        String words = here.choice("q").orElse("");
        Layout layout =
                layouts.of(wording, here, wording.say("portal.search.title")).from(snapshot.id());
        List<String> identifiers = snapshot.search().find(words, MOST_HITS);
        Pager pager = new Pager(here, identifiers.size(), SHOWN_HITS, "");
        List<Hit> hits = pager.of(identifiers).stream()
                .flatMap(identifier -> snapshot.activities().find(identifier).stream())
                .map(ActivityRecord::activity)
                .map(activity -> new Hit(
                        activity.identifier(),
                        TableView.linkText(activity.title()),
                        String.valueOf(
                                activity.reporter().label() == null
                                        ? ""
                                        : activity.reporter().label()),
                        Address.of("/activities")
                                .with("id", activity.identifier())
                                .toString()))
                .toList();
        return new ModelAndView(
                "portal/web/search",
                Map.of("page", new Found(layout, words, words.isEmpty() ? List.of() : countries(words), hits, pager)));
    }

    private static List<Country> countries(String words) {
        String typed = words.toLowerCase(Locale.ROOT);
        List<Country> found = new ArrayList<>();
        Countries.shipped().findByCode(words).ifPresent(found::add);
        Countries.shipped()
                .findByName(words)
                .filter(country -> !found.contains(country))
                .ifPresent(found::add);
        Countries.shipped().all().stream()
                .filter(country -> typed.length() > 2
                        && country.name().toLowerCase(Locale.ROOT).contains(typed)
                        && !found.contains(country))
                .forEach(found::add);
        return found;
    }
}
