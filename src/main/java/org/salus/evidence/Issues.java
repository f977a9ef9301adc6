package org.salus.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was doubtful in the files of a snapshot. Thousands of one kind are one group; the first twenty thousand of each are kept one by one. */
public final class Issues {
    private final Store store;

    Issues(Store store) {
        this.store = store;
    }

    /** All issues of one kind in one file. */
    public record Group(IssueKind kind, SourceVersion version, String file, int count) {}

    /** The groups of the current versions, most severe first, then largest. */
    public List<Group> groups() {
        List<Group> found = new ArrayList<>();
        for (Store.Part part : store.parts()) {
            found.addAll(store.list(
                    "SELECT kind, sum(count)::INTEGER AS count FROM " + part.table(Table.ISSUE_COUNT)
                            + " GROUP BY kind",
                    row -> new Group(
                            kind(Store.must(row, "kind")), part.version, part.version.file(), row.getInt("count"))));
            int passed = store.passed(part).size();
            if (passed > 0) {
                found.add(new Group(IssueKind.OTHER_SOURCE, part.version, part.version.file(), passed));
            }
        }
        found.sort(Comparator.<Group, Severity>comparing(group -> group.kind().severity())
                .thenComparing(Comparator.comparingInt(Group::count).reversed())
                .thenComparing(group -> group.kind().name())
                .thenComparing(Group::file));
        return found;
    }

    /** Issues one by one, in the order of the files. */
    public List<ImportIssue> list(Filter filter, int offset, int limit) {
        List<ImportIssue> found = new ArrayList<>();
        int skip = offset;
        for (Store.Part part : store.parts()) {
            if (found.size() >= limit) {
                break;
            }
            if (filter.sha256() != null && !part.version.sha256().equals(filter.sha256())) {
                continue;
            }
            String where = filter.where();
            int[] total = new int[1];
            store.each(
                    "SELECT count(*) AS n FROM " + part.table(Table.ISSUE) + where, row -> total[0] = row.getInt("n"));
            if (skip >= total[0]) {
                skip -= total[0];
            } else {
                int room = limit - found.size();
                found.addAll(kept(part, where, skip, room));
                skip = 0;
            }
            List<Store.Passed> passed = filter.of(store.passed(part));
            List<Store.Passed> shown =
                    passed.stream().skip(skip).limit(limit - found.size()).toList();
            skip = Math.max(0, skip - passed.size());
            found.addAll(told(part, shown));
        }
        return found;
    }

    private List<ImportIssue> kept(Store.Part part, String where, int skip, int limit) {
        return store.list(
                "SELECT * FROM " + part.table(Table.ISSUE) + where + " ORDER BY id LIMIT " + limit + " OFFSET " + skip,
                row -> {
                    String arguments = Store.must(row, "arguments");
                    return new ImportIssue(
                            kind(Store.must(row, "kind")),
                            Store.must(row, "file"),
                            row.getLong("line"),
                            row.getString("activity"),
                            arguments.isEmpty() ? List.of() : List.of(arguments.split("\u001f", -1)));
                });
    }

    /** Each with the place where it stands. */
    private List<ImportIssue> told(Store.Part part, List<Store.Passed> passed) {
        if (passed.isEmpty()) {
            return List.of();
        }
        Map<Integer, Store.Passed> byId = new HashMap<>();
        passed.forEach(one -> byId.put(one.id(), one));
        Store.Ids ids =
                new Store.Ids(part, passed.stream().mapToInt(Store.Passed::id).toArray());
        return store.list(
                "SELECT a.id, a.line, m.path FROM " + part.table(Table.ACTIVITY) + " a JOIN "
                        + part.table(Table.MEMBER) + " m ON m.id = a.member WHERE a.id IN " + ids.in()
                        + " ORDER BY a.id",
                row -> {
                    Store.Passed one = Objects.requireNonNull(byId.get(row.getInt("id")));
                    String path = Store.must(row, "path");
                    String file = part.version.file();
                    return new ImportIssue(
                            IssueKind.OTHER_SOURCE,
                            path.isEmpty() ? file : file + "!" + LoadInput.seen(path),
                            row.getLong("line"),
                            one.identifier(),
                            List.of(other(part.version, one.by().version)));
                });
    }

    /** What another version is called beside this one: by its source, or by its file where both are of one source. */
    private static String other(SourceVersion own, SourceVersion other) {
        return own.source().equals(other.source()) ? other.file() : other.source();
    }

    /** How many activities of a current version stand also in which other sources, whichever of the two counts. */
    public Map<String, Integer> alsoIn(SourceVersion version) {
        Map<String, Integer> found = new TreeMap<>();
        for (Store.Part part : store.parts()) {
            for (Store.Passed one : store.passed(part)) {
                if (isSame(part.version, version)) {
                    found.merge(other(version, one.by().version), 1, Integer::sum);
                } else if (isSame(one.by().version, version)) {
                    found.merge(other(version, part.version), 1, Integer::sum);
                }
            }
        }
        return found;
    }

    private static boolean isSame(SourceVersion one, SourceVersion other) {
        return one.sha256().equals(other.sha256()) && one.source().equals(other.source());
    }

    /**
     * Which issues.
     *
     * @param kind only of this kind
     * @param severity only of this severity
     * @param sha256 only of this file
     * @param activity only of this activity
     */
    public record Filter(
            @Nullable IssueKind kind,
            @Nullable Severity severity,
            @Nullable String sha256,
            @Nullable String activity) {
        /** Every issue. */
        public static final Filter ALL = new Filter(null, null, null, null);

        /** Those that are asked for, as many as are kept of any other kind. */
        private List<Store.Passed> of(List<Store.Passed> passed) {
            boolean asked = (kind == null || kind == IssueKind.OTHER_SOURCE)
                    && (severity == null || severity == IssueKind.OTHER_SOURCE.severity());
            return asked
                    ? passed.stream()
                            .filter(one -> activity == null || activity.equals(one.identifier()))
                            .limit(PartWriter.KEPT_ISSUES)
                            .toList()
                    : List.of();
        }

        private String where() {
            List<String> conditions = new ArrayList<>();
            if (kind != null) {
                conditions.add("kind = " + Store.quoted(kind.code()));
            }
            if (severity != null) {
                List<String> kinds = new ArrayList<>();
                for (IssueKind one : IssueKind.values()) {
                    if (one.severity() == severity) {
                        kinds.add(Store.quoted(one.code()));
                    }
                }
                conditions.add("kind IN (" + String.join(", ", kinds) + ")");
            }
            if (activity != null) {
                conditions.add("activity = " + Store.quoted(activity));
            }
            return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        }
    }

    private static IssueKind kind(String code) {
        return IssueKind.valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
