package org.salus.goals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.salus.framework.ResultLevel;
import org.salus.framework.Wording;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;

/** What a picture of a chain shows and in which order, also of chains made by chance. */
class ChainPictureTest {
    private static List<Item<?>> items(Chain chain) {
        List<Item<?>> all = new ArrayList<>(chain.boxes());
        all.addAll(chain.links());
        all.addAll(chain.assumptions());
        chain.boxes().forEach(box -> all.addAll(chain.indicators(box.id())));
        return all;
    }

    private static Chain after(Chain chain, List<Edit> edits) {
        Map<ItemId, Item<?>> all = new LinkedHashMap<>();
        items(chain).forEach(item -> all.put(item.id(), item));
        chain.boxes().forEach(box -> chain.place(box.id()).ifPresent(place -> all.put(place.id(), place)));
        for (Edit edit : edits) {
            if (edit instanceof Edit.Put) {
                all.put(edit.item().id(), edit.item());
            } else {
                all.remove(edit.item().id());
            }
        }
        return Chain.of(chain.id(), List.copyOf(all.values()));
    }

    private static List<ItemId> level(Chain chain, ResultLevel level) {
        return chain.boxes(level).stream().map(Item::id).toList();
    }

    /** Twenty results, eight objectives and three goals, linked by chance. */
    private static Chain byChance(int seed) {
        Random chance = new Random(seed);
        Plan plan = Plan.whole();
        for (int i = 0; i < 3; i++) {
            plan.put("goal " + i, Goal.KIND, Goal.of(Plan.CHAIN, "goal " + i));
        }
        for (int i = 0; i < 8; i++) {
            plan.put("objective " + i, Objective.KIND, Objective.of(Plan.CHAIN, "objective " + i));
            if (chance.nextInt(5) > 0) {
                plan.link("objective " + i, LinkType.CONTRIBUTES, "goal " + chance.nextInt(3));
            }
        }
        for (int i = 0; i < 20; i++) {
            plan.put("result " + i, Result.KIND, Plan.result("result " + i, ResultKind.OUTPUT, Means.RULES));
            for (int links = chance.nextInt(3); links > 0; links--) {
                plan.link("result " + i, LinkType.CONTRIBUTES, "objective " + chance.nextInt(8));
            }
        }
        return plan.chain();
    }

    @Test
    void a_box_moves_among_its_siblings_and_nothing_else_does() {
        Chain chain = Plan.whole().chain();
        Item<? extends Box> hearings = chain.box(Plan.id("hearings")).orElseThrow();
        assertThat(level(chain, ResultLevel.OBJECTIVE)).containsExactly(Plan.id("payroll"), Plan.id("hearings"));
        assertThat(ChainOrder.of(chain).moving(hearings, false)).isEmpty();
        Chain moved = after(chain, ChainOrder.of(chain).moving(hearings, true));
        assertThat(level(moved, ResultLevel.OBJECTIVE)).containsExactly(Plan.id("hearings"), Plan.id("payroll"));
        assertThat(level(moved, ResultLevel.ACTIVITY)).isEqualTo(level(chain, ResultLevel.ACTIVITY));
        // What leads to it goes with it.
        List<ItemId> all = ChainOrder.of(moved).all();
        assertThat(all.indexOf(Plan.id("clerks"))).isLessThan(all.indexOf(Plan.id("help")));
        assertThat(level(after(moved, ChainOrder.of(moved).moving(hearings, false)), ResultLevel.OBJECTIVE))
                .containsExactly(Plan.id("payroll"), Plan.id("hearings"));
    }

