package org.salus.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The worked example of {@code docs/ledger.md} is what the program does. */
class LedgerPageTest {
    @Test
    void the_worked_example_is_true() throws IOException {
        WorkspaceId workspace = WorkspaceId.of("01900000-0000-7000-8000-000000000001");
        byte[] salt = new byte[32];
        Arrays.fill(salt, (byte) 0x22);
        byte[] before = new byte[32];
        Arrays.fill(before, (byte) 0x11);
        ItemId item = ItemId.of("01900000-0000-7000-8000-000000000003");
        Digest payload = Digest.over(
                salt, Belonging.ofContent(item).before("{\"text\":\"The army\"}".getBytes(StandardCharsets.UTF_8)));
        Entry entry = Entry.of(
                workspace,
                List.of(Digest.ofBytes(before)),
                AccountId.of("01900000-0000-7000-8000-000000000002"),
                Instant.parse("2026-05-03T12:00:00Z"),
                Optional.empty(),
                List.of(new Change(item, payload, List.of(), List.of())),
                Marks.NONE);
        byte[] written = entry.written(workspace);

        List<String> shown = Files.readString(Path.of("docs/ledger.md"))
                .lines()
                .filter(line -> line.startsWith("    "))
                .map(String::strip)
                .toList();
        assertThat(shown)
                .containsExactly(
                        payload.toString(),
                        HexFormat.of().formatHex(written),
                        entry.id().toString());
        assertThat(Entry.read(workspace, HexFormat.of().parseHex(shown.get(1)), UnaryOperator.identity()))
                .isEqualTo(entry);
    }
}
