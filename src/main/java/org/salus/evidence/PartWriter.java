package org.salus.evidence;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.io.WKBWriter;
import org.salus.framework.Sentence;

/**
 * Writes the facts of one file into a new part. Reading and writing overlap: facts are handed over in batches to one writing thread.
 */
final class PartWriter implements FactSink, AutoCloseable {
    /** Issues of one kind and file that are kept one by one; the others are counted. */
    static final int KEPT_ISSUES = 20_000;

    /** Of one file; twice as many as ManyOfAnythingTest loads in the memory that a load has. */
    static final int MOST_ACTIVITIES = 2_000_000;

    /** Of one file. Nobody publishes so many that cannot be told apart, and they cost as much as others: four megabytes can hold forty million. */
    static final int MOST_UNIDENTIFIED = 100_000;

    private static final int BATCH = 64;

    private static final long LARGE_SOURCE = 2 << 20;

    /** Every table takes some blocks: with large ones the parts of a few small files would fill the disk. */
    private static final int BLOCK_OF_SMALL_SOURCE = 16_384;

    /** With small ones finishing a part of a hundred megabytes takes half as long again, and three times as long when memory is short. */
    private static final int BLOCK_OF_LARGE_SOURCE = 262_144;

    private final Map<Table, DuckDBAppender> appenders = new EnumMap<>(Table.class);
    private final BlockingQueue<List<Runnable>> queue = new ArrayBlockingQueue<>(16);
    private final Thread thread;
    private volatile @Nullable Throwable failure;
    private List<Runnable> batch = new ArrayList<>(BATCH);

    // Owned by the reading thread.
    private final Set<String> identifiers = new HashSet<>();
    private final Map<String, Supplement> supplements = new LinkedHashMap<>();
    private final Map<String, Integer> projects = new HashMap<>();
    private final Map<String, Integer> projectLocations = new HashMap<>();
    private final Set<String> projectsWithoutCodes = new HashSet<>();
    private final Map<String, Map<IssueKind, Integer>> issueCounts = new LinkedHashMap<>();
    private final PartCounts.Builder counts = new PartCounts.Builder();
    private int member;
    private final int mostActivities;
    private int activities;
    private int unidentified;
    private int issues;

    // Owned by the writing thread, and by the reading one once that has ended.
    private @Nullable DuckDBConnection engine;
    private final Map<String, Boolean> seriesWritten = new HashMap<>();

    /**
     * @param sizeOfSource in bytes, by which it is guessed how much there will be to write
     */
    PartWriter(Path file, long sizeOfSource) {
        this(file, sizeOfSource, MOST_ACTIVITIES);
    }

    PartWriter(Path file, long sizeOfSource, int mostActivities) {
        this.mostActivities = mostActivities;
        thread = Thread.ofPlatform().name("part-writer").daemon().start(() -> {
            begin(file, sizeOfSource);
            writeBatches();
        });
    }

    /** By the writing thread, while the other one reads already: to start the engine takes as long as to read some megabytes. */
    private void begin(Path file, long sizeOfSource) {
        try {
            DuckDBConnection begun = Duck.openToWrite(
                    Objects.requireNonNull(file.toAbsolutePath().getParent()));
            engine = begun;
            try (Statement sql = begun.createStatement()) {
                sql.execute("ATTACH " + Duck.quoted(file) + " AS part (BLOCK_SIZE "
                        + (sizeOfSource < LARGE_SOURCE ? BLOCK_OF_SMALL_SOURCE : BLOCK_OF_LARGE_SOURCE) + ")");
                sql.execute("USE part");
                begun.setAutoCommit(false);
                for (Table table : Table.values()) {
                    sql.execute("CREATE TABLE part." + table.sql() + " (" + table.columns() + ")");
                }
            }
        } catch (SQLException | RuntimeException | Error failed) {
            failure = failed;
        }
    }

    private DuckDBConnection engine() {
        return Objects.requireNonNull(engine);
    }

    /** Starts a member of an archive, or the file itself. */
    void beginMember(String path, String kind) {
        member++;
        int id = member;
        later(() -> row(Table.MEMBER, id, path, kind));
    }

