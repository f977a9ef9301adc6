package org.salus.frame.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How many requests somebody may send: a purse that holds the requests of a minute and fills again within one. Whoever was not seen for the longest time is
 * forgotten first. Safe for use by several threads.
 */
final class Pace {
    private static final int MOST_PURSES = 20_000;
    private static final double MINUTE_NANOS = 60e9;

    private final double perMinute;
    private final LongSupplier nanos;
    private final Map<String, Purse> purses = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Purse> eldest) {
            return size() > MOST_PURSES;
        }
    };

    private record Purse(double left, long at) {}

    Pace(int perMinute, LongSupplier nanos) {
        this.perMinute = perMinute;
        this.nanos = nanos;
    }

    /** Takes one request from somebody's purse; false if it is empty. */
    synchronized boolean allows(String who) {
        long now = nanos.getAsLong();
        Purse purse = purses.get(who);
        double left = purse == null
                ? perMinute
                : Math.min(perMinute, purse.left() + (now - purse.at()) / MINUTE_NANOS * perMinute);
        boolean allowed = left >= 1;
        purses.put(who, new Purse(allowed ? left - 1 : left, now));
        return allowed;
    }
}
