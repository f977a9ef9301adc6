package org.salus.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.documents.ChartDrawer;
import org.salus.documents.Document;
import org.salus.documents.Page;
import org.salus.documents.Paragraph;
import org.salus.documents.Version;
import org.salus.framework.Failure;
import org.salus.goals.Goal;
import org.salus.ledger.AccountId;
import org.salus.ledger.Item;

/** A file beside the version it names. */
@Tag("slow")
class VerifyFileTest {
    private final ChartDrawer charts = new ChartDrawer();
    private final StrategyFiles files = new StrategyFiles(charts);

    @TempDir
    Path folder;

    private Orvelia orvelia;
    private VerifyFile verifying;

    @BeforeEach
    void found() throws IOException {
        orvelia = new Orvelia(folder);
        verifying = new VerifyFile(orvelia.workspaces, orvelia.strategies, files);
    }

    @AfterEach
    void close() {
        orvelia.close();
        charts.close();
    }

    private byte[] file(Item<Edition> edition, String form) {
        return files.bytes(
                form,
                orvelia.strategies
                        .of(orvelia.workspace, orvelia.ana, edition.value())
                        .document(edition.value().reviewBy()));
    }

    /** The file with other words in the body, packed anew as a word processor would. */
    private static byte[] replaced(byte[] docx, String words, String others) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(docx));
                ZipOutputStream to = new ZipOutputStream(out)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                byte[] bytes = from.readAllBytes();
                to.write(
                        entry.getName().equals("word/document.xml")
                                ? new String(bytes, StandardCharsets.UTF_8)
                                        .replace(words, others)
                                        .getBytes(StandardCharsets.UTF_8)
                                : bytes);
            }
        }
        return out.toByteArray();
    }

    @Test
    void a_file_as_written_says_the_same_in_every_form_also_after_the_workspace_went_on() {
        Item<Edition> edition = orvelia.draw("First", Readership.MEMBERS);
        Goal goal =
                orvelia.workspace.view(orvelia.ana).list(Goal.KIND).getFirst().value();
        orvelia.put(orvelia.ana, Item.fresh(Goal.KIND, Goal.of(goal.chain(), "Another goal")));
        for (String form : StrategyFiles.FORMS) {
            Verified verified = verifying.verify(orvelia.ben, file(edition, form));
            assertThat(verified.verdict()).as(form + verified.changes()).isEqualTo(Verdict.SAME);
            assertThat(verified.edition().map(Item::id)).as(form).contains(edition.id());
        }
    }

    @Test
    void a_word_that_was_changed_is_told_with_its_section() throws IOException {
        Item<Edition> edition = orvelia.draw("First", Readership.MEMBERS);
        byte[] changed = replaced(file(edition, "docx"), "No round of assessment", "Every round of assessment");
        Verified verified = verifying.verify(orvelia.ana, changed);
        assertThat(verified.verdict()).isEqualTo(Verdict.DIFFERS);
        assertThat(verified.changes())
                .containsExactly(
                        new TextChange("Governance", false, "No round of assessment is recorded yet."),
                        new TextChange("Governance", true, "Every round of assessment is recorded yet."));
    }

    @Test
    void a_page_in_which_a_word_was_changed_differs() {
        Item<Edition> edition = orvelia.draw("First", Readership.MEMBERS);
        String page = new String(file(edition, "html"), StandardCharsets.UTF_8)
                .replace("No round of assessment", "Every round of assessment");
        Verified verified = verifying.verify(orvelia.ana, page.getBytes(StandardCharsets.UTF_8));
        assertThat(verified.verdict()).isEqualTo(Verdict.DIFFERS);
        assertThat(verified.changes()).anyMatch(change -> change.line().contains("Every round"));
    }

    @Test
    void whoever_cannot_open_the_workspace_learns_no_more_than_that_the_version_is_unknown() {
        Item<Edition> edition = orvelia.draw("First", Readership.MEMBERS);
        Verified verified = verifying.verify(AccountId.fresh(), file(edition, "docx"));
        assertThat(verified.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(verified.workspace()).isEmpty();
        assertThat(verifying.verify(AccountId.fresh(), file(edition, "html")).verdict())
                .isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void a_file_that_names_no_version_is_unknown_and_what_is_no_file_of_ours_is_refused() {
        Document other = new Document(
                "A letter",
                "",
                Locale.ENGLISH,
                Page.PORTRAIT,
                List.of(Paragraph.of("Dear all")),
                new Version("v", Orvelia.NOW.atZone(java.time.ZoneOffset.UTC).toLocalDate()));
        assertThat(verifying.verify(orvelia.ana, files.bytes("docx", other)).verdict())
                .isEqualTo(Verdict.UNKNOWN);
        assertThat(verifying.verify(orvelia.ana, files.bytes("html", other)).verdict())
                .isEqualTo(Verdict.UNKNOWN);
        assertThatThrownBy(() -> verifying.verify(orvelia.ana, "just text".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("neither docx nor pdf nor html");
        assertThatThrownBy(() -> verifying.verify(orvelia.ana, "%PDF-1.7 cut".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Failure.class);
        assertThatThrownBy(() -> verifying.verify(orvelia.ana, new byte[] {'P', 'K', 3, 4, 9}))
                .isInstanceOf(Failure.class);
    }
}