    @Override
    public void activity(ActivityFacts facts) throws UnreadableFile {
        int id = ++activities;
        Activity activity = facts.record().activity();
        if (activities > mostActivities) {
            throw UnreadableFile.ofWholeFile(Sentence.of("evidence.file.too-many-activities", mostActivities));
        }
        if (activity.identifier().startsWith(IatiActivity.UNIDENTIFIED) && ++unidentified > MOST_UNIDENTIFIED) {
            throw UnreadableFile.ofWholeFile(Sentence.of("evidence.file.too-many-unidentified", MOST_UNIDENTIFIED));
        }
        counts.activity(activity, facts.record().updated());
        counts.version(facts.record().version());
        if (!identifiers.add(activity.identifier())) {
            issue(new ImportIssue(
                    IssueKind.DUPLICATE_IDENTIFIER,
                    facts.record().file(),
                    facts.record().line(),
                    activity.identifier(),
                    List.of()));
        }
        int project = activity.identifier().indexOf("-SG-");
        if (activity.systemCountry() != null && project > 0) {
            String name = activity.identifier().substring(project + 4);
            projects.put(name, id);
            projectLocations.put(name, activity.locations());
            if (activity.sectors().stream().noneMatch(IatiCodes::isOfDacLists)) {
                projectsWithoutCodes.add(name);
            }
        }
        int ofMember = member;
        later(() -> write(id, ofMember, facts));
    }

    private void write(int id, int ofMember, ActivityFacts facts) {
        ActivityRecord record = facts.record();
        Activity activity = record.activity();
        Party reporter = activity.reporter();
        row(
                Table.ACTIVITY,
                id,
                ofMember,
                record.line(),
                facts.start(),
                facts.end(),
                facts.content(),
                activity.identifier(),
                record.version(),
                record.updated(),
                reporter.ref(),
                reporter.type(),
                reporter.name(),
                activity.status(),
                activity.plannedStart(),
                activity.actualStart(),
                activity.plannedEnd(),
                activity.actualEnd(),
                activity.hierarchy(),
                activity.locations(),
                activity.systemCountry());
        activity.titles().forEach(text -> row(Table.NARRATIVE, id, "title", text.language(), text.text()));
        activity.descriptions().forEach(text -> row(Table.NARRATIVE, id, "description", text.language(), text.text()));
        record.otherNarratives()
                .forEach(other -> row(
                        Table.NARRATIVE,
                        id,
                        "=" + other.element(),
                        other.text().language(),
                        other.text().text()));
        for (Participation part : activity.participants()) {
            Party party = part.party();
            row(
                    Table.PARTICIPATION,
                    id,
                    part.role(),
                    party.ref(),
                    party.type(),
                    party.name(),
                    party.activityId(),
                    part.channelCode());
        }
        activity.sectors().forEach(sector -> sector(id, 0, sector));
        activity.places().forEach(place -> place(id, 0, place));
        for (Transaction money : activity.transactions()) {
            transaction(id, money);
        }
        record.defaults().forEach(code -> row(Table.CODE, id, code.element(), code.code()));
        record.otherIdentifiers()
                .forEach(other -> row(Table.OTHER_IDENTIFIER, id, other.type(), other.ref(), other.owner()));
        record.locations().forEach(location -> location(id, location));
        record.budgets().forEach(money -> periodMoney(id, false, money));
        record.plannedDisbursements().forEach(money -> periodMoney(id, true, money));
        record.markers()
                .forEach(marker -> row(
                        Table.MARKER, id, marker.vocabulary(), marker.code(), marker.significance(), marker.name()));
        results(id, record);
        record.related().forEach(related -> row(Table.RELATED, id, related.type(), related.ref()));
        record.documents()
                .forEach(document -> row(
                        Table.DOCUMENT,
                        id,
                        document.url(),
                        document.format(),
                        document.title(),
                        document.categories(),
                        document.languages(),
                        document.date()));
    }

    private void transaction(int id, Transaction money) {
        Party provider = money.provider() == null ? NOBODY : money.provider();
        Party receiver = money.receiver() == null ? NOBODY : money.receiver();
        row(
                Table.TRANSACTION,
                id,
                money.number(),
                money.ref(),
                money.type(),
                money.date(),
                text(money.amount()),
                money.currency(),
                money.valueDate(),
                provider.ref(),
                provider.type(),
                provider.name(),
                provider.activityId(),
                receiver.ref(),
                receiver.type(),
                receiver.name(),
                receiver.activityId(),
                money.description());
        money.sectors().forEach(sector -> sector(id, money.number(), sector));
        money.places().forEach(place -> place(id, money.number(), place));
    }

    private static final Party NOBODY = new Party(null, null, null, null);

    private void sector(int id, int transaction, SectorCode sector) {
        row(
                Table.SECTOR,
                id,
                transaction,
                sector.vocabulary(),
                sector.code(),
                text(sector.percentage()),
                sector.name());
    }

    private void place(int id, int transaction, Place place) {
        row(
                Table.PLACE,
                id,
                transaction,
                place.iso3(),
                place.region(),
                place.vocabulary(),
                place.code(),
                text(place.percentage()),
                place.name());
    }

    private void location(int id, ActivityRecord.Location location) {
        row(
                Table.LOCATION,
                id,
                location.ref(),
                location.name(),
                location.description(),
                location.latitude(),
                location.longitude(),
                location.reach(),
                location.exactness(),
                location.locationClass(),
                location.feature(),
                location.codes());
    }

