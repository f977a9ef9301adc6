package org.salus.portfolio;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.salus.framework.Field;
import org.salus.framework.ReformArea;
import org.salus.framework.Sentence;
import org.salus.portfolio.RulePoints.Certainty;
import org.salus.portfolio.RulePoints.Evidence;

/**
 * Adds up what codes and phrases say for each area, in points, and takes the area with most. Points work like logarithms of odds: a difference of one
 * makes an answer about 2.7 times as likely. {@code docs/sorting.md} describes the method.
 */
final class RuleSorter implements Sorter {
    static final RuleSorter SHIPPED = new RuleSorter(RuleBook.shipped(), CodeBook.shipped());

    /** Most activities are no reform support; evidence has to outweigh this. */
    private static final double PRIOR_OF_NONE = 1.6;

    private static final double TITLE = 1.25;
    private static final double SECTOR_NAME = 0.7;
    /** Each further phrase for an area counts this much of the one before, so that long texts do not win by length. */
    private static final double FURTHER = 0.55;

    private static final int NEAR_WORDS = 10;
    /** A second area gets a share if its text says at least this much and this part of the first one's. */
    private static final double SHARE_POINTS = 3.5;

    private static final double SHARE_PART = 0.6;

    /** Characters read of one text, and of all texts of an activity. */
    static final int TEXT_LIMIT = 20_000;

    private static final int ACTIVITY_LIMIT = 60_000;
    /** Codes alone were right for 0.556 of the labelled activities; an answer that has nothing else is never surer. */
    private static final double MOST_BY_CODES = 0.55;

    /** Points from which on a code speaks, so that the publisher's own name of the sector has no say against reform. */
    private static final double SPEAKING_CODE = 1;

    private static final int REASONS = 6;

    private final RuleBook rules;
    private final CodeBook codes;

    RuleSorter(RuleBook rules, CodeBook codes) {
        this.rules = rules;
        this.codes = codes;
    }

    @Override
    public String edition() {
        return codes.edition() + ", " + rules.edition();
    }

    private enum Place {
        TITLE("title"),
        DESCRIPTION("description"),
        SECTOR("sector");

        private final String word;

        Place(String word) {
            this.word = word;
        }
    }

    private record Claimed(String words, ReformArea area) {}

    private final class Reading {
        private final Map<Claimed, Evidence> text = new HashMap<>();
        private final Set<String> seen = new HashSet<>();
        private int unread = ACTIVITY_LIMIT;
        private boolean cut;
        private int tellingWords;

        /** Beside words and codes, the name of a publisher's own sector that speaks of something else only is not heard. */
        void readOwnName(String name, boolean isAlone) {
            read(name, Place.SECTOR, isAlone);
        }

        void read(String content, Place place) {
            read(content, place, true);
        }

        private void read(String content, Place place, boolean isHeardInAnyCase) {
            if (content.isBlank() || !seen.add(content)) {
                return;
            }
            Words words = new Words(content, Math.min(TEXT_LIMIT, unread));
            unread -= Math.min(content.length(), Math.min(TEXT_LIMIT, unread));
            cut |= words.isCut();
            List<Phrases.Hit<Meaning>> hits = rules.phrases().find(words);
            if (!isHeardInAnyCase && !isForReform(hits)) {
                return;
            }
            // The name of a publisher's own sector is no more than a code: its words make no text.
            boolean isTelling = place != Place.SECTOR;
            tellingWords += isTelling ? words.count() : 0;
            for (int i = 0; i < hits.size(); i++) {
                Phrases.Hit<Meaning> hit = hits.get(i);
                if (isTelling && hit.values().stream().anyMatch(Meaning::isSayingLittle)) {
                    tellingWords -= hit.to() - hit.from();
                }
                for (Meaning meaning : hit.values()) {
                    for (Meaning.Claim claim : meaning.claims()) {
                        Phrases.@Nullable Hit<Meaning> beside =
                                claim.near() == null ? null : near(hits, i, claim.near());
                        if (claim.near() == null || beside != null) {
                            claim(place, words, hit, beside, claim);
                        }
                    }
                }
            }
        }

