package org.salus.portfolio;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sorts what was sorted before without reading it again, however often it is asked: for one country, for all of a donor's, for the next donor. It keeps what was answered and a digest of
 * what was asked, and none of the texts. Safe for several threads.
 */
final class RememberingSorter implements Sorter {
    /** Some ten megabytes of answers; as many as the activities of a large data folder. */
    private static final int MOST = 20_000;

    private final Sorter sorter;
    private final Map<ByteBuffer, Sorting> known;

    RememberingSorter(Sorter sorter) {
        this(sorter, MOST);
    }

    /** @param most how many answers are kept; those that were not asked for longest go first */
    RememberingSorter(Sorter sorter, int most) {
        this.sorter = sorter;
        this.known = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Sorting> eldest) {
                return size() > most;
            }
        });
    }

    @Override
    public Sorting sort(Sortable activity) {
        ByteBuffer asked = digest(activity);
        Sorting answer = known.get(asked);
        if (answer == null) {
            // Not while the map is locked: others sort meanwhile, and the same twice is the same.
            answer = sorter.sort(activity);
            known.put(asked, answer);
        }
        return answer;
    }

    @Override
    public String edition() {
        return sorter.edition();
    }

    /** Of all that has a say in the answer, which the identifier has not. */
    private static ByteBuffer digest(Sortable activity) {
        MessageDigest digest = sha256();
        texts(digest, activity.titles());
        texts(digest, activity.descriptions());
        number(digest, activity.sectors().size());
        for (SectorCode sector : activity.sectors()) {
            BigDecimal percentage = sector.percentage();
            texts(
                    digest,
                    percentage == null
                            ? List.of(sector.vocabulary(), sector.code(), sector.name())
                            : List.of(sector.vocabulary(), sector.code(), sector.name(), percentage.toString()));
        }
        return ByteBuffer.wrap(digest.digest());
    }

    /** With their number and lengths before them, so that no two lists read alike. */
    private static void texts(MessageDigest digest, List<String> texts) {
        number(digest, texts.size());
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_16BE);
            number(digest, bytes.length);
            digest.update(bytes);
        }
    }

    private static void number(MessageDigest digest, int number) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, number));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
