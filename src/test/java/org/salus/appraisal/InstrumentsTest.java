package org.salus.appraisal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.salus.SharedData;
import org.salus.evidence.Countries;
import org.salus.evidence.TreatyTable;
import org.salus.frame.web.Address;
import org.salus.framework.Failure;
import org.salus.framework.Wording;
import org.salus.sector.ActorType;

class InstrumentsTest {
    private static final Instruments LIBRARY = Instruments.shipped();

    @Test
    void the_library_covers_every_topic_and_every_kind_of_text() {
        assertThat(LIBRARY.list()).hasSizeGreaterThanOrEqualTo(60);
        for (InstrumentTopic topic : InstrumentTopic.values()) {
            assertThat(LIBRARY.list())
                    .as(topic.code())
                    .anyMatch(one -> one.topics().contains(topic));
        }
        for (InstrumentType type : InstrumentType.values()) {
            assertThat(LIBRARY.list()).as(type.code()).anyMatch(one -> one.type() == type);
        }
    }

    @Test
    void every_instrument_says_what_it_asks_for_and_of_whom() {
        assertThat(LIBRARY.list()).allSatisfy(one -> {
            assertThat(one.id()).matches("[a-z0-9-]{2,40}");
            assertThat(one.title()).isNotBlank();
            assertThat(one.body()).isNotBlank();
            assertThat(one.obligations())
                    .hasSizeBetween(1, 4)
                    .allSatisfy(said -> assertThat(said).endsWith(".").hasSizeLessThan(200));
            assertThat(one.binds()).isNotEmpty();
            assertThat(one.topics()).isNotEmpty().doesNotHaveDuplicates();
            assertThat(one.date().earliest()).isBetween(LocalDate.of(1900, 1, 1), LocalDate.of(2026, 11, 1));
            assertThat(one.edition()).matches("\\d{4}-\\d{2}(-\\d+)?");
        });
    }

    @Test
    void every_instrument_speaks_french_and_keeps_its_facts() {
        Instruments french = Instruments.shipped(Locale.FRENCH);

        assertThat(french.editions()).isEqualTo(LIBRARY.editions());
        assertThat(french.bound()).isEqualTo(LIBRARY.bound());
        assertThat(french.list()).extracting(Instrument::id).isEqualTo(ids());
        assertThat(french.list()).extracting(Instrument::title).doesNotHaveDuplicates();
        for (Instrument one : LIBRARY.list()) {
            Instrument said = french.get(one.id());
            assertThat(said.date()).isEqualTo(one.date());
            assertThat(said.treaty()).isEqualTo(one.treaty());
            assertThat(said.text()).isEqualTo(one.text());
            assertThat(said.binds()).isEqualTo(one.binds());
            assertThat(said.groups()).extracting(StateGroup::members).isEqualTo(members(one));
            assertThat(said.obligations())
                    .as(one.id())
                    .hasSameSizeAs(one.obligations())
                    .doesNotContainAnyElementsOf(one.obligations())
                    .allSatisfy(text ->
                            assertThat(text).endsWith(".").hasSizeLessThan(220).doesNotContain("'", " ;", " :", " ?"));
            assertThat(said.title())
                    .as(one.id())
                    .isNotBlank()
                    .isNotEqualTo(one.title())
                    .doesNotContain("'", " :");
            assertThat(said.body()).as(one.id()).isNotBlank().doesNotContain("'");
        }
        assertThat(Instruments.shipped(Locale.GERMAN).get("cat").title())
                .as("no texts in that language")
                .isEqualTo(LIBRARY.get("cat").title());
    }

    private static List<String> ids() {
        return LIBRARY.list().stream().map(Instrument::id).toList();
    }

    private static List<Set<String>> members(Instrument one) {
        return one.groups().stream().map(StateGroup::members).toList();
    }

    @Test
    void a_region_is_the_same_in_every_language() {
        InstrumentQuestion african = InstrumentQuestion.of(Address.of("").with("region", "african-union"), List.of());

        assertThat(InstrumentRegister.of(
                                african, TreatyTable.Status.NONE, Optional.empty(), LocalDate.EPOCH, Locale.FRENCH)
                        .lines())
                .hasSameSizeAs(InstrumentRegister.of(
                                african, TreatyTable.Status.NONE, Optional.empty(), LocalDate.EPOCH, Locale.ENGLISH)
                        .lines())
                .isNotEmpty();
    }

    @Test
    void no_instrument_stands_in_it_twice() {
        assertThat(LIBRARY.list()).extracting(Instrument::id).doesNotHaveDuplicates();
        assertThat(LIBRARY.list()).extracting(Instrument::title).doesNotHaveDuplicates();
        assertThat(LIBRARY.list())
                .extracting(Instrument::table)
                .as("two instruments of one table")
                .doesNotHaveDuplicates();
    }