        private static boolean isForReform(List<Phrases.Hit<Meaning>> hits) {
            for (int i = 0; i < hits.size(); i++) {
                for (Meaning meaning : hits.get(i).values()) {
                    for (Meaning.Claim claim : meaning.claims()) {
                        if (claim.area().isSsr() && (claim.near() == null || near(hits, i, claim.near()) != null)) {
                            return true;
                        }
                    }
                }
            }
            return false;
        }

        /** The same words count once for an area, at their weightiest place. */
        private void claim(
                Place place,
                Words words,
                Phrases.Hit<Meaning> hit,
                Phrases.@Nullable Hit<Meaning> beside,
                Meaning.Claim claim) {
            double points = claim.strength().points() * weight(place, hit.from());
            Claimed key = new Claimed(words.folded(hit.from(), hit.to()), claim.area());
            Evidence known = text.get(key);
            if (known == null || known.points() < points) {
                text.put(key, new Evidence(claim.area(), points, reason(place, words, hit, beside, claim)));
            }
        }

        private Sentence reason(
                Place place,
                Words words,
                Phrases.Hit<Meaning> hit,
                Phrases.@Nullable Hit<Meaning> beside,
                Meaning.Claim claim) {
            String found = words.original(hit.from(), hit.to());
            if (claim.area() == ReformArea.NONE) {
                return Sentence.of("portfolio.reason." + place.word + ".counter", found);
            }
            return beside == null
                    ? Sentence.of("portfolio.reason." + place.word, found)
                    : Sentence.of(
                            "portfolio.reason." + place.word + ".beside",
                            found,
                            words.original(beside.from(), beside.to()));
        }
    }

    private static double weight(Place place, int word) {
        return switch (place) {
            case TITLE -> TITLE;
            case SECTOR -> SECTOR_NAME;
            case DESCRIPTION -> word < 40 ? 1.0 : word < 120 ? 0.7 : 0.4;
        };
    }

    private static Phrases.@Nullable Hit<Meaning> near(List<Phrases.Hit<Meaning>> hits, int at, String group) {
        Phrases.Hit<Meaning> centre = hits.get(at);
        for (int i = at - 1; i >= 0 && centre.from() - hits.get(i).to() <= NEAR_WORDS; i--) {
            if (isOf(hits.get(i), group)) {
                return hits.get(i);
            }
        }
        for (int i = at + 1; i < hits.size() && hits.get(i).from() - centre.to() <= NEAR_WORDS; i++) {
            if (isOf(hits.get(i), group)) {
                return hits.get(i);
            }
        }
        return null;
    }

    private static boolean isOf(Phrases.Hit<Meaning> hit, String group) {
        return hit.values().stream().anyMatch(meaning -> meaning.groups().contains(group));
    }

    @Override
    public Sorting sort(Sortable activity) {
        RulePoints points = points(activity);
        return points.saysTooLittle()
                ? withoutWords(points)
                : decide(points, Map.of(), List.of(), RuleSorter::certainty);
    }

