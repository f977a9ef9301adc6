package org.salus.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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
                continue;
            }
            found.addAll(store.list(
                    "SELECT * FROM " + part.table(Table.ISSUE) + where + " ORDER BY id LIMIT " + (limit - found.size())
                            + " OFFSET " + skip,
                    row -> {
                        String arguments = Store.must(row, "arguments");
                        return new ImportIssue(
                                kind(Store.must(row, "kind")),
                                Store.must(row, "file"),
                                row.getLong("line"),
                                row.getString("activity"),
                                arguments.isEmpty() ? List.of() : List.of(arguments.split("\u001f", -1)));
                    }));
            skip = 0;
        }
        return found;
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
