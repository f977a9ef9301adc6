package org.salus.goals;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.salus.framework.Aim;
import org.salus.framework.Characteristic;
import org.salus.framework.DateSpan;
import org.salus.framework.Directness;
import org.salus.framework.Effect;
import org.salus.framework.PartialDate;
import org.salus.framework.Pillar;
import org.salus.framework.ReformArea;
import org.salus.framework.SecurityKind;
import org.salus.framework.Sentence;
import org.salus.ledger.Citation;
import org.salus.ledger.Confidence;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;

/** A results chain written down in a test. Ids come from names, so the same plan is the same chain. */
final class Plan {
    static final ItemId CHAIN = id("the chain");

    private final Map<ItemId, Item<?>> items = new HashMap<>();
    private final List<ItemId> order = new ArrayList<>();
    private final Map<ItemId, Set<Pillar>> pillars = new HashMap<>();

    /** A chain in which nothing is missing: two objectives, one of a force, one of a parliament. */
    static Plan whole() {
        Plan plan = new Plan();
        plan.pillars.put(id("police"), Set.of(Pillar.PROVIDERS));
        plan.pillars.put(id("parliament"), Set.of(Pillar.OVERSIGHT));
        plan.put(
                "goal",
                Goal.KIND,
                new Goal(
                        CHAIN,
                        "People of the lake towns go to market without paying at road blocks",
                        "Traders and farmers of the lake towns",
                        List.of(Aim.EFFECTIVE, Aim.ACCOUNTABLE),
                        Optional.of(SecurityKind.INTERNAL),
                        List.of(new ExpectedEffect(
                                Effect.POVERTY_ALLEVIATION, Directness.INDIRECT, "Trade comes back with safe roads")),
                        "Families of those who live from the road blocks",
                        ""));
        plan.put("payroll", Objective.KIND, objective("Police pay reaches every post in full", "police", "G3"));
        plan.put(
                "hearings",
                Objective.KIND,
                objective("Parliament hears every complaint in a year", "parliament", "G2"));
        plan.put("audit", Result.KIND, result("Pay is checked against posts", ResultKind.OUTCOME, Means.RULES));
        plan.put("help", Support.KIND, support("Advice on pay", "Nordmark", Means.ADVISE));
        plan.put("clerks", Support.KIND, support("Clerks for the committee", "Nordmark", Means.OVERSEE));
        plan.put(
                "trust",
                Assumption.KIND,
                new Assumption(CHAIN, "The treasury pays on time", AssumptionState.PARTLY, ""));
        plan.indicator("payroll", "Posts paid in full");
        plan.indicator("hearings", "Complaints heard");
        plan.link("help", LinkType.CONTRIBUTES, "audit")
                .link("audit", LinkType.CONTRIBUTES, "payroll")
                .link("clerks", LinkType.CONTRIBUTES, "hearings")
                .link("payroll", LinkType.CONTRIBUTES, "goal")
                .link("hearings", LinkType.CONTRIBUTES, "goal")
                .link("payroll", LinkType.RESTS_ON, "trust")
                .link("hearings", LinkType.RESTS_ON, "trust");
        return plan;
    }

    static Objective objective(String title, String institution, String characteristic) {
        return new Objective(
                CHAIN,
                title,
                Optional.of(id(institution)),
                "",
                Optional.of(Characteristic.of(characteristic)),
                Optional.of(PartialDate.ofYear(2027)),
                Optional.of(PartialDate.ofYear(2031)),
                "Office for reform",
                new Cost(Optional.of(new BigDecimal("250000")), Optional.of(new BigDecimal("40000.50")), "USD"),
                "Treasury",
                "Unpaid posts live from road blocks",
                "Officers who gain from ghost posts",
                Optional.empty(),
                "",
                Optional.empty(),
                "");
    }

    static Result result(String title, ResultKind kind, Means means) {
        return new Result(CHAIN, title, kind, Optional.of(means), "", Optional.empty(), "");
    }

    static Support support(String title, String donor, Means means) {
        return new Support(
                CHAIN,
                title,
                donor,
                true,
                Optional.of(ReformArea.SECURITY_BUDGET),
                Optional.of(means),
                List.of(),
                Optional.empty(),
                "",
                DateSpan.OPEN,
                Optional.empty(),
                "");
    }

    static ItemId id(String name) {
        return new ItemId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    <T extends Record> Plan put(String name, Kind<T> kind, T value) {
        Item<T> fresh = Item.fresh(kind, value);
        if (items.put(id(name), new Item<>(id(name), kind, fresh.sensitivity(), List.of(), value, Set.of())) == null) {
            order.add(id(name));
        }
        return this;
    }

    Plan indicator(String of, String title) {
        Indicator bare = Indicator.of(CHAIN, id(of), title);
        return put(
                "indicator of " + of,
                Indicator.KIND,
                new Indicator(
                        CHAIN,
                        id(of),
                        title,
                        "%",
                        bare.direction(),
                        new Reading(Optional.of(new BigDecimal("31")), "", Optional.of(PartialDate.ofYear(2026))),
                        new Reading(Optional.of(new BigDecimal("90")), "", Optional.of(PartialDate.ofYear(2031))),
                        "Treasury",
                        ""));
    }

    Plan link(String from, LinkType type, String to) {
        return put(
                from + " " + type.code() + " " + to,
                Link.KIND,
                new Link(CHAIN, id(from), type, id(to), Directness.DIRECT, "", Strength.UNKNOWN));
    }

    /** The element, with a source. */
    Plan citing(String name) {
        items.computeIfPresent(
                id(name),
                (known, item) -> cited(item, List.of(Citation.of(id("a source"), "page 3", Confidence.MEDIUM))));
        return this;
    }

    private static <T extends Record> Item<T> cited(Item<T> item, List<Citation> citations) {
        return new Item<>(item.id(), item.kind(), item.sensitivity(), citations, item.value(), item.basis());
    }

    Plan without(String name) {
        items.remove(id(name));
        order.remove(id(name));
        return this;
    }

    <T extends Record> Plan change(String name, Kind<T> kind, UnaryOperator<T> how) {
        return put(name, kind, how.apply(kind.type().cast(value(name))));
    }

    private Record value(String name) {
        return java.util.Objects.requireNonNull(items.get(id(name)), name).value();
    }

    Chain chain() {
        return Chain.of(CHAIN, order.stream().<Item<?>>map(items::get).toList());
    }

    /** The same items, in the order of a list of numbers. */
    Chain shuffled(java.util.Random chance) {
        List<Item<?>> all = new ArrayList<>(items.values());
        java.util.Collections.shuffle(all, chance);
        return Chain.of(CHAIN, all);
    }

    HolesAnswer holes() {
        return HolesAnalysis.of(inquiry(chain()));
    }

    ChainInquiry inquiry(Chain chain) {
        return new ChainInquiry(chain, pillars, OutputWords.SHIPPED);
    }

    /** Rule and place of each hole, as a test writes them. */
    List<String> found() {
        return holes().holes().stream().map(this::written).toList();
    }

    private String written(Hole hole) {
        Map<ItemId, String> names = new HashMap<>();
        for (String name :
                List.of("goal", "payroll", "hearings", "audit", "help", "clerks", "trust", "gift", "extra")) {
            names.put(id(name), name);
        }
        String name = hole.name();
        for (Map.Entry<ItemId, String> known : names.entrySet()) {
            name = name.replace(known.getKey().toString(), known.getValue());
        }
        return name;
    }

    List<Sentence> sentences() {
        return holes().holes().stream().map(Hole::says).collect(Collectors.toList());
    }
}