    @Test
    void only_treaties_have_a_number_of_the_collection_and_only_regional_ones_are_kept_to_a_region() {
        assertThat(LIBRARY.list()).allSatisfy(one -> {
            if (one.treaty().isPresent()) {
                assertThat(one.type().isTreaty()).as(one.id()).isTrue();
                assertThat(one.treaty().get()).matches("\\d{1,2}-\\d{1,2}(-[a-z])?");
            }
            if (one.type() == InstrumentType.REGIONAL_TREATY) {
                assertThat(one.groups()).as(one.id()).isNotEmpty();
            }
        });
    }

    @Test
    void members_of_groups_are_countries_one_knows() {
        assertThat(LIBRARY.groups()).isNotEmpty().allSatisfy(group -> {
            assertThat(group.name()).isNotBlank();
            assertThat(group.members())
                    .hasSizeGreaterThan(5)
                    .allSatisfy(code -> assertThat(Countries.shipped().findByCode(code))
                            .as("%s in %s", code, group.code())
                            .isPresent());
        });
    }

    @Test
    void links_lead_to_official_places() {
        assertThat(LIBRARY.list().stream().flatMap(one -> one.text().stream()))
                .isNotEmpty()
                .allSatisfy(text -> {
                    assertThat(URI.create(text).getScheme()).isEqualTo("https");
                    assertThat(URI.create(text).getHost())
                            .isIn("treaties.un.org", "undocs.org", "ihl-databases.icrc.org", "www.coe.int");
                });
        assertThat(LIBRARY.get("opcat").text())
                .contains(
                        "https://treaties.un.org/pages/ViewDetails.aspx?src=TREATY&mtdsg_no=IV-9-b&chapter=4&clang=_en");
        assertThat(LIBRARY.get("sc-1325").text()).contains("https://undocs.org/S/RES/1325(2000)");
    }

    @Test
    void sets_of_institutions_are_the_kinds_of_the_sector_map() {
        assertThat(LIBRARY.get("cat").binds())
                .as("whoever may use force, detain, or collect intelligence")
                .contains(ActorType.POLICE, ActorType.PRISON_SERVICE, ActorType.ARMY, ActorType.INTELLIGENCE);
        assertThat(LIBRARY.get("geneva-2").binds()).doesNotContain(ActorType.POLICE);
    }

    @Test
    void every_term_has_its_words() {
        Wording wording = Wording.english();
        Arrays.asList(InstrumentTopic.values(), InstrumentType.values(), InstrumentStep.values(), TreatyStatus.values())
                .forEach(terms -> {
                    for (org.salus.framework.Term term : (org.salus.framework.Term[]) terms) {
                        assertThat(wording.say(term.label())).doesNotContain("[");
                        assertThat(wording.say(term.meaning())).doesNotContain("[");
                    }
                });
    }

    @Test
    void what_is_not_in_the_library_is_named() {
        assertThatThrownBy(() -> LIBRARY.get("treaty-of-atlantis"))
                .isInstanceOf(Failure.class)
                .satisfies(failure -> assertThat(Wording.english().say(((Failure) failure).sentence()))
                        .contains("treaty-of-atlantis"));
    }

    /** The collection's own list of 2015: what has a number here is what has it there, with its date; one it dates by the opening for signature. */
    @Test
    void numbers_and_dates_are_those_of_the_collection() throws IOException {
        Path index = SharedData.file("treaties/index.csv");
        Map<String, String> names = new HashMap<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(index)) {
            rows.forEach(row -> names.put(
                    row.getField("chapter_no") + "-" + row.getField("treaty_no").replace('.', '-'),
                    row.getField("treaty_name")));
        }
        List<Instrument> numbered = LIBRARY.list().stream()
                .filter(one -> one.treaty().isPresent())
                .filter(one -> one.date().year() < 2015)
                .toList();
        assertThat(numbered).hasSizeGreaterThan(30).allSatisfy(one -> {
            String name = Objects.requireNonNull(names.get(one.treaty().orElseThrow()), one.id());
            assertThat(name).as(one.id()).contains(one.id().equals("cerd") ? "7 March 1966" : written(one));
            HashSet<String> shared = new HashSet<>(words(name));
            shared.retainAll(words(one.title()));
            assertThat(shared).as(one.id() + ": " + name).hasSizeGreaterThanOrEqualTo(2);
        });
    }

    private static String written(Instrument one) {
        return one.date().earliest().format(DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH));
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^a-z]+", -1))
                .filter(word -> word.length() > 3)
                .toList();
    }
}