    /** What codes and phrases say, before anything is decided. */
    RulePoints points(Sortable activity) {
        Reading reading = new Reading();
        activity.titles().forEach(title -> reading.read(title, Place.TITLE));
        activity.descriptions().forEach(description -> reading.read(description, Place.DESCRIPTION));
        List<CodeBook.Reading> sectors = codes.read(activity.sectors());
        boolean isSilent = reading.text.isEmpty() && sectors.stream().noneMatch(RuleSorter::isSpeaking);
        for (SectorCode sector : activity.sectors()) {
            // The name of a DAC code only repeats the code, which has been heard.
            if (!CodeBook.isDac(sector)) {
                reading.readOwnName(sector.name(), isSilent);
            }
        }
        boolean isByOwnNames = isSilent && !reading.text.isEmpty();
        Map<ReformArea, Double> text = textPoints(reading.text.values());
        List<BigDecimal> weights = weights(sectors);
        Map<ReformArea, Double> fromCodes = new EnumMap<>(ReformArea.class);
        List<Evidence> evidence = new ArrayList<>(reading.text.values());
        for (int i = 0; i < sectors.size(); i++) {
            double weight = weights.get(i).doubleValue() / 100;
            sectors.get(i).points().forEach((area, points) -> fromCodes.merge(area, points * weight, Double::sum));
            evidence.add(codeEvidence(sectors.get(i), weight));
        }
        Map<ReformArea, Double> all = sum(fromCodes, text);
        boolean isWordless = text.isEmpty() && reading.tellingWords <= 1;
        boolean hasClearParts = hasClearParts(sectors, weights);
        boolean saysTooLittle = isWordless && (hasClearParts || !isAgainstReform(all));
        ReformArea bestByCodes = best(sum(fromCodes, Map.of()));
        boolean hasClearCode = bestByCodes.isSsr()
                && sectors.stream().anyMatch(sector -> sector.isFullDac() && sector.best() == bestByCodes);
        return new RulePoints(
                all, text, sectors, evidence, reading.cut, saysTooLittle, hasClearCode || hasClearParts, isByOwnNames);
    }

    /** Whether a code says something in particular; one that gives no area a whole point leaves open what the activity is. */
    private static boolean isSpeaking(CodeBook.Reading sector) {
        return sector.points().getOrDefault(sector.best(), 0.0) >= SPEAKING_CODE;
    }

    private static boolean isAgainstReform(Map<ReformArea, Double> all) {
        return all.getOrDefault(ReformArea.NONE, 0.0) - PRIOR_OF_NONE >= 1;
    }

    /**
     * Whether reported percentages divide an activity into parts of which each would be answered by its code alone, at least one of them with an area of reform. The
     * codes must not be weighed down by their percentages: half an activity under a clear code is half an answer, not none.
     */
    private static boolean hasClearParts(List<CodeBook.Reading> sectors, List<BigDecimal> weights) {
        if (!areReported(sectors)) {
            return false;
        }
        boolean isReform = false;
        for (int i = 0; i < sectors.size(); i++) {
            if (weights.get(i).signum() > 0) {
                Map<ReformArea, Double> alone = sum(sectors.get(i).points(), Map.of());
                boolean isClear = sectors.get(i).isFullDac() && best(alone).isSsr();
                if (!isClear && !isAgainstReform(alone)) {
                    return false;
                }
                isReform |= isClear;
            }
        }
        return isReform;
    }

    /**
     * The answer that points lead to.
     *
     * @param more points per area that somebody else adds to those of the rules
     * @param moreEvidence where they come from
     */
    static Sorting decide(
            RulePoints rules, Map<ReformArea, Double> more, List<Evidence> moreEvidence, Certainty certainty) {
        Map<ReformArea, Double> all = new EnumMap<>(rules.all());
        more.forEach((area, points) -> all.merge(area, points, Double::sum));
        ReformArea best = best(all);
        Map<ReformArea, BigDecimal> shares = shares(best, rules.sectors(), rules.text(), more);
        ReformArea area = shares.containsKey(best) && isLargest(best, shares) ? best : largest(shares);
        List<Evidence> evidence = new ArrayList<>(rules.evidence());
        evidence.addAll(moreEvidence);
        List<Sentence> reasons = reasons(evidence, area, shares.keySet());
        if (area == ReformArea.NONE && isByPriorAlone(evidence)) {
            reasons.addFirst(Sentence.of("portfolio.reason.prior"));
        }
        if (rules.isByOwnNames()) {
            reasons.addFirst(Sentence.of("portfolio.reason.own-sector-alone"));
        }
        if (shares.keySet().stream().noneMatch(ReformArea::isSsr)) {
            outweighed(rules).stream().limit(REASONS).forEach(reasons::add);
        }
        reasons.addAll(remarks(rules));
        return new Sorting(area, percent(certainty.of(area, all)), shares, reasons);
    }

