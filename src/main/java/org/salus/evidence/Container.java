package org.salus.evidence;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.jspecify.annotations.Nullable;
import org.salus.framework.Sentence;
import org.tukaani.xz.XZInputStream;

/**
 * Opens what files come wrapped in: {@code .gz}, {@code .bz2}, {@code .xz}, {@code .zip} and tar in any of them. Members are streamed, never unpacked to disk, so no
 * path inside an archive can leave its folder. A file that grows out of all proportion is refused.
 */
final class Container {
    private static final int TAR_MAGIC_AT = 257;
    /** Beyond this size a file may be at most so many times as large as what it was packed into. */
    private static final long FREE_BYTES = 256L << 20;

    private static final int MOST_TIMES_LARGER = 300;
    private static final long LARGEST = 32L << 30;
    private static final int MOST_MEMBERS = 100_000;
    private static final int XZ_MEMORY_KIB = 96 * 1024;

    private static final Map<String, String> OTHER_PACKINGS = Map.of(
            "(\u00b5/\u00fd",
            ".zst",
            "7z\u00bc\u00af'\u001c",
            ".7z",
            "Rar!\u001a\u0007",
            ".rar",
            "\u0004\"M\u0018",
            ".lz4",
            "LZIP",
            ".lz",
            "\u001f\u009d",
            ".Z");

    /** Receives one member at a time. */
    interface Visitor {
        /**
         * Takes one member.
         *
         * @param path the member's path in the archive; empty for a file that is no archive
         * @param bytes its content, to be read before returning; closing it has no effect
         */
        void member(String path, InputStream bytes) throws IOException;

        /** A member whose path points outside its archive; it is not read. */
        void unsafe(String path);

        /** A member that cannot be read to its end; the others are visited all the same. */
        void broken(String path, UnreadableFile why);
    }

    private final Path file;
    private final Progress progress;

    Container(Path file, Progress progress) {
        this.file = file;
        this.progress = progress;
    }

    /** Visits every member in the order of the archive (of a zip: by path). */
    void each(Visitor visitor) throws IOException {
        byte[] head = head();
        if (isZip(head)) {
            zip(visitor);
            return;
        }
        try (InputStream raw = new Watched(Files.newInputStream(file), progress)) {
            BufferedInputStream bytes = new BufferedInputStream(unwrap(head, raw), 1 << 16);
            if (isTar(bytes)) {
                tar(bytes, visitor);
            } else {
                visitor.member("", bytes);
            }
        } catch (OutOfProportion bomb) {
            throw bomb.unreadable();
        }
    }

    /** Opens one member again, for showing it; the caller closes it. */
    InputStream open(String path) throws IOException {
        byte[] head = head();
        if (isZip(head)) {
            ZipFile zip = new ZipFile(file.toFile());
            ZipEntry entry = zip.getEntry(path);
            if (entry == null) {
                zip.close();
                throw new IOException("no member " + path);
            }
            return new FilterInputStream(zip.getInputStream(entry)) {
                @Override
                public void close() throws IOException {
                    super.close();
                    zip.close();
                }
            };
        }
        BufferedInputStream bytes =
                new BufferedInputStream(unwrap(head, new BufferedInputStream(Files.newInputStream(file))), 1 << 16);
        if (!isTar(bytes)) {
            return bytes;
        }
        TarArchiveInputStream tar = new TarArchiveInputStream(bytes);
        TarNames names = new TarNames();
        for (TarArchiveEntry entry = next(tar); entry != null; entry = next(tar)) {
            if (entry.isFile() && names.distinct(entry.getName()).equals(path)) {
                return tar;
            }
        }
        tar.close();
        throw new IOException("no member " + path);
    }

    /** Whether the file is a spreadsheet, which is a zip, too, but one file to its owner. */
    boolean isSpreadsheet() throws IOException {
        if (!isZip(head())) {
            return false;
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.getEntry("xl/workbook.xml") != null;
        } catch (ZipException broken) {
            return false;
        }
    }