    @Test
    void an_assumption_is_taken_away_with_its_links_and_a_box_it_belonged_to_is_where_one_goes_on() {
        Chain chain = Plan.whole().chain();
        ItemId trust = Plan.id("trust");
        assertThat(ChainOrder.of(chain).besideCondition(trust)).contains(Plan.id("payroll"));
        Chain without = after(chain, ChainOrder.of(chain).removingCondition(trust));
        assertThat(without.assumptions()).isEmpty();
        assertThat(without.links()).hasSize(chain.links().size() - 2);
        assertThat(without.boxes()).hasSameSizeAs(chain.boxes());
        assertThat(ChainOrder.of(chain).removingCondition(Plan.id("payroll")))
                .as("a box is none")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void every_box_stands_once_and_moving_up_puts_it_back_among_its_siblings(int seed) {
        Chain chain = byChance(seed);
        Random chance = new Random(seed);
        for (int step = 0; step < 40; step++) {
            ChainOrder order = ChainOrder.of(chain);
            assertThat(order.all()).hasSize(chain.boxes().size()).doesNotHaveDuplicates();
            List<Item<? extends Box>> boxes = List.copyOf(chain.boxes());
            Item<? extends Box> box = boxes.get(chance.nextInt(boxes.size()));
            List<Edit> down = order.moving(box, false);
            if (!down.isEmpty()) {
                Chain moved = after(chain, down);
                Chain back = after(moved, ChainOrder.of(moved).moving(box, true));
                assertThat(ChainOrder.of(back).siblings(box)).isEqualTo(order.siblings(box));
                chain = moved;
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void folding_hides_what_leads_to_the_box_alone(int seed) {
        Chain chain = byChance(seed);
        Set<ItemId> all = ChainPart.whole(chain).shown();
        for (ItemId box : all) {
            ChainPart part = ChainPart.of(chain, Optional.empty(), Set.of(box));
            Set<ItemId> hidden = new HashSet<>(all);
            hidden.removeAll(part.shown());
            assertThat(part.shown()).contains(box);
            assertThat(part.folded().get(box)).isEqualTo(hidden.size());
            assertThat(chain.before(box)).containsAll(hidden);
            for (ItemId one : hidden) {
                assertThat(chain.from(one, LinkType.CONTRIBUTES))
                        .allMatch(link -> link.value().to().equals(box)
                                || hidden.contains(link.value().to()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void every_box_and_every_link_is_in_a_group(int seed) {
        Chain chain = byChance(seed);
        Set<ItemId> all = ChainPart.whole(chain).shown();
        for (ChainGroups.By by : ChainGroups.By.values()) {
            List<ChainGroups.Group> groups = ChainGroups.of(chain, all, by, ItemId::toString, Wording.english());
            for (ItemId box : all) {
                assertThat(groups).anyMatch(group -> group.boxes().contains(box));
            }
            for (Item<Link> link : chain.links()) {
                if (link.value().type() == LinkType.CONTRIBUTES) {
                    assertThat(groups)
                            .as(by + " " + link.value())
                            .anyMatch(group -> group.boxes()
                                    .containsAll(Set.of(
                                            link.value().from(), link.value().to())));
                }
            }
        }
    }

    @Test
    void a_box_goes_with_its_links_and_what_belongs_to_it_alone() {
        Chain chain = Plan.whole().chain();
        Item<? extends Box> payroll = chain.box(Plan.id("payroll")).orElseThrow();
        List<Edit> edits = ChainOrder.of(chain).removing(payroll);
        assertThat(edits).allMatch(edit -> edit instanceof Edit.Remove);
        assertThat(edits).extracting(edit -> edit.item().id()).contains(Plan.id("indicator of payroll"), payroll.id());
        Chain left = after(chain, edits);
        assertThat(left.links())
                .noneMatch(link -> link.value().from().equals(payroll.id())
                        || link.value().to().equals(payroll.id()));
        assertThat(left.assumptions()).as("hearings rest on it, too").hasSize(1);
        Item<? extends Box> hearings = left.box(Plan.id("hearings")).orElseThrow();
        assertThat(after(left, ChainOrder.of(left).removing(hearings)).assumptions())
                .isEmpty();
    }
}