    private void periodMoney(int id, boolean planned, ActivityRecord.PeriodMoney money) {
        row(
                Table.PERIOD_MONEY,
                id,
                planned,
                money.type(),
                money.status(),
                money.start(),
                money.end(),
                text(money.amount()),
                money.currency(),
                money.valueDate(),
                money.provider(),
                money.receiver());
    }

    private void results(int id, ActivityRecord record) {
        int resultNumber = 0;
        for (ActivityRecord.Result result : record.results()) {
            int number = ++resultNumber;
            row(Table.RESULT, id, number, result.type(), result.title(), result.description());
            int indicatorNumber = 0;
            for (ActivityRecord.Indicator indicator : result.indicators()) {
                int indicatorId = ++indicatorNumber;
                row(
                        Table.INDICATOR,
                        id,
                        number,
                        indicatorId,
                        indicator.measure(),
                        indicator.ascending(),
                        indicator.title(),
                        indicator.baselineYear(),
                        indicator.baseline());
                indicator
                        .periods()
                        .forEach(period -> row(
                                Table.PERIOD,
                                id,
                                number,
                                indicatorId,
                                period.start(),
                                period.end(),
                                period.target(),
                                period.actual(),
                                period.part()));
            }
        }
    }

    private static @Nullable String text(java.math.@Nullable BigDecimal number) {
        return number == null ? null : number.toString();
    }

    @Override
    public void event(ConflictEvent event) {
        counts.event(event);
        later(() -> row(
                Table.EVENT,
                event.id(),
                event.iso3(),
                event.year(),
                event.start(),
                event.end(),
                event.violence(),
                event.conflict(),
                event.actorA(),
                event.actorB(),
                event.stateA(),
                event.stateB(),
                event.admin1(),
                event.latitude(),
                event.longitude(),
                event.wherePrecision(),
                event.best(),
                event.low(),
                event.high()));
    }

    @Override
    public void indicator(IndicatorSeries series) {
        counts.indicator(series);
        later(() -> {
            if (seriesWritten.putIfAbsent(series.descriptor() + " " + series.id(), true) == null) {
                row(
                        Table.SERIES,
                        series.descriptor(),
                        series.id(),
                        series.name(),
                        series.unit(),
                        series.direction().name(),
                        series.publisher(),
                        series.licence(),
                        series.edition(),
                        series.min() == null ? null : series.min().toPlainString(),
                        series.max() == null ? null : series.max().toPlainString());
            }
            for (IndicatorSeries.Value value : series.values()) {
                row(
                        Table.YEAR_VALUE,
                        series.descriptor(),
                        series.id(),
                        series.iso3(),
                        value.year(),
                        value.value().toString(),
                        value.row());
            }
        });
    }

    @Override
    public void crs(CrsAmount amount) {
        counts.crs(amount);
        later(() -> row(
                Table.CRS,
                amount.iso3(),
                amount.recipient(),
                amount.purpose(),
                amount.donor(),
                amount.year(),
                amount.millionUsd().toString(),
                amount.row()));
    }

    @Override
    public void outline(Outline outline) {
        counts.outline(outline);
        byte[] shape = new WKBWriter().write(outline.geometry());
        later(() -> row(Table.OUTLINE, outline.iso3(), outline.level(), outline.name(), outline.vintage(), shape));
    }

    @Override
    public void treaty(TreatyFact fact) {
        counts.treaty(fact);
        TreatyAct act = fact.act();
        later(() -> row(
                Table.TREATY,
                fact.treaty(),
                fact.asAt().orElse(null),
                fact.tellsReservations(),
                fact.tellsWithdrawals(),
                act == null ? fact.of() : act.iso3(),
                act == null ? null : act.kind().code(),
                act == null ? null : act.on().orElse(null),
                act != null && act.isBracketed(),
                act == null ? 0L : act.line()));
    }

    @Override
    public void licence(String stated) {
        counts.licence(stated);
    }

    @Override
    public void supplement(Supplement supplement) {
        supplements.merge(supplement.project(), supplement, PartWriter::together);
    }

    private static Supplement together(Supplement one, Supplement other) {
        List<SectorCode> sectors = new ArrayList<>(one.sectors());
        sectors.addAll(other.sectors());
        List<ActivityRecord.Location> locations = new ArrayList<>(one.locations());
        locations.addAll(other.locations());
        return new Supplement(
                one.project(), one.categories().isEmpty() ? other.categories() : one.categories(), sectors, locations);
    }

