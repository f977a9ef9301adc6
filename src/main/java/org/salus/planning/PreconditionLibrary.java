package org.salus.planning;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.salus.frame.TranslatedTexts;
import org.salus.framework.Precondition;
import org.salus.framework.ReformArea;
import org.salus.framework.Term;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What usually comes before what in a reform, with its reason and source: offered for the steps of a plan, and never kept to unless somebody says so.
 *
 * @param edition of the file
 * @param rules in the order in which they are offered
 */
public record PreconditionLibrary(String edition, List<PreconditionRule> rules) {
    private static final PreconditionLibrary SHIPPED = read();

    public PreconditionLibrary {
        rules = List.copyOf(rules);
    }

    /**
     * An order that could be kept.
     *
     * @param before id of the box that would come first
     * @param after id of the box that would wait
     */
    public record Offer(
            String precondition,
            String name,
            String why,
            String source,
            String before,
            String beforeTitle,
            String after,
            String afterTitle) {}

    /** A step for which the plan has nothing that usually comes first. */
    public record Unmet(String precondition, String name, String why, String source, String step, String title) {}

    /** What was made of an offer, or said without one. */
    public record Decided(
            String id,
            String precondition,
            String name,
            String before,
            String beforeTitle,
            String after,
            String afterTitle,
            OrderStanding standing,
            int lag,
            String because) {}

    /**
     * What the library has to say about the steps of a plan.
     *
     * @param edition of the library
     * @param offers nobody has decided about
     * @param unmet steps without what usually comes first
     * @param decided what was kept or declined, and orders that people said by themselves
     */
    public record Offered(String edition, List<Offer> offers, List<Unmet> unmet, List<Decided> decided) {
        /** Nothing, where nothing is planned. */
        static final Offered NOTHING = new Offered(SHIPPED.edition(), List.of(), List.of(), List.of());

        public Offered {
            offers = List.copyOf(offers);
            unmet = List.copyOf(unmet);
            decided = List.copyOf(decided);
        }
    }

    /** The one that comes with the program. */
    public static PreconditionLibrary shipped() {
        return SHIPPED;
    }

    /** The same in a language; in English where there are no words in that one. */
    public static PreconditionLibrary shipped(Locale language) {
        return Translated.BY_LANGUAGE.getOrDefault(language.getLanguage(), SHIPPED);
    }

    /** Read when somebody first reads in another language. */
    private static final class Translated {
        private static final Map<String, PreconditionLibrary> BY_LANGUAGE = TranslatedTexts.byLanguage(SHIPPED::in);
    }

    private PreconditionLibrary in(Locale language) {
        TranslatedTexts texts = TranslatedTexts.read(
                PreconditionLibrary.class,
                "preconditions",
                language,
                "preconditions",
                edition,
                rules.stream().map(PreconditionRule::code).collect(Collectors.toSet()));
        return new PreconditionLibrary(
                edition,
                rules.stream()
                        .map(rule -> rule.saying(
                                texts.of(rule.code()).required("name").asString(),
                                texts.of(rule.code()).required("why").asString()))
                        .toList());
    }

    /** The entry of that code. */
    public Optional<PreconditionRule> find(String code) {
        return rules.stream().filter(rule -> rule.code().equals(code)).findFirst();
    }

    /** What it offers for these steps, beside what was decided. */
    Offered offered(PlanBook book, List<PlannedStep> steps) {
        Set<ItemId> decided = new HashSet<>();
        book.orders().forEach(item -> decided.add(item.id()));
        List<Offer> offers = new ArrayList<>();
        List<Unmet> unmet = new ArrayList<>();
        for (PreconditionRule rule : rules) {
            for (PlannedStep after : steps) {
                if (!rule.isAbout(after)) {
                    continue;
                }
                List<PlannedStep> before =
                        steps.stream().filter(step -> rule.holds(step, after)).toList();
                if (before.isEmpty()) {
                    unmet.add(
                            new Unmet(rule.code(), rule.name(), rule.why(), rule.source(), after.id(), after.title()));
                }
                before.stream()
                        .filter(step -> !decided.contains(StepOrder.id(step.box(), after.box(), rule.code())))
                        .forEach(step -> offers.add(new Offer(
                                rule.code(),
                                rule.name(),
                                rule.why(),
                                rule.source(),
                                step.id(),
                                step.title(),
                                after.id(),
                                after.title())));
            }
        }
        return new Offered(
                edition,
                offers,
                unmet,
                book.orders().stream().map(item -> decided(book, item)).toList());
    }

    private Decided decided(PlanBook book, Item<StepOrder> item) {
        StepOrder order = item.value();
        return new Decided(
                item.id().toString(),
                order.precondition(),
                find(order.precondition()).map(PreconditionRule::name).orElse(""),
                order.before().toString(),
                book.boxes().title(order.before()),
                order.after().toString(),
                book.boxes().title(order.after()),
                order.standing(),
                order.lag().map(Number::intValue).orElse(0),
                order.because());
    }

    // --- the file ---

    private static PreconditionLibrary read() {
        JsonNode file;
        try (InputStream bytes = Objects.requireNonNull(
                PreconditionLibrary.class.getResourceAsStream("preconditions.yaml"), "preconditions.yaml")) {
            file = new YAMLMapper().readTree(bytes);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        List<PreconditionRule> rules = new ArrayList<>();
        file.required("preconditions").forEach(one -> rules.add(rule(one)));
        return new PreconditionLibrary(file.required("edition").asString(), rules);
    }

    private static PreconditionRule rule(JsonNode one) {
        Optional<String> typed = Optional.of(one.path("typed").asString("")).filter(code -> !code.isEmpty());
        // A code that means nothing would silently be no precondition of the approach.
        typed.filter(code -> Precondition.all().stream()
                        .noneMatch(known -> known.code().equals(code)))
                .ifPresent(code -> {
                    throw new IllegalStateException(code);
                });
        return new PreconditionRule(
                one.required("code").asString(),
                typed,
                types(one.required("first")),
                types(one.required("then")),
                one.path("areas")
                        .valueStream()
                        .map(code -> ReformArea.of(code.asString()))
                        .toList(),
                one.path("within").asString("").equals("institution"),
                one.required("name").asString(),
                one.required("why").asString(),
                one.required("source").asString());
    }

    private static List<StepType> types(JsonNode codes) {
        return codes.valueStream()
                .map(code -> Term.get(StepType.class, code.asString()))
                .toList();
    }
}
