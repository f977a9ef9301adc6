package org.salus.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.salus.ledger.Zubara.accepted;
import static org.salus.ledger.Zubara.named;
import static org.salus.ledger.Zubara.note;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.salus.framework.Failure;
import org.salus.ledger.Zubara.Contact;
import org.salus.ledger.Zubara.Note;
import org.salus.ledger.Zubara.Remark;
import org.salus.ledger.Zubara.Source;
import org.salus.ledger.Zubara.Task;
import org.salus.ledger.Zubara.Tie;

/** A travel edition may get into other hands with its passphrase: what could hurt somebody stays at home, and nothing of that is lost when it comes back. */
@ParameterizedClass
@EnumSource(Store.class)
class TravelEditionTest {
    private static final String CANARY = "canary-c0de";

    private final Store store;

    @TempDir
    Path folder;

    private Zubara zubara;
    private Workspace workspace;

    private final Item<Note> army = note("The army");
    private final Item<Note> police = note("The police");
    private final Item<Source> law = Item.fresh(Source.KIND, new Source("Police act", false));
    private final Item<Source> interview = Item.fresh(Source.KIND, new Source("Interview " + CANARY, true));
    private final Item<Task> plain = Item.fresh(Task.KIND, new Task("Ask for the budget", ""));
    private final Item<Task> noted =
            Item.fresh(Task.KIND, new Task("Ask again " + CANARY, "They are afraid " + CANARY));
    private final Item<Contact> office = Item.fresh(Contact.KIND, new Contact("Inspectorate", ""));
    private final Item<Contact> person = Item.fresh(Contact.KIND, new Contact("Registry", "Somebody " + CANARY));
    private final Item<Note> forFew = note("For two " + CANARY);
    private final Item<Note> forMinistry = note("For one house " + CANARY);

    TravelEditionTest(Store store) {
        this.store = store;
    }

    @BeforeEach
    void open() {
        zubara = new Zubara(store.place(folder).open());
        workspace = zubara.workspace;
        zubara.put(zubara.cai, army, note("what was said before"), law, interview, plain, noted, office, person);
        zubara.put(
                zubara.cai,
                police.citing(List.of(
                        Citation.of(law.id(), "article 3", Confidence.HIGH),
                        Citation.of(interview.id(), "minute 3 " + CANARY, Confidence.LOW))));
        zubara.put(
                zubara.cai,
                forFew.meantFor(named(zubara.cai, zubara.ana)),
                forMinistry.meantFor(new Sensitivity.Organisation(Zubara.MINISTRY)));
        zubara.say(zubara.cai, army, "The army, as " + CANARY + " called it");
        accepted(workspace.append(
                zubara.cai,
                List.of(new Edit.Put(zubara.read(zubara.cai, army).saying(new Note("The army")))),
                Reason.of(Act.EDIT, CANARY + " asked for it")));
        zubara.put(
                zubara.ben, Item.fresh(Remark.KIND, new Remark(police.id(), zubara.ben, "Beware of " + CANARY, false)));
    }

    @AfterEach
    void close() {
        zubara.close();
    }

    private Path travelling(AccountId by, AccountId madeFor, String file) {
        Path made = folder.resolve(file);
        Copy.make(workspace, by, madeFor, Copy.Form.TRAVEL, Zubara.PASSPHRASE, Zubara.CHEAP, made);
        return made;
    }

    /** Every byte of it, for who knows its passphrase. */
    private static String everythingIn(Path copy) {
        try (Copy opened = Copy.open(copy, Zubara.PASSPHRASE)) {
            return opened.brought().payloads().values().stream()
                    .map(payload -> new String(payload, StandardCharsets.UTF_8))
                    .collect(Collectors.joining());
        }
    }

    @Test
    void what_could_hurt_somebody_is_in_no_byte_of_it() {
        zubara.put(zubara.cai, Item.fresh(Tie.KIND, new Tie(noted.id(), army.id())));
        String usual = everythingIn(zubara.copyFor(zubara.cai, folder.resolve("usual.salus")));
        assertThat(usual).as("of this member's copies another one holds it").contains(CANARY, "Ben", "Beware of");

        String all = everythingIn(travelling(zubara.cai, zubara.cai, "travel.salus"));
        assertThat(all)
                .contains("The army", "The police", "Police act", "article 3", "Ask for the budget", "Inspectorate")
                .as("the traveller's own membership opens it")
                .contains("Cai's office")
                .doesNotContain(CANARY, "Ana", "Ben", "Dee", "Interview", "Registry")
                .as("what says nothing without what stays")
                .doesNotContain(noted.id().toString());
    }

