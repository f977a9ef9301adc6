package org.salus.portal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.salus.evidence.Country;
import org.salus.evidence.Snapshot;
import org.salus.frame.web.Address;
import org.salus.framework.Sentence;
import org.salus.ledger.Item;
import org.salus.ledger.View;
import org.salus.portfolio.DonorSupport;
import org.salus.portfolio.Period;
import org.salus.portfolio.PivotDimension;
import org.salus.portfolio.SupportMap;
import org.salus.portfolio.SupportTraits;

/** The kept views of a workspace as one reader sees them, laid beside what is loaded now: what a view narrows to may not be there any more. */
public final class KeptViews {
    private static final List<PivotDimension> NAMED = List.of(
            PivotDimension.DONOR,
            PivotDimension.FUNDER,
            PivotDimension.IMPLEMENTER,
            PivotDimension.PLACE,
            PivotDimension.FLOW);

    private final Briefs briefs;
    private final Snapshot snapshot;
    private final Map<String, Loaded> loaded = new HashMap<>();

    public KeptViews(Briefs briefs, Snapshot snapshot) {
        this.briefs = briefs;
        this.snapshot = snapshot;
    }

    /**
     * One that is kept.
     *
     * @param page the nearest that can be opened
     * @param stale what of its question is left out there, and why; none where nothing is
     */
    public record Shown(Item<KeptView> item, Address page, List<Sentence> stale) {
        public Shown {
            stale = List.copyOf(stale);
        }
    }

    private record Loaded(boolean isEmpty, Map<PivotDimension, Set<String>> values) {}

    /** Those about a country, or all, by name. */
    public List<Shown> of(View view, Optional<String> country) {
        return view.list(KeptView.KIND).stream()
                .filter(item ->
                        country.isEmpty() || country.get().equals(item.value().country()))
                .sorted(Comparator.comparing(
                                (Item<KeptView> item) -> item.value().name(), String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(Item::id))
                .map(this::shown)
                .toList();
    }

    private Shown shown(Item<KeptView> item) {
        KeptView.Reading read = item.value().read();
        return item.value()
                .countryIfKnown()
                .map(country -> shown(item, read, loaded(country)))
                .orElseGet(() -> new Shown(item, read.page(), read.stale()));
    }

    private static Shown shown(Item<KeptView> item, KeptView.Reading read, Loaded loaded) {
        List<Sentence> stale = new ArrayList<>(read.stale());
        if (loaded.isEmpty()) {
            stale.add(Sentence.of("portal.kept.stale.nothing"));
            return new Shown(item, read.page(), stale);
        }
        Address nearest = read.page();
        for (PivotDimension dimension : NAMED) {
            Optional<String> wanted = nearest.choice(dimension.code());
            // Words with an asterisk say why something is not told.
            if (wanted.isPresent()
                    && !wanted.get().startsWith("*")
                    && !loaded.values().getOrDefault(dimension, Set.of()).contains(wanted.get())) {
                stale.add(Sentence.of("portal.kept.stale.value", dimension.label(), wanted.get()));
                nearest = nearest.without(dimension.code());
            }
        }
        return new Shown(item, nearest, stale);
    }

    /** Of all years: a view of some of them may well be empty. */
    private Loaded loaded(Country country) {
        return loaded.computeIfAbsent(country.iso3(), first -> {
            SupportMap map = briefs.of(country, Period.ALL).support();
            SupportTraits traits = briefs.supports().traits(snapshot, country);
            Map<PivotDimension, Set<String>> values = new HashMap<>();
            for (PivotDimension dimension : NAMED) {
                values.put(
                        dimension,
                        dimension == PivotDimension.DONOR
                                ? map.donors().stream().map(DonorSupport::name).collect(Collectors.toSet())
                                : Set.copyOf(traits.values(dimension)));
            }
            return new Loaded(map.activities().isEmpty(), values);
        });
    }
}
