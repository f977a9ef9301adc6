package org.salus.portal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.salus.evidence.Country;
import org.salus.evidence.Snapshot;
import org.salus.framework.Failure;
import org.salus.framework.Precondition;
import org.salus.framework.PurposeCrosswalk;
import org.salus.framework.ReformArea;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.goals.IndicatorLibrary;
import org.salus.goals.LibraryIndicator;
import org.salus.goals.Link;
import org.salus.goals.LinkType;
import org.salus.goals.Objective;
import org.salus.goals.Support;
import org.salus.governance.Question;
import org.salus.governance.QuestionSetFile;
import org.salus.governance.QuestionWords;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.View;
import org.salus.portfolio.Amounts;
import org.salus.portfolio.AreaSupport;
import org.salus.portfolio.Period;
import org.salus.portfolio.SupportMap;
import org.salus.portfolio.Supports;
import org.salus.sector.ActorType;
import org.salus.workspace.Faces;

/**
 * All that is known of a reform area: what the approach says of it, what the libraries hold for it, what loaded activities support it, and what one reader's
 * workspaces plan for it. What people plan and what open data report stand beside one another and are never added.
 *
 * @param snapshot the open data
 * @param countries what loaded data hold, by name of country; countries without anything of the area are left out
 * @param planned support entered in workspaces the reader may open
 */
public record AreaFile(ReformArea area, String snapshot, List<Held> countries, List<Planned> planned) {
    /** What is said of every area, part by part, in this order; each is a sentence of its own for each area. */
    public static final List<String> SAID = List.of("not", "objectives", "eligibility", "traps");

    private static final Map<ReformArea, List<ActorType>> INSTITUTIONS = usual();

    /**
     * What loaded data hold of the area in a country.
     *
     * @param activities that mainly support it
     * @param amounts of all activities, by their shares, in US dollars
     * @param years with money, ascending
     */
    public record Held(Country country, int activities, Amounts amounts, List<InYear> years) {
        public Held {
            years = List.copyOf(years);
        }
    }

    /** Money of a year. */
    public record InYear(int year, Amounts amounts) {}

    /**
     * Support that somebody entered in a workspace.
     *
     * @param objectives it is to contribute to, directly or by results
     */
    public record Planned(String workspace, String title, String donor, String href, List<Aimed> objectives) {
        public Planned {
            objectives = List.copyOf(objectives);
        }
    }

    /** An objective. */
    public record Aimed(String title, String href) {}

    public AreaFile {
        countries = List.copyOf(countries);
        planned = List.copyOf(planned);
    }

    private static Map<ReformArea, List<ActorType>> usual() {
        Map<ReformArea, List<ActorType>> all = new EnumMap<>(ReformArea.class);
        List<ActorType> civil = List.of(
                ActorType.PARLIAMENT,
                ActorType.PARLIAMENT_COMMITTEE,
                ActorType.SECURITY_COUNCIL,
                ActorType.MINISTRY_OF_DEFENCE,
                ActorType.MINISTRY_OF_INTERIOR,
                ActorType.OMBUDS,
                ActorType.HUMAN_RIGHTS_COMMISSION,
                ActorType.INSPECTORATE);
        all.put(ReformArea.CIVIL_DEMOCRATIC_INSTITUTIONS, civil);
        all.put(
                ReformArea.SECURITY_BUDGET,
                List.of(
                        ActorType.MINISTRY_OF_FINANCE,
                        ActorType.AUDIT_OFFICE,
                        ActorType.PARLIAMENT_COMMITTEE,
                        ActorType.MINISTRY_OF_DEFENCE,
                        ActorType.MINISTRY_OF_INTERIOR));
        all.put(ReformArea.OVERSIGHT_IN_GENERAL, civil);
        all.put(
                ReformArea.MILITARY_ASSISTANCE,
                List.of(
                        ActorType.ARMED_FORCES,
                        ActorType.ARMY,
                        ActorType.NAVY,
                        ActorType.AIR_FORCE,
                        ActorType.GENERAL_STAFF));
        all.put(ReformArea.POLICE, List.of(ActorType.POLICE, ActorType.GENDARMERIE, ActorType.LOCAL_POLICE));
        all.put(
                ReformArea.FORCES_IN_GENERAL,
                List.of(
                        ActorType.INTELLIGENCE,
                        ActorType.MILITARY_INTELLIGENCE,
                        ActorType.BORDER_GUARD,
                        ActorType.COAST_GUARD,
                        ActorType.CUSTOMS,
                        ActorType.PRESIDENTIAL_GUARD));
        all.put(
                ReformArea.RULE_OF_LAW,
                List.of(
                        ActorType.COURT,
                        ActorType.CONSTITUTIONAL_COURT,
                        ActorType.MILITARY_COURT,
                        ActorType.PROSECUTION,
                        ActorType.PRISON_SERVICE,
                        ActorType.MINISTRY_OF_JUSTICE));
        all.put(
                ReformArea.DISARMAMENT_DEMOBILISATION_REINTEGRATION,
                List.of(ActorType.REFORM_BODY, ActorType.ARMED_FORCES));
        all.put(
                ReformArea.SMALL_ARMS_AND_MINES,
                List.of(ActorType.REFORM_BODY, ActorType.POLICE, ActorType.ARMED_FORCES));
        all.put(
                ReformArea.REGIONAL_SECURITY,
                List.of(ActorType.GOVERNMENT, ActorType.BORDER_GUARD, ActorType.COAST_GUARD, ActorType.CUSTOMS));
        return all;
    }

