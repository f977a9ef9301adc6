package org.salus.appraisal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** How a fact is read from texts; {@code aid-rules.yaml} explains each word. */
final class AidReading {
    private static final Set<String> WORDS = Set.of(
            "keys", "any", "denied", "outside", "alone", "before", "also", "open", "remark", "if", "unless", "loose");
    private static final Pattern YEAR = Pattern.compile("\\b(?:19|20)\\d\\d\\b");
    private static final String PARTNER = "partner";

    /** What a text says of a question: nothing where it leaves it to other readings. */
    private enum Says {
        YES,
        NO,
        UNKNOWN,
        NOTHING
    }

    private final List<String> keys;
    private final List<String> also;
    private final Set<String> any;
    private final Set<String> denied;
    private final Set<String> outside;
    private final Set<String> open;
    private final Optional<String> alone;
    private final Optional<String> onlyIf;
    private final Optional<String> unless;
    private final int before;
    private final boolean isRemark;
    private final boolean isLoose;

    AidReading(JsonNode file) {
        if (!WORDS.containsAll(file.propertyNames())) {
            throw new IllegalArgumentException("A reading knows " + WORDS + ": " + file);
        }
        keys = texts(file.required("keys"));
        also = texts(file.path("also"));
        any = Set.copyOf(texts(file.path("any")));
        denied = Set.copyOf(texts(file.path("denied")));
        outside = Set.copyOf(texts(file.path("outside")));
        open = Set.copyOf(texts(file.path("open")));
        alone = text(file, "alone");
        onlyIf = text(file, "if");
        unless = text(file, "unless");
        before = file.path("before").asInt(0);
        isRemark = file.path("remark").asBoolean(false);
        isLoose = file.path("loose").asBoolean(false);
    }

    private static Optional<String> text(JsonNode file, String name) {
        return Optional.ofNullable(file.get(name)).map(JsonNode::asString);
    }

    private static List<String> texts(JsonNode several) {
        List<String> texts = new ArrayList<>();
        several.forEach(one -> texts.add(one.asString()));
        return List.copyOf(texts);
    }

    /** The meanings it looks for. */
    Set<String> meanings() {
        return Stream.of(
                        any.stream(),
                        denied.stream(),
                        outside.stream(),
                        open.stream(),
                        alone.stream(),
                        onlyIf.stream(),
                        unless.stream())
                .flatMap(one -> one)
                .collect(Collectors.toSet());
    }

    /** The names of the texts it reads in any case. */
    List<String> needed() {
        return keys;
    }

    /** The names of all texts it may look at. */
    Stream<String> looksAt() {
        return Stream.of(keys.stream(), also.stream(), Stream.of(PARTNER)).flatMap(one -> one);
    }

    /** Whether it reads names, of which not everything needs to be understood, or words that count only where they are known. */
    boolean isForNames() {
        return isLoose || isRemark || before > 0;
    }

    /** Whether a yes may rest on a text that need not be there. */
    boolean restsOnMore() {
        return !also.isEmpty();
    }

    /** What it says of an activity; empty where there is nothing to read. */
    Optional<Known> of(Map<String, AidText> texts) {
        if (onlyIf.map(meaning -> !partnerMeans(texts, meaning)).orElse(false)
                || unless.map(meaning -> partnerMeans(texts, meaning)).orElse(false)) {
            return Optional.empty();
        }
        if (before > 0) {
            return year(texts).map(year -> year < before ? Known.YES : Known.NO);
        }
        List<Optional<AidText>> read = keys.stream()
                .map(key -> find(texts, key).filter(text -> !text.isSilent()))
                .toList();
        if (alone.isPresent()) {
            Set<String> only = Set.of(alone.get());
            return read.getFirst()
                    .filter(text -> !text.parts().isEmpty())
                    .filter(text -> text.parts().stream()
                            .allMatch(part ->
                                    !part.isDoubtful() && part.meanings().equals(only)))
                    .map(text -> Known.YES);
        }
        List<Optional<Says>> said =
                read.stream().map(text -> text.map(this::saidBy)).toList();
        boolean isSaid = said.contains(Optional.of(Says.YES))
                || also.stream().flatMap(key -> find(texts, key).stream()).anyMatch(text -> any(text) == Says.YES);
        if (isSaid) {
            return Optional.of(Known.YES);
        }
        if (isRemark || said.stream().allMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        if (said.stream().allMatch(Optional.of(Says.NO)::equals)) {
            return Optional.of(Known.NO);
        }
        boolean leavesItOpen = said.stream()
                .allMatch(one -> one.filter(says -> says == Says.NO || says == Says.NOTHING)
                        .isPresent());
        return leavesItOpen ? Optional.empty() : Optional.of(Known.UNKNOWN);
    }

    private static boolean partnerMeans(Map<String, AidText> texts, String meaning) {
        return find(texts, PARTNER)
                .filter(partner -> partner.parts().stream()
                        .anyMatch(part -> part.meanings().contains(meaning)))
                .isPresent();
    }

    private static Optional<AidText> find(Map<String, AidText> texts, String key) {
        return Optional.ofNullable(texts.get(key));
    }

    /** The first year that is named. */
    private Optional<Integer> year(Map<String, AidText> texts) {
        return keys.stream()
                .flatMap(key -> find(texts, key).stream())
                .flatMap(text -> YEAR.matcher(text.source()).results())
                .map(found -> Integer.valueOf(found.group()))
                .min(Integer::compare);
    }

    private Says saidBy(AidText text) {
        return outside.isEmpty() ? any(text) : outside(text);
    }

    private Says any(AidText text) {
        List<AidText.Part> parts = text.parts();
        if (parts.stream().anyMatch(part -> !part.isDoubtful() && part.means(any))) {
            return Says.YES;
        }
        if (parts.stream().anyMatch(part -> part.means(any))) {
            return Says.UNKNOWN;
        }
        if (isLoose) {
            return Says.NO;
        }
        if (parts.isEmpty() || !parts.stream().allMatch(AidText.Part::isUnderstood)) {
            return Says.UNKNOWN;
        }
        if (parts.stream().anyMatch(part -> part.means(open))) {
            return Says.NOTHING;
        }
        boolean isDenied = denied.isEmpty() || parts.stream().allMatch(part -> part.means(denied));
        return isDenied ? Says.NO : Says.UNKNOWN;
    }

    /** Whether a part is about something else. What a part says of people or deeds beside its subject does not matter. */
    private Says outside(AidText text) {
        Says says = text.parts().isEmpty() ? Says.UNKNOWN : Says.NO;
        for (AidText.Part part : text.parts()) {
            Set<String> subjects = part.meanings().stream()
                    .filter(meaning -> meaning.startsWith("subject.")
                            || meaning.startsWith("kit.")
                            || (meaning.startsWith("aim.") && !meaning.equals("aim.civil")))
                    .collect(Collectors.toSet());
            if (!part.isUnderstood() || part.isDoubtful()) {
                says = Says.UNKNOWN;
            } else if (!(part.means(outside) && outside.containsAll(subjects))) {
                subjects.removeAll(outside);
                if (subjects.isEmpty() || !open.containsAll(subjects)) {
                    return Says.YES;
                }
                says = Says.UNKNOWN;
            }
        }
        return says;
    }
}
