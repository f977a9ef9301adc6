package org.salus.portal;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.salus.evidence.Countries;
import org.salus.evidence.Country;
import org.salus.evidence.Evidence;
import org.salus.evidence.Snapshot;
import org.salus.evidence.SourceVersion;
import org.salus.frame.web.Address;
import org.salus.framework.ReformArea;
import org.salus.framework.Wording;
import org.salus.ledger.AccountId;
import org.salus.ledger.Standing;
import org.salus.ledger.View;
import org.salus.ledger.WorkspaceId;
import org.salus.ledger.Workspaces;
import org.salus.workspace.Faces;

/**
 * Looks through everything one reader may read: pages, countries, reform areas, donors, workspaces and their items, loaded sources, activities. What stands in
 * workspaces is read from the views of this reader and from nothing else, and kept for nobody but this reader. Safe for use by several threads.
 */
public final class Search {
    /** More activities are not counted. */
    private static final int MOST_ACTIVITIES = 500;

    /** So many items are held ready for all readers together; beyond that who has waited longest is read anew. About a kilobyte each. */
    private static final int MOST_KEPT = 200_000;

    private static final List<String> PARTS = List.of(
            "premise", "governance", "support", "activities", "coordination", "chains", "oecd", "gaps", "places");

    private final Evidence evidence;
    private final Workspaces workspaces;
    private final Faces faces;
    private final Map<Reader, Ready> ready = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Locale, OpenData> openData = new LinkedHashMap<>();
    private @Nullable FoundActivities activities;

    /** For whom something is held ready: one standing in one workspace in one language. */
    private record Reader(WorkspaceId workspace, Standing standing, Locale language) {}

    /** What is held ready; of the view only as long as somebody else holds it, too. */
    private record Ready(WeakReference<View> view, FoundItems items) {}

    /** What can be found in open data and in the program, for a language. */
    private record OpenData(String snapshot, Map<SearchGroup, SearchIndex> indexes) {}

    public Search(Evidence evidence, Workspaces workspaces, Faces faces) {
        this.evidence = evidence;
        this.workspaces = workspaces;
        this.faces = faces;
    }

    /** What this reader finds. */
    public SearchAnswer of(SearchQuestion question, AccountId reader, Wording wording) {
        Snapshot snapshot = evidence.snapshot();
        List<String> words = Spelling.words(question.typed());
        List<SearchAnswer.Part> parts = new ArrayList<>();
        if (!words.isEmpty()) {
            Map<SearchGroup, SearchIndex> open = openData(snapshot, wording).indexes();
            List<FoundItems> held = workspaces.list(reader).stream()
                    // One whose charter is damaged has no name to open it by.
                    .filter(view -> !view.charter().name().isEmpty())
                    .map(view -> items(view, wording))
                    .toList();
            for (SearchGroup group : SearchGroup.values()) {
                if (question.wants(group)) {
                    add(
                            group == SearchGroup.ACTIVITIES
                                    ? activities(question, words, snapshot, wording)
                                    : part(group, words, open, held, question),
                            parts);
                }
            }
        }
        return new SearchAnswer(question, snapshot.id(), parts);
    }

    /** Reads the open data ahead of the first search, so that nobody waits for it. */
    public void prepare() {
        openData(evidence.snapshot(), Wording.english());
    }

    private static void add(SearchAnswer.Part part, List<SearchAnswer.Part> parts) {
        if (part.total() > 0) {
            parts.add(part);
        }
    }

    private static SearchAnswer.Part part(
            SearchGroup group,
            List<String> words,
            Map<SearchGroup, SearchIndex> open,
            List<FoundItems> held,
            SearchQuestion question) {
        List<SearchIndex.Found> found =
                new ArrayList<>(open.getOrDefault(group, SearchIndex.EMPTY).find(words));
        held.forEach(items -> found.addAll(items.find(group, words)));
        found.sort(SearchIndex.Found.BEST_FIRST);
        return new SearchAnswer.Part(
                group,
                found.size(),
                false,
                cut(found, question).stream().map(SearchIndex.Found::hit).toList());
    }

    private static <T> List<T> cut(List<T> all, SearchQuestion question) {
        int first = Math.min(question.from(), all.size());
        return all.subList(first, Math.min(first + question.size(), all.size()));
    }

    private SearchAnswer.Part activities(
            SearchQuestion question, List<String> words, Snapshot snapshot, Wording wording) {
        List<String> found = snapshot.search().find(question.typed(), MOST_ACTIVITIES);
        if (found.isEmpty()) {
            // Names that were typed in another script than the files have.
            found = snapshot.search().find(String.join(" ", words), MOST_ACTIVITIES);
        }
        FoundActivities known = activities(snapshot);
        String kind = wording.say("portal.search.kind.activity");
        return new SearchAnswer.Part(
                SearchGroup.ACTIVITIES,
                found.size(),
                found.size() == MOST_ACTIVITIES,
                cut(found, question).stream()
                        .map(identifier -> new SearchHit(
                                SearchGroup.ACTIVITIES,
                                kind,
                                known.find(identifier)
                                        .map(FoundActivities.Titled::title)
                                        .orElse(identifier),
                                known.find(identifier)
                                        .map(FoundActivities.Titled::reporter)
                                        .filter(reporter -> !reporter.isEmpty())
                                        .map(reporter -> wording.say("portal.search.reported", reporter, identifier))
                                        .orElse(identifier),
                                Address.of("/activities").with("id", identifier).toString()))
                        .toList());
    }