    /** The areas that have a page: all that are reform, in the order of columns. */
    public static List<ReformArea> areas() {
        return Arrays.stream(ReformArea.values()).filter(ReformArea::isSsr).toList();
    }

    /**
     * The area of that code, if it has a page.
     *
     * @throws Failure (not found) with the codes there are
     */
    public static ReformArea known(String code) {
        return ReformArea.find(code)
                .filter(ReformArea::isSsr)
                .orElseThrow(() -> Failure.notFound(Sentence.of(
                        "portal.area-page.none",
                        code,
                        String.join(", ", areas().stream().map(ReformArea::code).toList()))));
    }

    /**
     * What is known of an area.
     *
     * @param views of the workspaces the reader may open
     */
    public static AreaFile of(
            ReformArea area, Snapshot snapshot, Supports supports, List<View> views, Faces faces, Wording wording) {
        List<Held> held = new ArrayList<>();
        snapshot.activities().countries().keySet().stream()
                .sorted(Comparator.comparing(Country::name))
                .forEach(country -> held(area, country, supports.of(snapshot, country, Period.ALL))
                        .ifPresent(held::add));
        List<Planned> planned = new ArrayList<>();
        for (View view : views) {
            planned.addAll(planned(area, view, faces, wording));
        }
        return new AreaFile(area, snapshot.id(), held, planned);
    }

    private static Optional<Held> held(ReformArea area, Country country, SupportMap map) {
        return map.areas().stream()
                .filter(support -> support.area() == area)
                .findFirst()
                .filter(support ->
                        support.activities() > 0 || !support.amounts().equals(Amounts.ZERO))
                .map(support -> held(support, country, map));
    }

    private static Held held(AreaSupport support, Country country, SupportMap map) {
        return new Held(
                country,
                support.activities(),
                support.amounts(),
                map.years().stream()
                        .map(year -> new InYear(year, map.ofYear(year, support.area())))
                        .filter(year -> !year.amounts().equals(Amounts.ZERO))
                        .toList());
    }

    private static List<Planned> planned(ReformArea area, View view, Faces faces, Wording wording) {
        String path = "/workspaces/" + view.workspace() + "/";
        List<Planned> planned = new ArrayList<>();
        for (Item<Support> item : view.list(Support.KIND)) {
            if (item.value().area().equals(Optional.of(area))) {
                planned.add(new Planned(
                        view.charter().name(),
                        faces.title(item, view, wording),
                        item.value().donor(),
                        path + faces.page(item).orElse("items/" + item.id()),
                        aimed(item.id(), view).stream()
                                .map(objective -> new Aimed(
                                        objective.value().title(),
                                        path + faces.page(objective).orElse("items/" + objective.id())))
                                .toList()));
            }
        }
        return planned;
    }

    /** The objectives that are reached from a support along what contributes, each once; a merge may have brought a circle. */
    private static List<Item<Objective>> aimed(ItemId support, View view) {
        Map<ItemId, Set<ItemId>> next = new LinkedHashMap<>();
        for (Item<Link> link : view.list(Link.KIND)) {
            if (link.value().type() == LinkType.CONTRIBUTES) {
                next.computeIfAbsent(link.value().from(), first -> new LinkedHashSet<>())
                        .add(link.value().to());
            }
        }
        List<Item<Objective>> objectives = new ArrayList<>();
        Set<ItemId> seen = new HashSet<>(Set.of(support));
        List<ItemId> open = new ArrayList<>(next.getOrDefault(support, Set.of()));
        while (!open.isEmpty()) {
            ItemId one = open.removeFirst();
            if (seen.add(one)) {
                Optional<Item<Objective>> objective = view.find(Objective.KIND, one);
                objective.ifPresent(objectives::add);
                if (objective.isEmpty()) {
                    open.addAll(next.getOrDefault(one, Set.of()));
                }
            }
        }
        return objectives;
    }

    /** The purpose codes that may stand for it, by code; a prior and never the verdict. */
    public List<PurposeCrosswalk.Purpose> purposes() {
        return PurposeCrosswalk.current().list().stream()
                .filter(purpose -> purpose.areas().contains(area))
                .toList();
    }

    /** What usually has to be there first. */
    public List<Precondition> preconditions() {
        return Precondition.of(area);
    }

    /** The kinds of institutions it is usually about; none where it is about people who hold no office. */
    public List<ActorType> institutions() {
        return INSTITUTIONS.getOrDefault(area, List.of());
    }

    /** The indicators of the library that fit it, in that language. */
    public List<LibraryIndicator> indicators(Locale language) {
        return IndicatorLibrary.shipped(language)
                .find(new IndicatorLibrary.Sought("", Optional.empty(), Optional.of(area), Optional.empty()));
    }

    /** The questions of the shipped set that are asked of its institutions in particular, in that language. */
    public List<Question> questions(Locale language) {
        return QuestionSetFile.shipped().questions().stream()
                .filter(question -> question.of().stream().anyMatch(institutions()::contains))
                .map(QuestionWords.in(language)::shown)
                .toList();
    }

    /** How many loaded activities mainly support it. An activity of several countries counts in each. */
    public int activities() {
        return countries.stream().mapToInt(Held::activities).sum();
    }

    /** One of the things that are said of every area. */
    public Sentence said(String part) {
        return Sentence.of("portal.area-page." + area.code() + "." + part);
    }
}
