package org.salus.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Which payloads may be missing follows from receipts and from who wrote what stands before them. */
class PromisedTest {
    private static final WorkspaceId WORKSPACE = WorkspaceId.fresh();

    private static Digest digest(String of) {
        return Digest.over(of.getBytes(StandardCharsets.UTF_8));
    }

    private static Entry writing(AccountId author, int number) {
        Digest said = digest("said " + number);
        return Entry.of(
                WORKSPACE,
                List.of(digest("before")),
                author,
                Instant.ofEpochSecond(number),
                Optional.empty(),
                List.of(new Change(ItemId.fresh(), said, List.of(), List.of())),
                Marks.NONE);
    }

    private static Entry receiving(AccountId author, int number, List<Digest> unproven) {
        return Entry.of(
                WORKSPACE,
                List.of(digest("before")),
                author,
                Instant.ofEpochSecond(number),
                Optional.empty(),
                List.of(),
                Marks.receiving(unproven, List.of(), List.of(), List.of()));
    }

    private static Promised promised(List<Entry> entries) {
        return Promised.by(entries, payload -> false);
    }

    /** As it is said: from each remark back to the first entry that is neither its author's nor named by it. */
    private static Set<Digest> perhaps(List<Entry> entries) {
        Set<Digest> perhaps = new HashSet<>();
        for (int remark = 0; remark < entries.size(); remark++) {
            Entry received = entries.get(remark);
            int at = received.isRemark() ? remark - 1 : -1;
            while (at >= 0
                    && (entries.get(at).author().equals(received.author())
                            || received.marks()
                                    .unproven()
                                    .contains(entries.get(at).id()))) {
                entries.get(at).payloads().forEach(perhaps::add);
                at--;
            }
        }
        return perhaps;
    }

    @RepeatedTest(200)
    void what_may_have_come_stands_before_a_receipt(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<AccountId> authors = List.of(AccountId.fresh(), AccountId.fresh(), AccountId.fresh());
        List<Entry> entries = new ArrayList<>();
        for (int number = 0; number < 40; number++) {
            AccountId author = authors.get(random.nextInt(authors.size()));
            boolean isReceipt = random.nextInt(4) == 0;
            List<Digest> unproven = entries.reversed().stream()
                    .limit(random.nextInt(8))
                    .filter(entry -> random.nextBoolean())
                    .map(Entry::id)
                    .toList();
            entries.add(isReceipt ? receiving(author, number, unproven) : writing(author, number));
        }
        Set<Digest> all = entries.stream().flatMap(Entry::payloads).collect(Collectors.toSet());
        Promised promised = promised(entries);
        assertThat(promised.perhaps()).isEqualTo(perhaps(entries));
        all.removeAll(promised.perhaps());
        assertThat(promised.due()).isEqualTo(all);
    }

    @Test
    void what_was_written_after_the_last_receipt_is_due() {
        AccountId ana = AccountId.fresh();
        List<Entry> entries =
                List.of(writing(ana, 1), receiving(ana, 2, List.of()), receiving(ana, 3, List.of()), writing(ana, 4));
        assertThat(promised(entries).perhaps()).containsExactly(digest("said 1"));
        assertThat(promised(entries).due()).containsExactly(digest("said 4"));
    }

    /** A workspace of one account that was merged often is not read again for each of its receipts. */
    @Test
    void each_entry_is_looked_at_a_few_times_however_many_receipts_there_are() {
        AccountId ana = AccountId.fresh();
        List<Entry> entries = IntStream.range(0, 2_000)
                .mapToObj(number -> number % 2 == 0 ? writing(ana, number) : receiving(ana, number, List.of()))
                .toList();
        Counted counted = new Counted(entries);
        assertThat(promised(counted).due()).isEmpty();
        assertThat(counted.looks).isLessThanOrEqualTo(5 * entries.size());
    }

    /** Counts how often somebody looks at one of them. */
    private static final class Counted extends AbstractList<Entry> {
        private final List<Entry> entries;
        private int looks;

        Counted(List<Entry> entries) {
            this.entries = entries;
        }

        @Override
        public Entry get(int at) {
            looks++;
            return entries.get(at);
        }

        @Override
        public int size() {
            return entries.size();
        }
    }
}
