package org.salus.appraisal;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * An activity as far as it is known.
 *
 * @param id whatever tells it from others
 * @param facts short free texts by name (partner, trainees, activity, topic, purpose, equipment …); what nobody knows is left out
 */
public record AidCase(String id, Map<String, String> facts) {
    public AidCase {
        facts = Collections.unmodifiableMap(new TreeMap<>(facts));
    }
}