    @Override
    public void issue(ImportIssue issue) {
        int known = issueCounts
                .computeIfAbsent(issue.file(), file -> new EnumMap<>(IssueKind.class))
                .merge(issue.kind(), 1, Integer::sum);
        counts.issue(issue.severity());
        if (known <= KEPT_ISSUES) {
            int id = ++issues;
            later(() -> row(
                    Table.ISSUE,
                    id,
                    issue.kind().code(),
                    issue.file(),
                    issue.line(),
                    issue.activity(),
                    String.join("\u001f", issue.arguments())));
        }
    }

    /** Writes what is left and closes the part; only then is the file complete. */
    PartCounts finish() throws IOException {
        supplements.values().forEach(this::addSupplement);
        issueCounts.forEach((file, kinds) ->
                kinds.forEach((kind, count) -> later(() -> row(Table.ISSUE_COUNT, kind.code(), file, count))));
        later(this::closeAppenders);
        stop();
        try {
            engine().commit();
            engine().setAutoCommit(true);
            try (Statement sql = engine().createStatement()) {
                sql.execute("USE memory");
                sql.execute("DETACH part");
            }
        } catch (SQLException failed) {
            throw new IOException(failed.getMessage(), failed);
        }
        return counts.build();
    }

    private void addSupplement(Supplement supplement) {
        Integer id = projects.get(supplement.project());
        if (id == null) {
            issue(new ImportIssue(IssueKind.UNKNOWN_PROJECT, "projects.csv", 0, null, List.of(supplement.project())));
            return;
        }
        if (projectsWithoutCodes.contains(supplement.project())) {
            supplement.categories().forEach(sector -> later(() -> sector(id, 0, sector)));
        }
        supplement.sectors().forEach(sector -> later(() -> sector(id, 0, sector)));
        if (projectLocations.getOrDefault(supplement.project(), 0) == 0
                && !supplement.locations().isEmpty()) {
            counts.addLocations(supplement.locations().size());
            supplement.locations().forEach(location -> later(() -> location(id, location)));
            later(() -> {
                closeAppenders();
                try (Statement sql = engine().createStatement()) {
                    sql.execute("UPDATE part.\"activity\" SET locations = "
                            + supplement.locations().size() + " WHERE id = " + id);
                } catch (SQLException failed) {
                    throw new StoreFailure(failed);
                }
            });
        }
    }

    private void later(Runnable write) {
        batch.add(write);
        if (batch.size() >= BATCH) {
            handOver();
        }
    }

    private void handOver() {
        Throwable failed = failure;
        if (failed != null) {
            throw new StoreFailure(failed);
        }
        try {
            queue.put(batch);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new LoadCancelled();
        }
        batch = new ArrayList<>(BATCH);
    }

    private void stop() throws IOException {
        if (!batch.isEmpty()) {
            handOver();
        }
        handOver(); // an empty batch ends the thread
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new LoadCancelled();
        }
        Throwable failed = failure;
        if (failed != null) {
            throw new IOException(String.valueOf(failed.getMessage()), failed);
        }
    }

    private void writeBatches() {
        try {
            while (true) {
                List<Runnable> writes = queue.take();
                if (writes.isEmpty()) {
                    return;
                }
                if (failure == null) {
                    try {
                        writes.forEach(Runnable::run);
                    } catch (RuntimeException | Error failed) {
                        // Keep taking batches, so that the reader never waits for a thread that is gone; it sees the
                        // failure at its next one.
                        failure = failed;
                    }
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** To be called by the writing thread: an appender that is closed by another loses its last rows. */
    private void closeAppenders() {
        try {
            for (DuckDBAppender appender : appenders.values()) {
                appender.flush();
                appender.close();
            }
        } catch (SQLException failed) {
            throw new StoreFailure(failed);
        }
        appenders.clear();
    }

    private void row(Table table, @Nullable Object... values) {
        try {
            DuckDBAppender appender = appenders.get(table);
            if (appender == null) {
                appender = engine().createAppender("part", "main", table.plainName());
                appenders.put(table, appender);
            }
            appender.beginRow();
            for (Object value : values) {
                switch (value) {
                    case null -> appender.appendNull();
                    case String text -> appender.append(text);
                    case Integer number -> appender.append(number.intValue());
                    case Long number -> appender.append(number.longValue());
                    case Double number -> appender.append(number.doubleValue());
                    case Boolean flag -> appender.append(flag.booleanValue());
                    case LocalDate date -> appender.appendEpochDays((int) date.toEpochDay());
                    case byte[] bytes -> appender.append(bytes);
                    default ->
                        throw new IllegalArgumentException(value.getClass().getName());
                }
            }
            appender.endRow();
        } catch (SQLException failed) {
            throw new StoreFailure(failed);
        }
    }

    /** Leaves nothing running; a part that was not finished is not complete and its file is to be deleted. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
            if (engine != null) {
                engine.close();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (SQLException failed) {
            throw new StoreFailure(failed);
        }
    }
}
