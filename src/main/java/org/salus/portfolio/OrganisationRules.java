package org.salus.portfolio;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.salus.framework.Sentence;

/** The rules, one after another. */
final class OrganisationRules {
    /** A name is at home with a reference if at least every so manieth time that the reference is named, it is named so. */
    private static final int AT_HOME = 4;

    private static final int SHOWN_PAIRS = 6;

    /** Two that may be one by a fact that is not enough to join them. */
    record Pair(Writing first, Writing second, int percent, Sentence reason) {}

    private final List<Writing> all;
    private final OrganisationClusters clusters;
    private final PartyReading reading;
    private final List<Pair> pairs = new ArrayList<>();

    OrganisationRules(List<Writing> all, OrganisationClusters clusters, PartyReading reading) {
        this.all = all;
        this.clusters = clusters;
        this.reading = reading;
    }

    /** What the rules found and did not join. */
    List<Pair> pairs() {
        return pairs;
    }

    private boolean join(Writing first, Writing second, Joined why, String detail) {
        return clusters.join(
                first.number, second.number, new Organisation.Joining(first.label(), second.label(), why, detail));
    }

    /** Everything, people's word first. */
    void all(SaidOfOrganisations said, List<OrganisationReferences.Referenced> references) {
        // One of each first, so that the rules give their own reasons for what else belongs there; afterwards whatever
        // they could not bring along.
        for (SaidOfOrganisations.Same same : said.same()) {
            same.groups().forEach(group -> judged(same, group.getFirst()));
        }
        references.forEach(this::reference);
        aliases();
        names();
        acronyms();
        for (SaidOfOrganisations.Same same : said.same()) {
            same.groups().forEach(group -> group.forEach(writing -> judged(same, writing)));
        }
    }

    private void judged(SaidOfOrganisations.Same same, Writing writing) {
        Writing first = same.groups().getFirst().getFirst();
        if (clusters.root(first.number) != clusters.root(writing.number)
                && !clusters.isKeptApart(first.number, writing.number)) {
            clusters.force(first.number, writing.number);
            clusters.joined.add(writing.number);
            clusters.joinings.add(new Organisation.Joining(
                    first.label(),
                    writing.label(),
                    Joined.JUDGED,
                    same.item().value().why()));
        }
    }

    private void reference(OrganisationReferences.Referenced referenced) {
        Writing first = referenced.first();
        for (Writing writing : referenced.home()) {
            if (writing != first) {
                boolean isWrittenAlike = writing.references.keySet().stream().anyMatch(first.references::containsKey);
                join(
                        first,
                        writing,
                        isWrittenAlike ? Joined.SAME_REFERENCE : Joined.OTHER_PREFIX,
                        isWrittenAlike
                                ? Writing.most(first.references)
                                : Writing.most(first.references) + " = " + Writing.most(writing.references));
            }
        }
        for (Writing writing : referenced.others()) {
            pairs.add(new Pair(
                    first,
                    writing,
                    50,
                    Sentence.of("portfolio.proposal.reference-only", Writing.most(writing.references))));
        }
    }

    /** What shipped tables say of references and names. */
    private void aliases() {
        for (Writing writing : all) {
            OrganisationClusters.aliases(writing, reading.aliases).forEach(alias -> toAlias(writing, alias));
        }
    }

    private void toAlias(Writing writing, OrganisationAliases.Alias alias) {
        Integer at = clusters.aliases.get(alias.key());
        if (at != null
                && !clusters.join(
                        at,
                        writing.number,
                        new Organisation.Joining(alias.shown(), writing.label(), Joined.ALIAS, alias.source()))) {
            all.stream()
                    .filter(other -> clusters.root(other.number) == clusters.root(at))
                    .findFirst()
                    .ifPresent(other -> pairs.add(new Pair(
                            other,
                            writing,
                            90,
                            Sentence.of("portfolio.proposal.two-references", Writing.most(writing.spellings)))));
        }
    }

    /** The same name: without a reference, or with the only reference that it goes with. */
    private void names() {
        Map<String, List<Writing>> byName = new TreeMap<>();
        for (Writing writing : all) {
            if (!writing.name.isNothing()) {
                int form = writing.nameKey.indexOf('~');
                String place =
                        writing.name.isOfACountry() ? writing.nameKey.substring(writing.nameKey.lastIndexOf('@')) : "";
                String bare = form < 0 ? writing.nameKey : "name:" + writing.name.core() + place;
                byName.computeIfAbsent(bare, first -> new ArrayList<>()).add(writing);
            }
        }
        Map<String, Integer> homes = new HashMap<>();
        for (Writing writing : all) {
            if (isAtHome(writing)) {
                homes.merge(writing.reference.key(), writing.times, Integer::sum);
            }
        }
        byName.values().forEach(written -> {
            Set<String> forms = new TreeSet<>();
            written.forEach(one -> forms.add(one.name.form()));
            forms.remove("");
            if (forms.size() < 2) {
                name(written, homes);
            } else {
                // Another legal form is another firm, most often in another country.
                forms.add("");
                for (String form : forms) {
                    name(
                            written.stream()
                                    .filter(one -> one.name.form().equals(form))
                                    .toList(),
                            homes);
                }
                pairs(written, 60, "portfolio.proposal.legal-form");
            }
        });
    }

