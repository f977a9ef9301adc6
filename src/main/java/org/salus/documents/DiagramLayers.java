package org.salus.documents;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts every box of a diagram into a layer. Layers of one lane stand together. Within a lane, what leads to another box of it stands before that box; boxes
 * with no line inside their lane go to the side where their lines lead, and into further layers before one gets too high. Layers are made here and not by the
 * layout engine, whose own depend on the order in which it happens to find things.
 */
final class DiagramLayers {
    /** Even in a small diagram a layer may have so many boxes. */
    private static final int FEW = 12;

    /** A line as it is laid out. */
    record Arrow(String from, String to) {}

    private final Map<String, List<String>> onward = new HashMap<>();
    private final Map<String, Integer> laneOf;
    private final List<Arrow> arrows;
    private final Map<String, Integer> layers = new LinkedHashMap<>();

    private DiagramLayers(Map<String, Integer> laneOf, List<Arrow> arrows) {
        this.laneOf = laneOf;
        this.arrows = arrows;
    }

    /**
     * The layer of each box, from 0.
     *
     * @param laneOf the lane of each box, in the order of boxes
     */
    static Map<String, Integer> of(Map<String, Integer> laneOf, int lanes, List<Arrow> arrows) {
        DiagramLayers made = new DiagramLayers(laneOf, arrows);
        int first = 0;
        for (int lane = 0; lane < lanes; lane++) {
            int at = lane;
            List<String> nodes = laneOf.entrySet().stream()
                    .filter(node -> node.getValue() == at)
                    .map(Map.Entry::getKey)
                    .toList();
            first += nodes.isEmpty() ? 0 : made.lane(nodes, lane, first);
        }
        return made.layers;
    }

    /** Fills a lane; answers how many layers it has. */
    private int lane(List<String> nodes, int lane, int first) {
        Map<String, Integer> bound = bound(nodes);
        int count = bound.values().stream().mapToInt(layer -> layer + 1).max().orElse(1);
        List<Integer> sizes = new ArrayList<>();
        for (int layer = 0; layer < count; layer++) {
            int at = layer;
            sizes.add((int) bound.values().stream().filter(own -> own == at).count());
        }
        int most = Math.max(FEW, (int) Math.ceil(2 * Math.sqrt(laneOf.size())));
        Map<String, Integer> placed = new HashMap<>(bound);
        for (String node : nodes) {
            if (!bound.containsKey(node)) {
                int layer = free(sizes, leadsOnward(node, lane), most);
                sizes.set(layer, sizes.get(layer) + 1);
                placed.put(node, layer);
            }
        }
        for (String node : nodes) {
            layers.put(node, first + placed.getOrDefault(node, 0));
        }
        return sizes.size();
    }

    /** The first layer with room, from the side where a box's lines lead; a new one at the end if all are full. */
    private static int free(List<Integer> sizes, boolean fromEnd, int most) {
        for (int i = 0; i < sizes.size(); i++) {
            int layer = fromEnd ? sizes.size() - 1 - i : i;
            if (sizes.get(layer) < most) {
                return layer;
            }
        }
        sizes.add(0);
        return sizes.size() - 1;
    }

    /** Whether more of a box's lines lead to later lanes than to earlier ones. */
    private boolean leadsOnward(String node, int lane) {
        int balance = 0;
        for (Arrow arrow : arrows) {
            if (arrow.from().equals(node)) {
                balance += Integer.signum(laneOf.getOrDefault(arrow.to(), lane) - lane);
            } else if (arrow.to().equals(node)) {
                balance += Integer.signum(laneOf.getOrDefault(arrow.from(), lane) - lane);
            }
        }
        return balance > 0;
    }

    /** The layers of the boxes that have a line inside their lane: each as late as the boxes it leads to allow. */
    private Map<String, Integer> bound(List<String> nodes) {
        Set<String> here = new HashSet<>(nodes);
        onward.clear();
        Set<String> lined = new HashSet<>();
        for (Arrow arrow : arrows) {
            if (here.contains(arrow.from())
                    && here.contains(arrow.to())
                    && !arrow.from().equals(arrow.to())) {
                onward.computeIfAbsent(arrow.from(), from -> new ArrayList<>()).add(arrow.to());
                lined.add(arrow.from());
                lined.add(arrow.to());
            }
        }
        Map<String, Integer> height = new HashMap<>();
        for (String node : nodes) {
            if (lined.contains(node)) {
                climb(node, height);
            }
        }
        int highest = height.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        Map<String, Integer> bound = new HashMap<>();
        height.forEach((node, above) -> bound.put(node, highest - above));
        return bound;
    }

    private record Step(String node, int next) {}

    /** How many boxes follow a box on the longest way; a line back to where the way came from does not count. */
    private void climb(String start, Map<String, Integer> height) {
        Deque<Step> way = new ArrayDeque<>();
        Set<String> open = new HashSet<>();
        way.push(new Step(start, 0));
        while (!way.isEmpty()) {
            Step step = way.pop();
            String node = step.node();
            if (step.next() == 0 && (height.containsKey(node) || !open.add(node))) {
                continue;
            }
            List<String> followers = onward.getOrDefault(node, List.of());
            if (step.next() < followers.size()) {
                way.push(new Step(node, step.next() + 1));
                String follower = followers.get(step.next());
                if (!open.contains(follower) && !height.containsKey(follower)) {
                    way.push(new Step(follower, 0));
                }
                continue;
            }
            open.remove(node);
            height.put(
                    node,
                    followers.stream()
                            .filter(follower -> !open.contains(follower))
                            .mapToInt(follower -> height.getOrDefault(follower, -1) + 1)
                            .max()
                            .orElse(0));
        }
    }
}