    @Test
    void it_says_what_it_is_and_others_do_not() {
        try (Copy copy = Copy.open(travelling(zubara.cai, zubara.cai, "travel.salus"), Zubara.PASSPHRASE)) {
            assertThat(copy.about().isTravelEdition()).isTrue();
            assertThat(copy.workspaces(Zubara.KINDS, new Zubara.Clock()).isTravelEdition())
                    .isTrue();
        }
        try (Copy copy = Copy.open(zubara.copyFor(zubara.cai, folder.resolve("usual.salus")), Zubara.PASSPHRASE)) {
            assertThat(copy.about().isTravelEdition()).isFalse();
            assertThat(copy.workspaces(Zubara.KINDS, new Zubara.Clock()).isTravelEdition())
                    .isFalse();
        }
    }

    @Test
    void it_is_worked_on_and_comes_back_without_taking_anything_away() {
        Map<ItemId, Item<?>> before = everything();
        Path copy = travelling(zubara.cai, zubara.cai, "travel.salus");
        Item<Note> seen = note("Seen on the road");
        Zubara.in(copy, inside -> {
            assertThat(inside.verify().damages()).isEmpty();
            View view = inside.view(zubara.cai);
            assertThat(view.find(noted.id())).isEmpty();
            assertThat(view.find(forFew.id())).isEmpty();
            assertThat(view.isLeftOut(new ItemId(zubara.ben.value()))).isTrue();
            assertThat(view.get(Note.KIND, police.id()).citations()).hasSize(1);
            assertThat(inside.history(zubara.cai).list(100, Optional.empty())).isNotEmpty();
            Zubara.put(inside, zubara.cai, seen, Item.fresh(Tie.KIND, new Tie(seen.id(), army.id())));
            Zubara.put(inside, zubara.cai, view.get(Note.KIND, police.id()).saying(new Note("The police, seen")));
        });

        Merge.Report report = zubara.merge(zubara.cai, copy);
        assertThat(report.fresh()).isEqualTo(2);
        assertThat(report.waiting()).isEmpty();
        assertThat(report.unproven()).isZero();
        Map<ItemId, Item<?>> after = everything();
        assertThat(after).containsKey(seen.id());
        before.remove(police.id());
        assertThat(after).as("all that nobody touched says what it said").containsAllEntriesOf(before);
        Item<Note> home = zubara.read(zubara.cai, police);
        assertThat(home.value().text()).isEqualTo("The police, seen");
        assertThat(home.citations()).as("the interview is cited as before").hasSize(2);
        assertThat(workspace.view(zubara.cai).conflicts()).isEmpty();
        zubara.isSound();
    }

    private Map<ItemId, Item<?>> everything() {
        View view = workspace.view(zubara.cai);
        return view.ids().stream()
                .collect(Collectors.toMap(id -> id, id -> view.find(id).orElseThrow()));
    }

    @Test
    void who_makes_one_for_another_learns_nothing_by_its_passphrase() {
        Item<Note> open = note("For all");
        zubara.put(zubara.dee, Item.fresh(Remark.KIND, new Remark(police.id(), zubara.dee, "Of my own", false)));
        zubara.put(zubara.cai, open);
        Path forDee = travelling(zubara.ben, zubara.dee, "dee.salus");
        assertThat(everythingIn(forDee)).contains("For all", "Dee's office").doesNotContain(CANARY, "Ben's office");
        assertThatThrownBy(() -> travelling(zubara.cai, zubara.dee, "other.salus"))
                .isInstanceOf(Failure.class);
    }

    @Test
    void none_is_made_of_a_private_layer() {
        Workspace layer = zubara.workspaces.found(
                new Charter("Ours", List.of("XZU"), "", "SSR", Optional.of(workspace.id())),
                zubara.cai,
                "Cai",
                Optional.of(Zubara.MINISTRY),
                "Ministry");
        Path file = folder.resolve("layer.salus");
        assertThatThrownBy(() -> Copy.make(
                        layer, zubara.cai, zubara.cai, Copy.Form.TRAVEL, Zubara.PASSPHRASE, Zubara.CHEAP, file))
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> assertThat(failure.sentence().key()).isEqualTo("ledger.failure.layer-stays"));
        assertThat(file).doesNotExist();
        zubara.put(zubara.cai, note("shared"));
        Zubara.put(layer, zubara.cai, note("our position " + CANARY));
        assertThat(everythingIn(travelling(zubara.cai, zubara.cai, "travel.salus")))
                .contains("shared")
                .doesNotContain(CANARY, "Ours", layer.id().toString());
    }
}
