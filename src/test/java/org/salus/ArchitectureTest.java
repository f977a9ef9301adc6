package org.salus;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.evidence.ActivityRecord;
import org.salus.evidence.Evidence;
import org.salus.evidence.LoadInput;
import org.salus.evidence.Progress;
import org.salus.evidence.Transaction;
import org.salus.framework.DateSpan;
import org.salus.framework.Pillar;
import org.salus.framework.ReformArea;
import org.salus.framework.Sentence;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import org.salus.ledger.Copy;
import org.salus.ledger.Database;
import org.salus.ledger.Digest;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Merge;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.portfolio.SectorCode;
import org.salus.portfolio.Sortable;
import org.salus.portfolio.Sorter;
import org.salus.sector.Actor;
import org.salus.sector.Name;
import org.salus.sector.Phase;
import org.salus.workspace.Contribution;
import org.salus.workspace.Face;
import org.salus.workspace.Faces;
import org.salus.workspace.Field;
import org.salus.workspace.FieldEdit;

/** The stories of ARCHITECTURE.md: one payment on its way from a file to the map of support, one word on its way from a page to the ledger and back from a copy. */
class ArchitectureTest {
    private static final Path FILE = Path.of("demo/aid-burundi.xml.gz");
    private static final String PROJECT = "US-501c3-522318905-SG-BDI/000336";

    @Tag("slow")
    @Test
    void the_payment_arrives_with_its_amount_and_its_area(@TempDir Path folder) throws Exception {
        assertThat(Files.readString(Path.of("ARCHITECTURE.md"))).contains(FILE.toString(), PROJECT, "21334307");

        try (Evidence evidence = Evidence.open(folder)) {
            evidence.loads()
                    .load(List.of(new LoadInput("aid-burundi.xml.gz", FILE.toString(), FILE)), null, Progress.SILENT);
            ActivityRecord project = evidence.snapshot().activities().get(PROJECT);

            assertThat(project.activity().transactions())
                    .filteredOn(Transaction::isDisbursement)
                    .singleElement()
                    .satisfies(payment -> {
                        assertThat(payment.amount()).isEqualTo(new BigDecimal("21334307"));
                        assertThat(payment.currency()).isEqualTo("USD");
                        assertThat(payment.date()).hasYear(2009);
                    });
            Sortable sortable = new Sortable(
                    PROJECT,
                    project.activity().titles().stream()
                            .map(title -> title.text())
                            .toList(),
                    List.of(),
                    List.of(SectorCode.dac("151")));
            assertThat(Sorter.byRules().sort(sortable).area()).isEqualTo(ReformArea.of("4a"));
        }
    }

    @Tag("slow")
    @Test
    void the_short_name_of_the_police_is_typed_kept_taken_along_changed_and_merged(@TempDir Path folder)
            throws Exception {
        assertThat(Files.readString(Path.of("ARCHITECTURE.md"))).contains("`PNB`", "`PNB-BDI`", "`key`");
        Faces faces = Faces.of(List.of(new Contribution(
                List.of(Actor.KIND),
                List.of(Face.of(
                        Actor.KIND,
                        Sentence.of("workspace.version.name"),
                        (item, view) -> item.value().names().getFirst(),
                        List.of(Field.line("key", Sentence.of("workspace.version.name"))))),
                List.of())));
        Item<Actor> police = Item.fresh(
                Actor.KIND,
                Actor.of(new Phase(
                        DateSpan.OPEN,
                        List.of(Name.of("National Police of Burundi")),
                        Pillar.PROVIDERS,
                        Optional.empty(),
                        Optional.empty(),
                        Map.of())));
        AccountId ana = AccountId.fresh();
        char[] passphrase = "several words are best".toCharArray();
        Path file = folder.resolve("mission.salus");
        try (Workspaces home =
                Workspaces.open(Database.file(folder.resolve("salus.db")), faces.kinds(), InstantSource.system())) {
            Workspace workspace = home.found(
                    new Charter("Burundi", List.of("BDI"), "", "", Optional.empty()), ana, "Ana", Optional.empty(), "");
            workspace.append(ana, new Edit.Put(police));
            type(workspace, faces, ana, police.id(), "PNB");
            Copy.make(workspace, ana, ana, passphrase, file);

            try (Copy copy = Copy.open(file, passphrase)) {
                Workspace inside =
                        copy.workspaces(faces.kinds(), InstantSource.system()).get(workspace.id());
                assertThat(inside.view(ana).get(Actor.KIND, police.id()).value().key())
                        .isEqualTo("PNB");
                type(inside, faces, ana, police.id(), "PNB-BDI");
                assertThat(Merge.merge(workspace, copy, ana, "mission.salus").fresh())
                        .isEqualTo(1);
            }
            assertThat(workspace.view(ana).get(Actor.KIND, police.id()).value().key())
                    .isEqualTo("PNB-BDI");
            assertThat(workspace.history(ana).of(police.id())).hasSize(3);
            assertThat(workspace.verify().isSound()).isTrue();
        }
    }

    private static void type(Workspace workspace, Faces faces, AccountId who, ItemId item, String typed) {
        Set<Digest> shown = workspace.view(who).get(Actor.KIND, item).basis();
        assertThat(new FieldEdit(workspace, faces, who).save(item, "key", typed, shown))
                .isInstanceOf(FieldEdit.Result.Saved.class);
    }
}
