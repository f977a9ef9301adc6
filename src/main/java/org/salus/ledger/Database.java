package org.salus.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLWarning;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The database in which people's work is kept: one SQLite file, or a PostgreSQL database for teams. Several processes may use the same one. Safe for use by
 * several threads.
 */
public final class Database implements AutoCloseable {
    /** "SALU": how a file of ours is told from others' SQLite files. */
    private static final int APPLICATION_ID = 0x53414C55;

    /** The beginning of a SQLite file: the magic words, and where the id of the application stands (sqlite.org/fileformat2.html). */
    private static final String MAGIC = "SQLite format 3\0";

    private static final int HEAD_BYTES = 100;
    private static final int APPLICATION_ID_AT = 68;

    private static final int BUSY_MILLIS = 15_000;
    private static final int KEPT_READERS = 16;
    private static final int REWRITES = 20;
    private static final long LEAST_ROOM_BYTES = 64L << 10;
    private static final Duration BETWEEN_REWRITES = Duration.ofMillis(250);

    /** How a server begins to say how many deleted rows it had to keep, in any language: with the number. */
    private static final Pattern NONE_LEFT = Pattern.compile("\\D*\\b0\\b");

    /** To a server, for reading and as many for writing. */
    private static final int CONNECTIONS = 10;

    /** How long somebody waits for a server that does not answer before being told so. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Kinds of file systems on which several processes cannot agree about a SQLite file in its usual manner. */
    private static final Set<String> REMOTE =
            Set.of("nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "9p", "afs");

    private static final Pattern COMMAND_END = Pattern.compile(";\\s*\\n");

    /** What is done with a connection. */
    @FunctionalInterface
    public interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /** How a file can be used where it lies. */
    public enum Manner {
        /** Read and written. */
        USUAL,
        /** Read only: the medium or the file does not allow to write. */
        READ_ONLY,
        /** On a network drive, or a file that travels: read and written by one program at a time, and always whole. */
        ALONE
    }

    private interface Source extends AutoCloseable {
        <T> T read(Work<T> work) throws SQLException;

        <T> T write(Work<T> work) throws SQLException;

        boolean forgetDeleted() throws SQLException;

        @Override
        void close();
    }

    private final Source source;
    private final String name;
    private final Manner manner;
    private final boolean server;
    private final Set<Schema> schemas = new CopyOnWriteArraySet<>();

    private Database(Source source, String name, Manner manner, boolean server) {
        this.source = source;
        this.name = name;
        this.manner = manner;
        this.server = server;
    }

    /**
     * The database in a file; it is made if it does not exist.
     *
     * @throws Failure if the file is none of ours, is damaged, was made by a newer program, or cannot be opened
     */
    public static Database file(Path file) {
        return file(file, mannerOf(file));
    }

    /**
     * The database in a file that is handed on: without a log beside it, so that the file alone is all there is.
     *
     * @throws Failure as for any file
     */
    static Database travelling(Path file) {
        Manner manner = mannerOf(file);
        Database database = file(file, manner == Manner.USUAL ? Manner.ALONE : manner);
        try {
            database.read(connection -> {
                try (Statement statement = connection.createStatement();
                        ResultSet odd = statement.executeQuery(
                                "SELECT name FROM sqlite_master WHERE type NOT IN ('table', 'index') OR sql LIKE '%VIRTUAL%'")) {
                    if (odd.next()) {
                        // Ours hold tables. What else is in a file that comes from anybody would be run when it is
                        // asked.
                        throw foreign(file.toString());
                    }
                    return true;
                }
            });
            return database;
        } catch (RuntimeException failed) {
            database.close();
            throw failed;
        }
    }

    private static Database file(Path file, Manner manner) {
        Path place = file.toAbsolutePath().normalize();
        boolean isNew = !Files.exists(place) || isEmpty(place);
        if (isNew && manner == Manner.READ_ONLY) {
            throw Failure.notPossible(
                    Sentence.of("ledger.failure.file-missing", place.toString()), new IOException("missing"));
        }
        FileSource source = new FileSource(place, manner);
        try {
            if (isNew) {
                source.make();
            } else {
                source.recognise();
                source.emptyLog();
            }
            return new Database(source, place.toString(), manner, false);
        } catch (SQLException | IOException | RuntimeException failed) {
            source.close();
            throw failed instanceof Failure told ? told : explained(failed, place.toString());
        }
    }

    /**
     * A PostgreSQL database.
     *
     * @param url {@code jdbc:postgresql://host/name}, with user and password as parameters or in the other two
     * @throws Failure if it cannot be reached
     */
    public static Database postgres(String url, Optional<String> user, Optional<String> password) {
        String shown = url.replaceAll("(?i)(password=)[^&;]*", "$1…");
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        user.ifPresent(config::setUsername);
        password.ifPresent(config::setPassword);
        config.setAutoCommit(false);
        config.setMinimumIdle(1);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(PATIENCE.toMillis());
        HikariDataSource writing = null;
        try {
            config.setPoolName("salus-writing");
            config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
            writing = new HikariDataSource(config);
            config.setPoolName("salus-reading");
            config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
            config.setReadOnly(true);
            return new Database(new PooledSource(new HikariDataSource(config), writing), shown, Manner.USUAL, true);
        } catch (RuntimeException failed) {
            if (writing != null) {
                writing.close();
            }
            throw Failure.notPossible(
                            Sentence.of("ledger.failure.server", shown, String.valueOf(failed.getMessage())), failed)
                    .advising(Sentence.of("ledger.failure.server.advice"));
        }
    }

    /** How this database can be used where it lies. */
    public Manner manner() {
        return manner;
    }

    /** Whether it is a server, on which many work at once. */
    public boolean isServer() {
        return server;
    }

    /** Where it is, as people may be told. */
    public String name() {
        return name;
    }

    /**
     * Reads in one transaction.
     *
     * @throws Failure if the database cannot be read
     */
    public <T> T read(Work<T> work) {
        try {
            return source.read(work);
        } catch (SQLException | UncheckedSql failed) {
            throw explained(failed, name);
        }
    }

    /**
     * Writes in one transaction: what {@code work} did is durable when this returns, and none of it is done if it throws. Of a file, one writer works at a
     * time; others wait.
     *
     * @throws Failure if the database cannot be written
     */
    public <T> T write(Work<T> work) {
        try {
            return source.write(work);
        } catch (SQLException | UncheckedSql failed) {
            throw explained(failed, name);
        }
    }

    /**
     * Whether what the database keeps can be found in it: damage to an index hides a row from whoever looks for it, though nothing in the row itself is wrong.
     * A server looks after its own indexes.
     */
    boolean isConsistent(Connection connection) throws SQLException {
        if (server) {
            return true;
        }
        try (Statement statement = connection.createStatement();
                ResultSet first = statement.executeQuery("PRAGMA integrity_check(1)")) {
            return first.next() && first.getString(1).equals("ok");
        }
    }

    /**
     * Takes what has been deleted out of the database's own files as well. In a file, freed pages are overwritten when they are freed, and the log is
     * emptied here; a server writes its table anew, and its archived logs are its administrator's.
     *
     * @return false if somebody still reads what was there before; to be tried again
     */
    boolean forgetDeleted() {
        try {
            return source.forgetDeleted();
        } catch (SQLException failed) {
            return false;
        }
    }

    @Override
    public void close() {
        source.close();
    }

    /**
     * Brings the tables of a room up to date: each step that is missing is done in one transaction together with its number.
     *
     * @throws Failure if a newer program made them
     */
    public void bring(Schema schema) {
        schemas.add(schema);
        int found = read(connection -> versionOf(connection, schema.room()));
        int newest = schema.steps().size();
        if (found > newest) {
            throw Failure.notPossible(
                            Sentence.of("ledger.failure.newer-database", name, found, newest),
                            new IllegalStateException("newer"))
                    .advising(Sentence.of("ledger.failure.newer-database.advice"));
        }
        if (found < newest && manner != Manner.READ_ONLY) {
            write(connection -> {
                try (Statement statement = connection.createStatement()) {
                    if (server) {
                        // A file has one writer anyway.
                        statement.execute("SELECT pg_advisory_xact_lock(" + APPLICATION_ID + ")");
                    }
                    statement.execute(
                            "CREATE TABLE IF NOT EXISTS salus_schema (room VARCHAR(40) PRIMARY KEY, version INTEGER NOT NULL)");
                    // Another process may have been quicker.
                    for (int step = versionOf(connection, schema.room()); step < newest; step++) {
                        for (String command : COMMAND_END
                                .splitAsStream(schema.steps().get(step))
                                .toList()) {
                            if (!command.isBlank()) {
                                statement.execute(command.replace("${bytes}", server ? "BYTEA" : "BLOB"));
                            }
                        }
                    }
                    statement.execute("DELETE FROM salus_schema WHERE room = '" + schema.room() + "'");
                    statement.execute("INSERT INTO salus_schema (room, version) VALUES ('" + schema.room() + "', "
                            + newest + ")");
                }
                return newest;
            });
        }
    }

    /** The tables that rooms have asked for. */
    List<Schema> schemas() {
        return List.copyOf(schemas);
    }

    /** The names of all tables, in their order. */
    List<String> tables(Connection connection) throws SQLException {
        String question = server
                ? "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema() ORDER BY 1"
                : "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY 1";
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    /** Keeps everybody else out until this transaction ends. The heads of workspaces come first, as for whoever writes to one. */
    void hold(Connection connection) throws SQLException {
        if (server) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("LOCK TABLE workspace IN ACCESS EXCLUSIVE MODE");
                for (String table : tables(connection)) {
                    statement.execute("LOCK TABLE " + table + " IN ACCESS EXCLUSIVE MODE");
                }
            }
        }
    }

