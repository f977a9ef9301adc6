package org.salus.portfolio;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.salus.framework.Sentence;

/** Finds organisations whose names are alike. Alike is no proof: what it finds is proposed to people and joins nothing. */
final class LikeOrganisations {
    /** A word in more names than this leads to too many pairs to look at. */
    private static final int COMMON = 40;

    private static final double LEAST = 0.62;
    private static final double MOST = 0.89;
    private static final int SHORTEST = 8;

    private final OrganisationNames names;

    LikeOrganisations(OrganisationNames names) {
        this.names = names;
    }

    private record Named(Organisation organisation, Set<String> words, String country) {}

    /**
     * Pairs that are alike.
     *
     * @param wanted asked of each pair once, before it is given
     */
    List<OrganisationProposal> among(List<Organisation> organisations, Predicate<OrganisationProposal> wanted) {
        List<Named> named = new ArrayList<>();
        Map<String, Integer> frequency = new HashMap<>();
        Map<String, List<Integer>> byWord = new TreeMap<>();
        for (Organisation organisation : organisations) {
            Set<String> all = new HashSet<>();
            Set<String> cores = new HashSet<>();
            for (Organisation.Written written : organisation.written()) {
                for (String name : written.names().keySet()) {
                    OrganisationNames.Name read = names.read(name);
                    if (!read.isNothing() && cores.add(read.core())) {
                        Set<String> words = new TreeSet<>(List.of(read.core().split(" ", -1)));
                        String country = read.isOfACountry()
                                ? written.key().substring(written.key().lastIndexOf('@') + 1)
                                : "";
                        named.add(new Named(organisation, words, country));
                        all.addAll(words);
                        for (String word : words) {
                            byWord.computeIfAbsent(word, first -> new ArrayList<>())
                                    .add(named.size() - 1);
                        }
                    }
                }
            }
            all.forEach(word -> frequency.merge(word, 1, Integer::sum));
        }
        Set<Long> seen = new HashSet<>();
        List<OrganisationProposal> found = new ArrayList<>();
        for (Map.Entry<String, List<Integer>> word : byWord.entrySet()) {
            List<Integer> with = word.getValue();
            if (with.size() > COMMON) {
                continue;
            }
            for (int i = 0; i < with.size(); i++) {
                for (int j = i + 1; j < with.size(); j++) {
                    Named one = named.get(with.get(i));
                    Named other = named.get(with.get(j));
                    if (!one.organisation().key().equals(other.organisation().key())
                            && mayBeCompared(one, other)
                            && seen.add((long) with.get(i) << 32 | with.get(j))) {
                        double score = score(one, other, frequency, organisations.size());
                        if (score >= LEAST) {
                            OrganisationProposal proposal = proposal(one, other, score);
                            if (wanted.test(proposal)) {
                                found.add(proposal);
                            }
                        }
                    }
                }
            }
        }
        return found;
    }

    /** Names of two countries are not, and two whose names contradict their references are each proposed with others already. */
    private static boolean mayBeCompared(Named one, Named other) {
        boolean isOfTwoCountries = !one.country().isEmpty()
                && !other.country().isEmpty()
                && !one.country().equals(other.country());
        boolean isTwiceContradictory =
                one.organisation().isContradictory() && other.organisation().isContradictory();
        return !isOfTwoCountries && !isTwiceContradictory;
    }

    /** How much of what both names say they share, rare words counting more; words that differ in one or two letters count nearly as the same. */
    private double score(Named one, Named other, Map<String, Integer> frequency, int size) {
        double shared = 0;
        double all = 0;
        List<String> mine = new ArrayList<>();
        List<String> theirs = new ArrayList<>(other.words());
        for (String word : one.words()) {
            double weight = weight(word, frequency, size);
            if (theirs.remove(word)) {
                shared += weight;
                all += weight;
            } else {
                mine.add(word);
            }
        }
        boolean isCountryHere = mine.stream().anyMatch(names::isCountry);
        boolean isCountryThere = theirs.stream().anyMatch(names::isCountry);
        if (isCountryHere || isCountryThere) {
            // Sections of one federation in two countries, or one of a country and the whole.
            return 0;
        }
        for (String word : mine) {
            double weight = weight(word, frequency, size);
            String near = theirs.stream()
                    .filter(there -> isNear(word, there))
                    .findFirst()
                    .orElse("");
            if (!near.isEmpty()) {
                theirs.remove(near);
                shared += weight * 0.9;
            }
            all += weight;
        }
        for (String word : theirs) {
            all += weight(word, frequency, size);
        }
        return all == 0 ? 0 : shared / all;
    }

    private static double weight(String word, Map<String, Integer> frequency, int size) {
        return Math.log(1 + (double) size / frequency.getOrDefault(word, 1));
    }

    private static boolean isNear(String one, String other) {
        int longer = Math.max(one.length(), other.length());
        if (one.isEmpty() || other.isEmpty() || one.charAt(0) != other.charAt(0) || longer < 5) {
            return false;
        }
        boolean isCut = Math.min(one.length(), other.length()) >= 4 && (one.startsWith(other) || other.startsWith(one));
        return isCut || distance(one, other) <= (longer >= SHORTEST ? 2 : 1);
    }

    /** Letters to change, put in or take out (Levenshtein). */
    static int distance(String one, String other) {
        int[] before = new int[other.length() + 1];
        int[] now = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            now[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                now[j] = Math.min(Math.min(now[j - 1] + 1, before[j] + 1), before[j - 1] + change);
            }
            int[] swap = before;
            before = now;
            now = swap;
        }
        return before[other.length()];
    }

    private static OrganisationProposal proposal(Named one, Named other, double score) {
        boolean isFirst = one.organisation().activities().size()
                >= other.organisation().activities().size();
        Organisation first = isFirst ? one.organisation() : other.organisation();
        Organisation second = isFirst ? other.organisation() : one.organisation();
        Set<String> shared = new TreeSet<>(one.words());
        shared.retainAll(other.words());
        return new OrganisationProposal(
                first.key(),
                second.key(),
                first.name(),
                second.name(),
                BigDecimal.valueOf(Math.min(MOST, score)).setScale(2, RoundingMode.HALF_EVEN),
                List.of(Sentence.of("portfolio.proposal.alike", String.join(" ", shared))));
    }
}