    private static boolean isAtHome(Writing writing) {
        return writing.reference.isRegistered() && !writing.isContradictory;
    }

    private void name(List<Writing> written, Map<String, Integer> homes) {
        if (written.size() < 2) {
            return;
        }
        List<Writing> free = new ArrayList<>();
        Map<String, Writing> referenced = new TreeMap<>();
        Set<String> loose = new HashSet<>();
        for (Writing writing : written) {
            Set<String> registered = clusters.registered(writing.number);
            if (writing.isContradictory) {
                loose.add(writing.key);
            } else if (registered.isEmpty()) {
                free.add(writing);
            } else {
                String identity = String.join(" ", registered);
                boolean isMain =
                        !isAtHome(writing) || writing.times * AT_HOME >= homes.getOrDefault(writing.reference.key(), 0);
                referenced.merge(identity, writing, (one, other) -> one.times >= other.times ? one : other);
                if (!isMain) {
                    loose.add(referenced.get(identity) == writing ? writing.key : "");
                }
            }
        }
        for (int at = 1; at < free.size(); at++) {
            join(free.getFirst(), free.get(at), Joined.SAME_NAME, Writing.most(free.get(at).spellings));
        }
        List<Writing> homesOf = new ArrayList<>(referenced.values());
        if (homesOf.size() == 1 && !free.isEmpty()) {
            if (loose.contains(homesOf.getFirst().key)) {
                pairs.add(new Pair(
                        homesOf.getFirst(),
                        free.getFirst(),
                        55,
                        Sentence.of("portfolio.proposal.minor-name", Writing.most(free.getFirst().spellings))));
            } else {
                join(homesOf.getFirst(), free.getFirst(), Joined.SAME_NAME, Writing.most(free.getFirst().spellings));
            }
        } else if (homesOf.size() > 1) {
            List<Writing> several = new ArrayList<>(homesOf);
            if (!free.isEmpty()) {
                several.add(free.getFirst());
            }
            pairs(several, 90, "portfolio.proposal.two-references");
        }
        for (Writing writing : written) {
            if (writing.isContradictory) {
                Stream.concat(homesOf.stream(), free.stream().limit(1))
                        .limit(1)
                        .forEach(other -> pairs.add(new Pair(
                                other,
                                writing,
                                65,
                                Sentence.of("portfolio.proposal.other-reference", Writing.most(writing.references)))));
            }
        }
    }

    private void pairs(List<Writing> several, int percent, String reason) {
        List<Writing> some = several.stream().limit(SHOWN_PAIRS).toList();
        for (int first = 0; first < some.size(); first++) {
            for (int second = first + 1; second < some.size(); second++) {
                pairs.add(new Pair(
                        some.get(first),
                        some.get(second),
                        percent,
                        Sentence.of(reason, Writing.most(some.get(second).spellings))));
            }
        }
    }

    /** An acronym alone is the organisation that states it, if only one does. */
    private void acronyms() {
        Map<String, List<Writing>> stated = new TreeMap<>();
        Map<String, List<Writing>> alone = new TreeMap<>();
        for (Writing writing : all) {
            if (writing.isContradictory || writing.name.isNothing() || writing.name.isOfACountry()) {
                continue;
            }
            if (writing.name.acronym().length() >= 3) {
                stated.computeIfAbsent(writing.name.acronym(), first -> new ArrayList<>())
                        .add(writing);
            }
            if (isAcronym(writing)) {
                alone.computeIfAbsent(writing.name.core(), first -> new ArrayList<>())
                        .add(writing);
            }
        }
        stated.forEach((acronym, stating) -> {
            Map<Integer, Writing> who = new TreeMap<>();
            stating.forEach(one -> who.putIfAbsent(clusters.root(one.number), one));
            List<Writing> bare = alone.getOrDefault(acronym, List.of());
            if (who.size() == 1) {
                Writing one = who.values().iterator().next();
                for (Writing writing : bare) {
                    if (!join(one, writing, Joined.ACRONYM, acronym.toUpperCase(Locale.ROOT))) {
                        pairs.add(new Pair(one, writing, 70, reason(acronym)));
                    }
                }
            } else {
                List<Writing> several = new ArrayList<>(who.values());
                bare.stream().limit(1).forEach(several::add);
                List<Writing> some = several.stream().limit(SHOWN_PAIRS).toList();
                for (int first = 0; first < some.size(); first++) {
                    for (int second = first + 1; second < some.size(); second++) {
                        pairs.add(new Pair(some.get(first), some.get(second), 70, reason(acronym)));
                    }
                }
            }
        });
    }

    /** One word, in capitals, that is no country's: Chad is none, though an association calls itself so. */
    private boolean isAcronym(Writing writing) {
        String core = writing.name.core();
        return core.indexOf(' ') < 0
                && !reading.names.isCountry(core)
                && writing.spellings.keySet().stream()
                        .anyMatch(spelling ->
                                spelling.chars().filter(Character::isUpperCase).count() > 1);
    }

    private static Sentence reason(String acronym) {
        return Sentence.of("portfolio.proposal.acronym", acronym.toUpperCase(Locale.ROOT));
    }
}
