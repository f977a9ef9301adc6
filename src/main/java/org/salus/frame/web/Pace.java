package org.salus.frame.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How many requests somebody may send: a purse that holds so many, and fills again by so many a second. Whoever was not seen for the longest time is
 * forgotten first. Safe for use by several threads.
 */
final class Pace {
    private static final int MOST_PURSES = 20_000;
    private static final double NANOS = 1e9;

    private final double most;
    private final double perSecond;
    private final LongSupplier nanos;
    private final Map<String, Purse> purses = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Purse> eldest) {
            return size() > MOST_PURSES;
        }
    };

    private record Purse(double left, long at) {}

    Pace(int most, int perSecond, LongSupplier nanos) {
        this.most = most;
        this.perSecond = perSecond;
        this.nanos = nanos;
    }

    /** Takes one request from somebody's purse; false if it is empty. */
    synchronized boolean allows(String who) {
        long now = nanos.getAsLong();
        Purse purse = purses.get(who);
        double left = purse == null ? most : Math.min(most, purse.left() + (now - purse.at()) / NANOS * perSecond);
        boolean allowed = left >= 1;
        purses.put(who, new Purse(allowed ? left - 1 : left, now));
        return allowed;
    }
}
