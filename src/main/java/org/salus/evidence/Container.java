package org.salus.evidence;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.salus.framework.Sentence;
import org.tukaani.xz.XZInputStream;

/**
 * Opens what files come wrapped in: {@code .gz}, {@code .xz}, {@code .zip} and tar in any of them. Members are streamed, never unpacked to disk, so no
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
            InputStream plain = unwrap(head, raw);
            BufferedInputStream bytes = new BufferedInputStream(plain, 1 << 16);
            if (isTar(bytes)) {
                tar(bytes, visitor);
            } else {
                visitor.member("", bytes);
            }
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
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            if (entry.getName().equals(path)) {
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
        if (head.length >= 6 && (head[0] & 0xFF) == 0xFD && head[1] == '7' && head[2] == 'z') {
            return new Bounded(new XZInputStream(raw, XZ_MEMORY_KIB), Files.size(file));
        }
        if (head.length >= 2 && (head[0] & 0xFF) == 0x1F && (head[1] & 0xFF) == 0x8B) {
            return new Bounded(new GZIPInputStream(raw, 1 << 16), Files.size(file));
        }
        return raw;
    }

    private static boolean isTar(BufferedInputStream bytes) throws IOException {
        bytes.mark(1024);
        byte[] start = bytes.readNBytes(TAR_MAGIC_AT + 5);
        bytes.reset();
        return start.length == TAR_MAGIC_AT + 5
                && new String(start, TAR_MAGIC_AT, 5, java.nio.charset.StandardCharsets.US_ASCII).equals("ustar");
    }

    private static void tar(InputStream bytes, Visitor visitor) throws IOException {
        TarArchiveInputStream tar = new TarArchiveInputStream(bytes);
        int members = 0;
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            if (!entry.isFile()) {
                continue;
            }
            if (++members > MOST_MEMBERS) {
                throw new UnreadableFile(Sentence.of("evidence.file.too-many-members", MOST_MEMBERS), 0);
            }
            if (isUnsafe(entry.getName())) {
                visitor.unsafe(entry.getName());
            } else {
                visitor.member(entry.getName(), new Unclosable(tar));
            }
        }
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
                    try (InputStream bytes = new Bounded(zip.getInputStream(entry), grown)) {
                        visitor.member(entry.getName(), new Unclosable(bytes));
                    }
                }
                packed += Math.max(0, entry.getCompressedSize());
                progress.read(packed);
                if (progress.isCancelled()) {
                    throw new LoadCancelled();
                }
            }
        } catch (ZipException broken) {
            throw new UnreadableFile(
                    Sentence.of("evidence.file.broken-archive", String.valueOf(broken.getMessage())), 0);
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
        return lower.endsWith(".gz") || lower.endsWith(".xz") ? name.substring(0, name.length() - 3) : name;
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

        void by(int bytes) throws UnreadableFile {
            total += Math.max(0, bytes);
            if (total > LARGEST || (total > FREE_BYTES && total > packed * MOST_TIMES_LARGER)) {
                throw new UnreadableFile(Sentence.of("evidence.file.grows-too-much", total >> 20), 0);
            }
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