    private byte[] head() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(8);
        }
    }

    private static boolean isZip(byte[] head) {
        return head.length >= 4 && head[0] == 'P' && head[1] == 'K' && (head[2] == 3 || head[2] == 5);
    }

    private InputStream unwrap(byte[] head, InputStream raw) throws IOException {
        if (isXz(head)) {
            return new Bounded(new XZInputStream(raw, XZ_MEMORY_KIB), Files.size(file));
        }
        if (isGzip(head)) {
            return new Bounded(new GZIPInputStream(raw, 1 << 16), Files.size(file));
        }
        if (isBzip2(head)) {
            return new Bounded(
                    new BZip2CompressorInputStream(new BufferedInputStream(raw, 1 << 16), true), Files.size(file));
        }
        return raw;
    }

    private static boolean isXz(byte[] head) {
        return head.length >= 6 && (head[0] & 0xFF) == 0xFD && head[1] == '7' && head[2] == 'z';
    }

    private static boolean isGzip(byte[] head) {
        return head.length >= 2 && (head[0] & 0xFF) == 0x1F && (head[1] & 0xFF) == 0x8B;
    }

    private static boolean isBzip2(byte[] head) {
        return head.length >= 4
                && head[0] == 'B'
                && head[1] == 'Z'
                && head[2] == 'h'
                && head[3] >= '1'
                && head[3] <= '9';
    }

    /** Whether a member of an archive is packed once more; such a one is not opened. */
    static boolean isPacked(byte[] head) {
        return isZip(head)
                || isXz(head)
                || isGzip(head)
                || isBzip2(head)
                || otherPacking(head).isPresent();
    }

    /** What else a file may be packed as, by its first bytes; empty if it is none of these. Such files are named and not opened. */
    static Optional<String> otherPacking(byte[] head) {
        return OTHER_PACKINGS.entrySet().stream()
                .filter(packing -> new String(head, 0, Math.min(head.length, 8), StandardCharsets.ISO_8859_1)
                        .startsWith(packing.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static boolean isTar(BufferedInputStream bytes) throws IOException {
        bytes.mark(1024);
        byte[] start = bytes.readNBytes(TAR_MAGIC_AT + 5);
        bytes.reset();
        return start.length == TAR_MAGIC_AT + 5
                && new String(start, TAR_MAGIC_AT, 5, StandardCharsets.US_ASCII).equals("ustar");
    }

    private static void tar(InputStream bytes, Visitor visitor) throws IOException {
        TarNames names = new TarNames();
        MarkedTar tar = new MarkedTar(bytes);
        for (TarArchiveEntry entry = next(tar); entry != null; entry = next(tar)) {
            if (!entry.isFile()) {
                continue;
            }
            String path = names.distinct(entry.getName());
            if (names.count() > MOST_MEMBERS) {
                throw new UnreadableFile(Sentence.of("evidence.file.too-many-members", MOST_MEMBERS), 0);
            }
            if (isUnsafe(path)) {
                visitor.unsafe(path);
            } else {
                visit(path, new Unclosable(tar), true, visitor);
            }
        }
        if (!tar.hasEndMark()) {
            throw new EOFException("no end mark");
        }
        // What the tar is wrapped in shows only at its own end whether it is whole.
        bytes.transferTo(OutputStream.nullOutputStream());
    }

    /** A tar that knows whether it ended with its mark or was cut short. */
    private static final class MarkedTar extends TarArchiveInputStream {
        private boolean endMark;

        MarkedTar(InputStream bytes) {
            super(bytes);
        }

        @Override
        protected boolean isEOFRecord(byte @Nullable [] record) {
            boolean end = super.isEOFRecord(record);
            endMark |= end && record != null;
            return end;
        }

        boolean hasEndMark() {
            return endMark;
        }
    }

    private static @Nullable TarArchiveEntry next(TarArchiveInputStream tar) throws IOException {
        try {
            return tar.getNextEntry();
        } catch (RuntimeException broken) {
            throw new IOException(String.valueOf(broken.getMessage()), broken);
        }
    }

    /** A tar may hold several members of one name, of which later ones were appended. */
    private static final class TarNames {
        private final Map<String, Integer> seen = new HashMap<>();
        private int count;

        String distinct(String name) {
            count++;
            int times = seen.merge(name, 1, Integer::sum);
            return times == 1 ? name : name + "#" + times;
        }

        int count() {
            return count;
        }
    }

    /**
     * Shows one member. What is wrong with its own content is the member's; a stream that all members share, or one that grows out of all proportion,
     * is the archive's.
     */
    private static void visit(String path, InputStream bytes, boolean shared, Visitor visitor) throws IOException {
        try {
            visitor.member(path, bytes);
        } catch (OutOfProportion bomb) {
            throw bomb.unreadable();
        } catch (UnreadableFile broken) {
            if (broken.isOfWholeFile()) {
                throw broken;
            }
            visitor.broken(path, broken);
        } catch (IOException broken) {
            if (shared) {
                throw broken;
            }
            visitor.broken(path, broken(broken));
        }
    }

    /** What the machine said, as a sentence. */
    static UnreadableFile broken(IOException said) {
        return new UnreadableFile(
                Sentence.of(
                        "evidence.file.broken-archive",
                        Text.shortened(said.getMessage() == null ? "end of file" : said.getMessage(), 200)),
                0);
    }

    private void zip(Visitor visitor) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<ZipEntry> entries = new ArrayList<>();
            for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
                ZipEntry entry = all.nextElement();
                if (!entry.isDirectory()) {
                    entries.add(entry);
                }
            }
            if (entries.size() > MOST_MEMBERS) {
                throw new UnreadableFile(Sentence.of("evidence.file.too-many-members", MOST_MEMBERS), 0);
            }
            entries.sort(java.util.Comparator.comparing(ZipEntry::getName));
            long packed = 0;
            Grown grown = new Grown(Files.size(file));
            for (ZipEntry entry : entries) {
                if (isUnsafe(entry.getName())) {
                    visitor.unsafe(entry.getName());
                } else {
                    member(zip, entry, grown, visitor);
                }
                packed += Math.max(0, entry.getCompressedSize());
                progress.read(packed);
                if (progress.isCancelled()) {
                    throw new LoadCancelled();
                }
            }
        } catch (ZipException broken) {
            throw broken(broken);
        }
    }

    private static void member(ZipFile zip, ZipEntry entry, Grown grown, Visitor visitor) throws IOException {
        try (InputStream packed = zip.getInputStream(entry)) {
            visit(entry.getName(), new Unclosable(new Bounded(packed, grown)), false, visitor);
        } catch (ZipException broken) {
            // Encrypted, or packed in a way of its own.
            visitor.broken(entry.getName(), broken(broken));
        }
    }

    static boolean isUnsafe(String path) {
        return path.startsWith("/")
                || path.startsWith("\\")
                || path.contains(":\\")
                || Arrays.asList(path.split("[/\\\\]", -1)).contains("..");
    }

    /** The last part of a path. */
    static String fileName(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    /** A file's name without the wrapping: {@code a.xml.gz} is {@code a.xml}. */
    static String unwrappedName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".gz") || lower.endsWith(".xz")) {
            return name.substring(0, name.length() - 3);
        }
        return lower.endsWith(".bz2") ? name.substring(0, name.length() - 4) : name;
    }

    /** Counts bytes for the progress of a load and stops when it is given up. */
    private static final class Watched extends FilterInputStream {
        private final Progress progress;
        private long count;

        Watched(InputStream in, Progress progress) {
            super(in);
            this.progress = progress;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            seen(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int got = super.read(buffer, offset, length);
            seen(got);
            return got;
        }

        private void seen(int more) {
            if (more > 0) {
                count += more;
                progress.read(count);
                if (progress.isCancelled()) {
                    throw new LoadCancelled();
                }
            }
        }
    }

    /** How many bytes have come out of a file, against how many went in. */
    private static final class Grown {
        private final long packed;
        private long total;

        Grown(long packed) {
            this.packed = packed;
        }

        void by(int bytes) throws OutOfProportion {
            total += Math.max(0, bytes);
            if (total > LARGEST || (total > FREE_BYTES && total > packed * MOST_TIMES_LARGER)) {
                throw new OutOfProportion(total);
            }
        }
    }

    /** An IOException, so that it passes through any decompressor or parser. */
    private static final class OutOfProportion extends IOException {
        private static final long serialVersionUID = 1L;

        private final long bytes;

        OutOfProportion(long bytes) {
            super("grows out of all proportion");
            this.bytes = bytes;
        }

        UnreadableFile unreadable() {
            return new UnreadableFile(Sentence.of("evidence.file.grows-too-much", bytes >> 20), 0);
        }
    }

    private static final class Bounded extends FilterInputStream {
        private final Grown grown;

        Bounded(InputStream in, long packed) {
            this(in, new Grown(packed));
        }

        Bounded(InputStream in, Grown grown) {
            super(in);
            this.grown = grown;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            grown.by(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int got = super.read(buffer, offset, length);
            grown.by(got);
            return got;
        }
    }

    /** Readers close their stream; an archive's must stay open for the next member. */
    private static final class Unclosable extends FilterInputStream {
        Unclosable(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            return in.read(buffer, offset, length);
        }

        @Override
        public void close() {}
    }
}