    /** Whether something spoke for reform and nothing against it but that most activities are none. */
    private static boolean isByPriorAlone(List<Evidence> evidence) {
        return evidence.stream().anyMatch(piece -> piece.area().isSsr())
                && evidence.stream().noneMatch(piece -> piece.area() == ReformArea.NONE);
    }

    /** Where no words speak, a full code that speaks clearly is the answer, and says that it stands alone; else nothing can be told. */
    static Sorting withoutWords(RulePoints rules) {
        if (!rules.hasClearCode()) {
            return undecided(rules);
        }
        Sorting byCodes = decide(
                rules, Map.of(), List.of(), (answer, points) -> Math.min(MOST_BY_CODES, certainty(answer, points)));
        List<Sentence> reasons = new ArrayList<>(List.of(Sentence.of("portfolio.reason.codes-alone")));
        reasons.addAll(byCodes.reasons());
        return new Sorting(byCodes.area(), byCodes.confidence(), byCodes.shares(), reasons);
    }

    /** Codes of reform that lost: whoever reads the answer must see what they spoke for, however many words spoke against them. */
    private static Set<Sentence> outweighed(RulePoints rules) {
        Set<Sentence> outweighed = new LinkedHashSet<>();
        for (CodeBook.Reading sector : rules.sectors()) {
            if (sector.best().isSsr()) {
                outweighed.add(Sentence.of(
                        "portfolio.reason.code.outweighed",
                        codeEvidence(sector, 1).reason(),
                        sector.best().code()));
            }
        }
        return outweighed;
    }

    private static Sorting undecided(RulePoints rules) {
        List<Sentence> reasons = new ArrayList<>(List.of(Sentence.of("portfolio.reason.says-too-little")));
        rules.evidence().stream().map(Evidence::reason).limit(REASONS).forEach(reasons::add);
        reasons.addAll(remarks(rules));
        return new Sorting(
                ReformArea.CANNOT_BE_TOLD,
                new BigDecimal("0.50"),
                Map.of(ReformArea.CANNOT_BE_TOLD, BigDecimal.valueOf(100)),
                reasons);
    }

    private static List<Sentence> remarks(RulePoints rules) {
        return rules.isCut() ? List.of(Sentence.of("portfolio.reason.cut")) : List.of();
    }

    private static BigDecimal percent(double certainty) {
        return BigDecimal.valueOf(Math.min(certainty, 0.99)).setScale(2, RoundingMode.HALF_UP);
    }

    private static Evidence codeEvidence(CodeBook.Reading sector, double weight) {
        ReformArea area = sector.best();
        double points = sector.points().getOrDefault(area, 0.0) * weight;
        Sentence reason = sector.isDac()
                ? Sentence.of(
                        sector.sector().vocabulary().equals(CodeBook.AIDDATA)
                                ? "portfolio.reason.code.aiddata"
                                : "portfolio.reason.code",
                        sector.code())
                : Sentence.of(
                        "portfolio.reason.code.other",
                        sector.code(),
                        sector.sector().vocabulary());
        return new Evidence(area, points, reason);
    }

    private static Map<ReformArea, Double> textPoints(Iterable<Evidence> evidence) {
        Map<ReformArea, List<Double>> points = new EnumMap<>(ReformArea.class);
        for (Evidence piece : evidence) {
            points.computeIfAbsent(piece.area(), area -> new ArrayList<>()).add(piece.points());
        }
        Map<ReformArea, Double> sums = new EnumMap<>(ReformArea.class);
        points.forEach((area, list) -> {
            list.sort(Comparator.reverseOrder());
            double sum = 0;
            double part = 1;
            for (double next : list) {
                sum += next * part;
                part *= FURTHER;
            }
            sums.put(area, sum);
        });
        return sums;
    }

