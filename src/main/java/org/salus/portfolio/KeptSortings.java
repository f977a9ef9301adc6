package org.salus.portfolio;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.salus.framework.ReformArea;
import org.salus.framework.Sentence;
import org.salus.ledger.Digest;

/**
 * Answers of a sorter as bytes that outlast the process, by the digest of what was asked. Only what is asked for is read out of them, since a country asks for few of them. Pure; where bytes are kept is
 * somebody else's business.
 *
 * <p>The bytes: the digest of the edition; how many answers; their digests, in order, each with where its answer begins; the answers; a check sum of all that.
 */
final class KeptSortings {
    /**
     * The number of the method, which is in no edition: how codes, phrases and what was learned are added up, and how answers are written here. Whoever changes either raises it, so that no answer of
     * before is found; a test notices.
     */
    private static final int METHOD = 1;

    /** Beyond so many, some thirty megabytes, most are of activities that nobody has any more: then the new ones begin afresh. */
    private static final int MOST = 100_000;

    private static final int KEY = Digest.BYTES + Integer.BYTES;
    private static final int HEAD = Digest.BYTES + Integer.BYTES;
    private static final int CHECK_SUM = Long.BYTES;

    private final ByteBuffer bytes;
    private final int count;

    private KeptSortings(ByteBuffer bytes, int count) {
        this.bytes = bytes;
        this.count = count;
    }

    /** No answers at all. */
    static KeptSortings none() {
        return new KeptSortings(ByteBuffer.allocate(0), 0);
    }

    /** Tells answers of this sorter from those of others, and from those of other methods. */
    static String edition(Sorter sorter) {
        return "method " + METHOD + ", " + sorter.edition();
    }

    /**
     * Those in bytes that {@link #with} wrote; none if they are of another edition, damaged or cut short.
     *
     * @param edition of {@link #edition}
     */
    static KeptSortings read(byte[] bytes, String edition) {
        if (bytes.length < HEAD + CHECK_SUM) {
            return none();
        }
        ByteBuffer all = ByteBuffer.wrap(bytes);
        int end = bytes.length - CHECK_SUM;
        if (all.getLong(end) != checkSum(bytes, end) || !Digest.read(all).equals(Digest.ofText(edition))) {
            return none();
        }
        return new KeptSortings(all, all.getInt());
    }

    private static long checkSum(byte[] bytes, int end) {
        CRC32 sum = new CRC32();
        sum.update(bytes, 0, end);
        return sum.getValue();
    }

    /** How many answers there are. */
    int count() {
        return count;
    }

    /** The answer to what has that digest. */
    Optional<Sorting> find(Digest asked) {
        int from = 0;
        int to = count;
        while (from < to) {
            int middle = (from + to) >>> 1;
            int order = key(middle).compareTo(asked);
            if (order == 0) {
                return Optional.of(sorting(bytes.duplicate().position(start(middle))));
            }
            if (order < 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return Optional.empty();
    }

    private Digest key(int at) {
        return Digest.read(bytes.duplicate().position(HEAD + at * KEY));
    }

    private int start(int at) {
        return at == count ? bytes.limit() - CHECK_SUM : bytes.getInt(HEAD + at * KEY + Digest.BYTES);
    }

    /**
     * These and others, as bytes. An answer that would not be read as it was written is left out.
     *
     * @param edition of {@link #edition}
     */
    byte[] with(Map<Digest, Sorting> more, String edition) {
        NavigableMap<Digest, byte[]> all = new TreeMap<>();
        if (count + more.size() <= MOST) {
            for (int i = 0; i < count; i++) {
                byte[] answer = new byte[start(i + 1) - start(i)];
                bytes.get(start(i), answer);
                all.put(key(i), answer);
            }
        }
        more.forEach((asked, sorting) -> {
            byte[] answer = written(sorting);
            if (isRead(answer, sorting)) {
                all.put(asked, answer);
            }
        });
        int start = HEAD + all.size() * KEY;
        int length = start + CHECK_SUM;
        for (byte[] answer : all.values()) {
            length += answer.length;
        }
        ByteBuffer out = ByteBuffer.allocate(length);
        Digest.ofText(edition).write(out);
        out.putInt(all.size());
        for (Map.Entry<Digest, byte[]> one : all.entrySet()) {
            one.getKey().write(out);
            out.putInt(start);
            start += one.getValue().length;
        }
        all.values().forEach(out::put);
        out.putLong(checkSum(out.array(), out.position()));
        return out.array();
    }

    private static boolean isRead(byte[] answer, Sorting sorting) {
        try {
            return sorting(ByteBuffer.wrap(answer)).equals(sorting);
        } catch (BufferUnderflowException | IllegalArgumentException otherThings) {
            return false;
        }
    }

    private static byte[] written(Sorting sorting) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            text(out, sorting.area().code());
            text(out, sorting.confidence().toString());
            out.writeInt(sorting.shares().size());
            for (Map.Entry<ReformArea, BigDecimal> share : sorting.shares().entrySet()) {
                text(out, share.getKey().code());
                text(out, share.getValue().toString());
            }
            sentences(out, sorting.reasons());
            out.writeBoolean(sorting.isJudged());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void sentences(DataOutputStream out, List<Sentence> sentences) throws IOException {
        out.writeInt(sentences.size());
        for (Sentence sentence : sentences) {
            text(out, sentence.key());
            out.writeInt(sentence.arguments().size());
            for (Object argument : sentence.arguments()) {
                boolean isSentence = argument instanceof Sentence;
                out.writeBoolean(isSentence);
                if (argument instanceof Sentence inner) {
                    sentences(out, List.of(inner));
                } else {
                    text(out, argument.toString());
                }
            }
        }
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static Sorting sorting(ByteBuffer in) {
        ReformArea area = ReformArea.of(text(in));
        BigDecimal confidence = new BigDecimal(text(in));
        Map<ReformArea, BigDecimal> shares = new EnumMap<>(ReformArea.class);
        for (int left = in.getInt(); left > 0; left--) {
            shares.put(ReformArea.of(text(in)), new BigDecimal(text(in)));
        }
        return new Sorting(area, confidence, shares, sentences(in), in.get() != 0);
    }

    private static List<Sentence> sentences(ByteBuffer in) {
        List<Sentence> sentences = new ArrayList<>();
        for (int left = in.getInt(); left > 0; left--) {
            String key = text(in);
            List<Object> arguments = new ArrayList<>();
            for (int more = in.getInt(); more > 0; more--) {
                arguments.add(in.get() != 0 ? sentences(in).getFirst() : text(in));
            }
            sentences.add(new Sentence(key, arguments));
        }
        return sentences;
    }

    private static String text(ByteBuffer in) {
        int length = in.getInt();
        String text = new String(in.array(), in.arrayOffset() + in.position(), length, StandardCharsets.UTF_8);
        in.position(in.position() + length);
        return text;
    }
}