    private FoundItems items(View view, Wording wording) {
        Reader reader = new Reader(view.workspace(), view.standing(), wording.locale());
        Ready known;
        synchronized (ready) {
            known = ready.get(reader);
        }
        if (known != null && known.view().get() == view) {
            return known.items();
        }
        FoundItems items = FoundItems.of(view, faces, wording, known == null ? null : known.items());
        synchronized (ready) {
            ready.put(reader, new Ready(new WeakReference<>(view), items));
            forget();
        }
        return items;
    }

    /** Gives up what nobody has asked for longest, but never what was asked for just now. */
    private void forget() {
        int held = ready.values().stream().mapToInt(one -> one.items().size()).sum();
        Iterator<Ready> oldest = ready.values().iterator();
        while (held > MOST_KEPT && ready.size() > 1) {
            held -= oldest.next().items().size();
            oldest.remove();
        }
    }

    private FoundActivities activities(Snapshot snapshot) {
        synchronized (openData) {
            FoundActivities known = activities;
            if (known == null || !known.snapshot().equals(snapshot.id())) {
                known = FoundActivities.of(snapshot);
                activities = known;
            }
            return known;
        }
    }

    private OpenData openData(Snapshot snapshot, Wording wording) {
        synchronized (openData) {
            OpenData known = openData.get(wording.locale());
            if (known == null || !known.snapshot().equals(snapshot.id())) {
                known = new OpenData(snapshot.id(), indexes(snapshot, wording));
                openData.put(wording.locale(), known);
            }
            return known;
        }
    }

    private Map<SearchGroup, SearchIndex> indexes(Snapshot snapshot, Wording wording) {
        Map<SearchGroup, SearchIndex> indexes = new EnumMap<>(SearchGroup.class);
        Map<Country, Integer> loaded = snapshot.activities().countries();
        indexes.put(SearchGroup.PAGES, new SearchIndex(pages(loaded, wording), true));
        indexes.put(
                SearchGroup.COUNTRIES, index(Countries.shipped().all(), country -> country(country, loaded, wording)));
        indexes.put(
                SearchGroup.AREAS,
                index(
                        Arrays.stream(ReformArea.values())
                                .filter(ReformArea::isSsr)
                                .toList(),
                        area -> area(area, wording)));
        indexes.put(SearchGroup.DONORS, new SearchIndex(donors(activities(snapshot), wording), false));
        indexes.put(
                SearchGroup.SOURCES,
                index(
                        snapshot.versions().stream()
                                .filter(SourceVersion::current)
                                .toList(),
                        source -> SearchIndex.Line.of(
                                hit(SearchGroup.SOURCES, "source", source.source(), source.file(), "/data", wording),
                                source.file() + " " + source.origin())));
        return Collections.unmodifiableMap(indexes);
    }

    private static <T> SearchIndex index(List<T> all, Function<T, SearchIndex.Line> line) {
        return new SearchIndex(all.stream().map(line).toList(), false);
    }

    private static SearchHit hit(
            SearchGroup group, String kind, String title, String place, String href, Wording wording) {
        return new SearchHit(group, wording.say("portal.search.kind." + kind), title, place, href);
    }

    private static SearchIndex.Line area(ReformArea area, Wording wording) {
        String field = area.field().map(known -> wording.say(known.label())).orElse("");
        return SearchIndex.Line.of(
                hit(
                        SearchGroup.AREAS,
                        "area",
                        wording.say("portal.search.area", area.code(), wording.say(area.label())),
                        field,
                        "/areas/" + area.code(),
                        wording),
                field + " " + wording.say(area.meaning()));
    }

    private static SearchIndex.Line country(Country country, Map<Country, Integer> loaded, Wording wording) {
        return SearchIndex.Line.of(
                hit(
                        SearchGroup.COUNTRIES,
                        "country",
                        country.name(),
                        wording.say("portal.search.loaded", loaded.getOrDefault(country, 0)),
                        "/countries/" + country.iso3(),
                        wording),
                country.iso3() + " " + country.iso2() + " "
                        + String.join(" ", Countries.shipped().otherNames(country)) + " " + country.inText(wording));
    }

    private static List<SearchIndex.Line> pages(Map<Country, Integer> loaded, Wording wording) {
        List<SearchIndex.Line> pages = new ArrayList<>();
        pages.add(page(wording.say("frame.rail.home"), "", "/", wording));
        pages.add(page(wording.say("frame.rail.workspaces"), "", "/workspaces", wording));
        pages.add(page(wording.say("frame.rail.data"), "", "/data", wording));
        pages.add(page(wording.say("frame.rail.issues"), "", "/data/issues", wording));
        pages.add(page(wording.say("frame.rail.api"), "", "/api", wording));
        pages.add(page(wording.say("frame.account"), "", "/account", wording));
        for (Country country : loaded.keySet()) {
            for (String part : PARTS) {
                pages.add(page(
                        wording.say("portal.search.part." + part),
                        country.name(),
                        "/countries/" + country.iso3() + (part.equals("support") ? "" : "/" + part),
                        wording));
            }
        }
        return pages;
    }

    private static SearchIndex.Line page(String title, String place, String href, Wording wording) {
        return SearchIndex.Line.of(hit(SearchGroup.PAGES, "page", title, place, href, wording), place);
    }

    private static List<SearchIndex.Line> donors(FoundActivities known, Wording wording) {
        List<SearchIndex.Line> donors = new ArrayList<>();
        known.givers()
                .forEach((name, giver) -> giver.countries()
                        .forEach((country, count) -> donors.add(SearchIndex.Line.of(
                                hit(
                                        SearchGroup.DONORS,
                                        "donor",
                                        name,
                                        wording.say("portal.search.gives", country.name(), count),
                                        Address.of("/countries/" + country.iso3() + "/donor")
                                                .with("name", name)
                                                .toString(),
                                        wording),
                                String.join(" ", giver.names()) + " " + country.name()))));
        return donors;
    }
}