    private static Map<ReformArea, Double> sum(Map<ReformArea, Double> codes, Map<ReformArea, Double> text) {
        Map<ReformArea, Double> all = new EnumMap<>(ReformArea.class);
        all.put(ReformArea.NONE, PRIOR_OF_NONE);
        codes.forEach((area, points) -> all.merge(area, points, Double::sum));
        text.forEach((area, points) -> all.merge(area, points, Double::sum));
        return all;
    }

    static ReformArea best(Map<ReformArea, Double> points) {
        ReformArea best = ReformArea.NONE;
        for (Map.Entry<ReformArea, Double> entry : points.entrySet()) {
            if (entry.getValue() > points.getOrDefault(best, 0.0)) {
                best = entry.getKey();
            }
        }
        return best;
    }

    /** The answer's part of the sum of the exponentials of all points. */
    static double certainty(ReformArea answer, Map<ReformArea, Double> points) {
        double own = points.getOrDefault(answer, 0.0);
        double sum = 0;
        for (ReformArea other : ReformArea.values()) {
            if (other != ReformArea.CANNOT_BE_TOLD) {
                sum += Math.exp(points.getOrDefault(other, 0.0) - own);
            }
        }
        return 1 / sum;
    }

    /** Percent of each sector: as reported if all are and they add to something, otherwise equal parts. */
    private static List<BigDecimal> weights(List<CodeBook.Reading> sectors) {
        BigDecimal hundred = BigDecimal.valueOf(100);
        boolean areReported = areReported(sectors);
        BigDecimal total = BigDecimal.ZERO;
        for (CodeBook.Reading sector : sectors) {
            BigDecimal percentage = sector.sector().percentage();
            total = total.add(areReported && percentage != null ? percentage : BigDecimal.ONE);
        }
        List<BigDecimal> weights = new ArrayList<>();
        for (CodeBook.Reading sector : sectors) {
            BigDecimal percentage = sector.sector().percentage();
            BigDecimal own = areReported && percentage != null ? percentage : BigDecimal.ONE;
            weights.add(own.multiply(hundred).divide(total, 6, RoundingMode.HALF_UP));
        }
        return weights;
    }

    private static boolean areReported(List<CodeBook.Reading> sectors) {
        boolean some = false;
        for (CodeBook.Reading sector : sectors) {
            BigDecimal percentage = sector.sector().percentage();
            if (percentage == null || percentage.signum() < 0) {
                return false;
            }
            some |= percentage.signum() > 0;
        }
        return some;
    }

    private static Map<ReformArea, BigDecimal> shares(
            ReformArea best,
            List<CodeBook.Reading> sectors,
            Map<ReformArea, Double> text,
            Map<ReformArea, Double> more) {
        Map<ReformArea, BigDecimal> raw = new EnumMap<>(ReformArea.class);
        if (sectors.size() > 1 && areReported(sectors)) {
            List<BigDecimal> weights = weights(sectors);
            for (int i = 0; i < sectors.size(); i++) {
                Map<ReformArea, Double> ofSector = sum(sectors.get(i).points(), text);
                more.forEach((area, points) -> ofSector.merge(area, points, Double::sum));
                raw.merge(best(ofSector), weights.get(i), BigDecimal::add);
            }
        } else {
            raw.put(best, BigDecimal.valueOf(100));
        }
        return rounded(withSecondArea(raw, text));
    }

