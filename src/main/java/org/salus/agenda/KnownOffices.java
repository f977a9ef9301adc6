package org.salus.agenda;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.salus.ledger.Item;
import org.salus.ledger.View;
import org.salus.sector.Actor;

/** Offices that a workspace knows: actors of its map, whoever takes part in meetings, focal points, and whoever was given an action or asked before. Of what one reader sees. */
final class KnownOffices {
    private final Map<String, String> byName = new LinkedHashMap<>();

    KnownOffices(Collection<String> offices) {
        offices.stream()
                .filter(office -> !office.isBlank())
                .forEach(office -> byName.putIfAbsent(plain(office), office.strip()));
    }

    static KnownOffices of(View view) {
        Stream<String> actors = view.list(Actor.KIND).stream().flatMap(actor -> actor.value().names().stream());
        Stream<String> meetings = view.list(Meeting.KIND).stream()
                .map(Item::value)
                .flatMap(meeting -> Stream.concat(Stream.of(meeting.place()), meeting.offices().stream()));
        Stream<String> others = Stream.of(
                        view.list(FocalPoint.KIND).stream()
                                .map(item -> item.value().office()),
                        view.list(Action.KIND).stream().map(item -> item.value().office()),
                        view.list(Request.KIND).stream()
                                .map(item -> item.value().askedOf()))
                .flatMap(names -> names);
        return new KnownOffices(
                Stream.of(actors, meetings, others).flatMap(names -> names).toList());
    }

    boolean isKnown(String office) {
        return byName.containsKey(plain(office));
    }

    /** The offices, in the order they were met. */
    List<String> names() {
        return List.copyOf(byName.values());
    }

    /** The one that is written most nearly so; empty if none is near. */
    Optional<String> nearest(String office) {
        String wanted = plain(office);
        int far = Math.max(1, wanted.length() / 3);
        String best = "";
        int least = far + 1;
        for (Map.Entry<String, String> known : byName.entrySet()) {
            boolean isPart =
                    wanted.length() > 2 && (known.getKey().contains(wanted) || wanted.contains(known.getKey()));
            int distance = isPart ? 1 : distance(wanted, known.getKey(), least);
            if (distance < least) {
                least = distance;
                best = known.getValue();
            }
        }
        return Optional.of(best).filter(name -> !name.isEmpty());
    }

    /** How a name is compared: whatever its case and blanks. */
    static String plain(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    /** How many letters have to be added, left out or changed (Levenshtein), or the limit where it is reached. */
    private static int distance(String one, String other, int limit) {
        if (Math.abs(one.length() - other.length()) >= limit) {
            return limit;
        }
        int[] before = new int[other.length() + 1];
        for (int column = 0; column < before.length; column++) {
            before[column] = column;
        }
        for (int row = 1; row <= one.length(); row++) {
            int[] now = new int[other.length() + 1];
            now[0] = row;
            for (int column = 1; column < now.length; column++) {
                int changed = before[column - 1] + (one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1);
                now[column] = Math.min(changed, Math.min(before[column], now[column - 1]) + 1);
            }
            before = now;
        }
        return Math.min(limit, before[other.length()]);
    }
}