    private int versionOf(Connection connection, String room) throws SQLException {
        if (!tables(connection).contains("salus_schema")) {
            return 0;
        }
        try (Statement statement = connection.createStatement()) {
            try (ResultSet version =
                    statement.executeQuery("SELECT version FROM salus_schema WHERE room = '" + room + "'")) {
                return version.next() ? version.getInt(1) : 0;
            }
        }
    }

    /** How a file can be used where it lies. */
    static Manner mannerOf(Path wanted) {
        Path file = wanted.toAbsolutePath().normalize();
        try {
            Path existing = file;
            while (!Files.exists(existing)) {
                existing = Objects.requireNonNull(existing.getParent());
            }
            boolean writable = Files.isWritable(existing)
                    && (!existing.equals(file) || Files.isWritable(Objects.requireNonNull(existing.getParent())));
            if (!writable || Files.getFileStore(existing).isReadOnly()) {
                return Manner.READ_ONLY;
            }
            String system = Files.getFileStore(existing).type().toLowerCase(Locale.ROOT);
            return REMOTE.contains(system) || system.startsWith("fuse.sshfs") ? Manner.ALONE : Manner.USUAL;
        } catch (IOException unknown) {
            return Manner.USUAL;
        }
    }

    private static Failure foreign(String where) {
        return Failure.notPossible(Sentence.of("ledger.failure.foreign", where), new IOException("no file of ours"))
                .advising(Sentence.of("ledger.failure.foreign.advice"));
    }

