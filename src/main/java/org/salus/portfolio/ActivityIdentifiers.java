package org.salus.portfolio;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.salus.evidence.Activity;

/** Which activity somebody means who writes an identifier. */
final class ActivityIdentifiers {
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");

    private final Set<String> known = new TreeSet<>();
    private final Map<String, Set<String>> byFolded = new TreeMap<>();

    ActivityIdentifiers(Collection<Activity> activities) {
        for (Activity activity : activities) {
            known.add(activity.identifier());
            byFolded.computeIfAbsent(folded(activity.identifier()), first -> new TreeSet<>())
                    .add(activity.identifier());
        }
    }

    /** Case and spaces tell no two activities apart. */
    static String folded(String identifier) {
        return SPACES.matcher(identifier).replaceAll("").toUpperCase(Locale.ROOT);
    }

    /** The activity of exactly this identifier, else the only one whose identifier differs in case and spaces alone. */
    Optional<String> meant(String written) {
        String stripped = written.strip();
        if (known.contains(stripped)) {
            return Optional.of(stripped);
        }
        Set<String> alike = byFolded.getOrDefault(folded(written), Set.of());
        return alike.size() == 1 ? Optional.of(alike.iterator().next()) : Optional.empty();
    }
}