    /** Where the text names a second area almost as clearly as the first, the largest part is divided between the two. */
    private static Map<ReformArea, BigDecimal> withSecondArea(
            Map<ReformArea, BigDecimal> raw, Map<ReformArea, Double> text) {
        ReformArea first = largest(raw);
        double firstPoints = text.getOrDefault(first, 0.0);
        ReformArea second = null;
        for (ReformArea area : ReformArea.values()) {
            double points = text.getOrDefault(area, 0.0);
            if (first.isSsr()
                    && area.isSpecific()
                    && area != first
                    && !raw.containsKey(area)
                    && !isObjectOfControl(area, first)
                    && points >= SHARE_POINTS
                    && points >= SHARE_PART * firstPoints
                    && points <= firstPoints
                    && (second == null || points > text.getOrDefault(second, 0.0))) {
                second = area;
            }
        }
        if (second == null) {
            return raw;
        }
        Map<ReformArea, BigDecimal> divided = new EnumMap<>(raw);
        double points = text.getOrDefault(second, 0.0);
        BigDecimal whole = raw.getOrDefault(first, BigDecimal.ZERO);
        BigDecimal part = whole.multiply(BigDecimal.valueOf(points / (points + firstPoints)))
                .setScale(0, RoundingMode.DOWN);
        divided.put(second, part);
        divided.put(first, whole.subtract(part));
        return divided;
    }

    /** Who checks the army names the army, and is no support to it for that. */
    private static boolean isObjectOfControl(ReformArea area, ReformArea first) {
        return first.field().equals(Optional.of(Field.CONTROL_AND_OVERSIGHT))
                && area.field().equals(Optional.of(Field.PROFESSIONAL_FORCES));
    }

    /** At most two decimals; the largest takes what rounding leaves. */
    private static Map<ReformArea, BigDecimal> rounded(Map<ReformArea, BigDecimal> raw) {
        Map<ReformArea, BigDecimal> shares = new EnumMap<>(ReformArea.class);
        BigDecimal left = BigDecimal.valueOf(100);
        for (Map.Entry<ReformArea, BigDecimal> entry : raw.entrySet()) {
            BigDecimal share = entry.getValue().setScale(2, RoundingMode.DOWN);
            if (share.signum() > 0) {
                shares.put(entry.getKey(), share);
                left = left.subtract(share);
            }
        }
        shares.merge(largest(raw), left, BigDecimal::add);
        shares.replaceAll((area, share) -> share.stripTrailingZeros().scale() < 0
                ? share.setScale(0, RoundingMode.UNNECESSARY)
                : share.stripTrailingZeros());
        return shares;
    }

    private static ReformArea largest(Map<ReformArea, BigDecimal> shares) {
        ReformArea largest = ReformArea.NONE;
        for (Map.Entry<ReformArea, BigDecimal> entry : shares.entrySet()) {
            if (entry.getValue().compareTo(shares.getOrDefault(largest, BigDecimal.valueOf(-1))) > 0) {
                largest = entry.getKey();
            }
        }
        return largest;
    }

    private static boolean isLargest(ReformArea area, Map<ReformArea, BigDecimal> shares) {
        BigDecimal own = shares.getOrDefault(area, BigDecimal.ZERO);
        return shares.values().stream().allMatch(share -> share.compareTo(own) <= 0);
    }

    /** Evidence for the areas that have a share comes first, the weightiest before others; then what spoke against it. */
    private static List<Sentence> reasons(List<Evidence> evidence, ReformArea area, Set<ReformArea> shared) {
        Set<Sentence> reasons = new LinkedHashSet<>();
        evidence.stream()
                .sorted(Comparator.comparing((Evidence piece) -> piece.area() != area)
                        .thenComparing(piece -> !shared.contains(piece.area()))
                        .thenComparing(Evidence::points, Comparator.reverseOrder())
                        .thenComparing(piece -> piece.reason().toString()))
                .map(Evidence::reason)
                .limit(REASONS)
                .forEach(reasons::add);
        if (reasons.isEmpty()) {
            reasons.add(Sentence.of("portfolio.reason.nothing"));
        }
        return new ArrayList<>(reasons);
    }
}