    private static boolean isEmpty(Path file) {
        try {
            return Files.size(file) == 0;
        } catch (IOException gone) {
            return true;
        }
    }

    private static Failure explained(Exception failed, String where) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException sqlite) {
                return explained(sqlite, where);
            }
            if (cause instanceof PSQLException || cause instanceof SQLTransientConnectionException) {
                Optional<Failure> known = explainedServer((SQLException) cause, where);
                if (known.isPresent()) {
                    return known.get();
                }
            }
            if (cause instanceof SQLDataException) {
                return Failure.notPossible(Sentence.of("ledger.failure.corrupt", where), failed)
                        .advising(Sentence.of("ledger.failure.corrupt.advice"));
            }
            if (cause instanceof AccessDeniedException || cause instanceof NoSuchFileException) {
                return Failure.notPossible(Sentence.of("ledger.failure.denied", where), failed)
                        .advising(Sentence.of("ledger.failure.denied.advice"));
            }
        }
        return Failure.notPossible(
                Sentence.of("ledger.failure.database", where, String.valueOf(failed.getMessage())), failed);
    }

    /** Empty if it is nothing that whoever keeps the server could mend. Codes are PostgreSQL's, from its manual, appendix A. */
    private static Optional<Failure> explainedServer(SQLException failed, String where) {
        String state = String.valueOf(failed.getSQLState());
        String key;
        if (failed instanceof SQLTransientConnectionException || state.startsWith("08") || state.startsWith("57P0")) {
            key = "away";
        } else {
            key = switch (state) {
                case "53100" -> "full";
                case "25006" -> "read-only";
                default -> "";
            };
        }
        return key.isEmpty()
                ? Optional.empty()
                : Optional.of(Failure.notPossible(Sentence.of("ledger.failure." + key, where), failed)
                        .advising(Sentence.of("ledger.failure." + key + ".advice")));
    }

    /** Whether there is no room beside a file. SQLite then cannot make what it needs even to read, and calls it an error of the disk. */
    static boolean isFull(String where) {
        try {
            return Files.getFileStore(Path.of(where)).getUsableSpace() < LEAST_ROOM_BYTES;
        } catch (IOException | java.nio.file.InvalidPathException unknown) {
            return false;
        }
    }

    private static Failure explained(SQLiteException failed, String where) {
        String key = switch (SQLiteErrorCode.getErrorCode(failed.getResultCode().code & 0xFF)) {
            case SQLITE_FULL -> "full";
            case SQLITE_BUSY, SQLITE_LOCKED -> "busy";
            case SQLITE_READONLY -> "read-only";
            case SQLITE_CORRUPT -> "corrupt";
            case SQLITE_NOTADB -> "foreign";
            case SQLITE_IOERR -> isFull(where) ? "full" : "disk";
            case SQLITE_CANTOPEN -> isFull(where) ? "full" : "denied";
            case SQLITE_PERM -> "denied";
            default -> "";
        };
        return key.isEmpty()
                ? Failure.notPossible(
                        Sentence.of("ledger.failure.database", where, String.valueOf(failed.getMessage())), failed)
                : Failure.notPossible(Sentence.of("ledger.failure." + key, where), failed)
                        .advising(Sentence.of("ledger.failure." + key + ".advice"));
    }

    /** A SQLite file: one connection writes, several read. */
    private static final class FileSource implements Source {
        private final Path file;
        private final Manner manner;
        private final ReentrantLock writing = new ReentrantLock(true);
        private final Deque<Connection> idle = new ArrayDeque<>();
        private @Nullable Connection writer;
        private volatile @Nullable Object identity;
        private boolean closed;

        FileSource(Path file, Manner manner) {
            this.file = file;
            this.manner = manner;
        }

        String url() {
            // Names may hold any letter; what means something in an address is written as its code.
            String path = file.toUri().getRawPath();
            return "jdbc:sqlite:file:" + path + (manner == Manner.READ_ONLY ? "?immutable=1" : "");
        }

        /** Transactions are begun and ended by hand: left to itself, the driver begins the next one at once and keeps everybody else out. */
        private Connection open() throws SQLException {
            SQLiteConfig config = new SQLiteConfig();
            config.setBusyTimeout(BUSY_MILLIS);
            if (manner == Manner.READ_ONLY) {
                config.setReadOnly(true);
            } else {
                // Without a log, and where nothing lies beside it, a file is whole.
                config.setJournalMode(
                        manner == Manner.ALONE ? SQLiteConfig.JournalMode.DELETE : SQLiteConfig.JournalMode.WAL);
                config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
                config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "ON");
            }
            Connection connection = config.createConnection(url());
            try (Statement safety = connection.createStatement()) {
                // A file may come from anybody.
                safety.execute("PRAGMA trusted_schema = OFF");
                safety.execute("PRAGMA cell_size_check = ON");
            }
            return connection;
        }

        private static void run(Connection connection, String command) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute(command);
            }
        }

        /** Makes a file that nobody else may read, and says in it that it is ours, before it gets a log. */
        void make() throws SQLException, IOException {
            if (!Files.exists(file)) {
                createPrivately(file);
            }
            try (Connection connection = new SQLiteConfig().createConnection(url());
                    Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA application_id = " + APPLICATION_ID);
            }
        }

        private static void createPrivately(Path file) throws IOException {
            try {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } catch (UnsupportedOperationException otherSystem) {
                Files.createFile(file);
            } catch (FileAlreadyExistsException anotherProcess) {
                return;
            }
        }

        /** Refuses what is no file of ours. Its first bytes tell; to open a foreign file in our manner would change it. */
        void recognise() throws IOException {
            byte[] head = new byte[HEAD_BYTES];
            try (InputStream in = Files.newInputStream(file)) {
                int length = in.readNBytes(head, 0, HEAD_BYTES);
                if (length < HEAD_BYTES
                        || !new String(head, 0, MAGIC.length(), StandardCharsets.US_ASCII).equals(MAGIC)
                        || ByteBuffer.wrap(head).getInt(APPLICATION_ID_AT) != APPLICATION_ID) {
                    throw foreign(file.toString());
                }
            }
            if (manner == Manner.READ_ONLY && (hasBeside("-wal") || hasBeside("-journal"))) {
                throw Failure.notPossible(
                                Sentence.of("ledger.failure.unfinished", file.toString()),
                                new IOException("log beside a file that can only be read"))
                        .advising(Sentence.of("ledger.failure.unfinished.advice"));
            }
        }

        /** The log of a program that was killed may still hold what it had erased. */
        void emptyLog() throws SQLException {
            if (manner == Manner.USUAL && hasBeside("-wal")) {
                forgetDeleted();
            }
        }

        private boolean hasBeside(String ending) {
            Path beside = file.resolveSibling(file.getFileName() + ending);
            return Files.exists(beside) && !isEmpty(beside);
        }

        @Override
        public <T> T read(Work<T> work) throws SQLException {
            Connection connection = borrow();
            boolean whole = false;
            try {
                run(connection, "BEGIN");
                T answer = work.with(connection);
                run(connection, "ROLLBACK");
                whole = true;
                return answer;
            } finally {
                giveBack(connection, whole);
            }
        }

        private Connection borrow() throws SQLException {
            holdsStill();
            synchronized (idle) {
                if (closed) {
                    throw new SQLException("closed");
                }
                if (!idle.isEmpty()) {
                    return idle.pop();
                }
            }
            return open();
        }

        private void giveBack(Connection connection, boolean whole) {
            synchronized (idle) {
                if (whole && !closed && idle.size() < KEPT_READERS) {
                    idle.push(connection);
                    return;
                }
            }
            closeQuietly(connection);
        }

        @Override
        public <T> T write(Work<T> work) throws SQLException {
            writing.lock();
            try {
                Connection connection = writer();
                boolean done = false;
                try {
                    run(connection, "BEGIN IMMEDIATE");
                    T answer = work.with(connection);
                    run(connection, "COMMIT");
                    done = true;
                    return answer;
                } finally {
                    if (!done) {
                        undo(connection);
                    }
                }
            } finally {
                writing.unlock();
            }
        }

        @Override
        public boolean forgetDeleted() throws SQLException {
            writing.lock();
            try (Statement statement = writer().createStatement();
                    ResultSet busy = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
                return busy.next() && busy.getInt(1) == 0;
            } finally {
                writing.unlock();
            }
        }

        private Connection writer() throws SQLException {
            holdsStill();
            Connection open = writer;
            if (open == null) {
                open = open();
                writer = open;
            }
            return open;
        }

        private void undo(Connection connection) {
            try {
                run(connection, "ROLLBACK");
            } catch (SQLException broken) {
                closeQuietly(connection);
                writer = null;
            }
        }

        /** A file that was deleted or replaced can still be written, on many systems; and all of that is lost. */
        private void holdsStill() {
            Object now = identity(file);
            Object first = identity;
            if (first == null) {
                identity = now;
            } else if (!first.equals(now)) {
                throw Failure.notPossible(
                                Sentence.of("ledger.failure.vanished", file.toString()),
                                new IOException("another file"))
                        .advising(Sentence.of("ledger.failure.vanished.advice"));
            }
        }

        /** What tells files of the same name apart; where the system has nothing like that, whether there is one. */
        private static Object identity(Path file) {
            try {
                Object key =
                        Files.readAttributes(file, BasicFileAttributes.class).fileKey();
                return key == null ? true : key;
            } catch (IOException gone) {
                return false;
            }
        }

        @Override
        public void close() {
            synchronized (idle) {
                closed = true;
                idle.forEach(FileSource::closeQuietly);
                idle.clear();
            }
            writing.lock();
            try {
                if (writer != null) {
                    closeQuietly(writer);
                    writer = null;
                }
            } finally {
                writing.unlock();
            }
        }

        private static void closeQuietly(Connection connection) {
            try {
                connection.close();
            } catch (SQLException gone) {
                return;
            }
        }
    }

    /** A server. Reading and writing want different promises of it, so each has its own connections. */
    private record PooledSource(HikariDataSource reading, HikariDataSource writing) implements Source {
        @Override
        public <T> T read(Work<T> work) throws SQLException {
            try (Connection connection = reading.getConnection()) {
                T answer = work.with(connection);
                connection.rollback();
                return answer;
            }
        }

        @Override
        public <T> T write(Work<T> work) throws SQLException {
            try (Connection connection = writing.getConnection()) {
                boolean done = false;
                try {
                    T answer = work.with(connection);
                    connection.commit();
                    done = true;
                    return answer;
                } finally {
                    if (!done) {
                        takeBack(connection);
                    }
                }
            }
        }

        /** Where the connection itself is gone there is nothing to take back, and why it went is on its way to be told. */
        private static void takeBack(Connection connection) {
            try {
                connection.rollback();
            } catch (SQLException gone) {
                return;
            }
        }

        @Override
        public boolean forgetDeleted() throws SQLException {
            try (Connection connection = writing.getConnection()) {
                connection.setAutoCommit(true);
                try (Statement statement = connection.createStatement()) {
                    // Whoever copies the whole database may hold the table for hours; nobody who writes waits for that.
                    statement.execute("SET lock_timeout = '5s'");
                    for (int attempt = 0; attempt < REWRITES; attempt++) {
                        statement.execute("VACUUM (FULL, VERBOSE) payload");
                        if (hasRewrittenAll(statement.getWarnings())) {
                            return true;
                        }
                        // Mostly the server's own housekeeping, which is soon done.
                        LockSupport.parkNanos(BETWEEN_REWRITES.toNanos());
                    }
                    return false;
                } finally {
                    try (Statement usual = connection.createStatement()) {
                        usual.execute("RESET lock_timeout");
                    }
                    connection.setAutoCommit(false);
                }
            }
        }

        /** Whether the server says that it left none of the deleted rows; it keeps those that a transaction begun before could still read. */
        private static boolean hasRewrittenAll(@Nullable SQLWarning said) {
            for (SQLWarning one = said; one != null; one = one.getNextWarning()) {
                String detail = one instanceof PSQLWarning notice && notice.getServerErrorMessage() != null
                        ? notice.getServerErrorMessage().getDetail()
                        : null;
                if (detail != null && NONE_LEFT.matcher(detail).lookingAt()) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void close() {
            reading.close();
            writing.close();
        }
    }
}
