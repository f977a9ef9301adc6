package org.salus.appraisal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salus.frame.TranslatedTexts;
import org.salus.framework.Failure;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import org.salus.sector.ActorType;
import org.salus.sector.Power;
import tools.jackson.databind.JsonNode;

/** The library of instruments that comes with the program: one file per field, each with its edition. */
public final class Instruments {
    /** In the order in which they are listed. */
    private static final List<String> FILES = List.of(
            "rights",
            "force-and-police",
            "detention-and-justice",
            "children",
            "reform-and-women",
            "humanitarian-law",
            "arms",
            "corruption-and-crime",
            "peacekeeping",
            "africa",
            "europe",
            "americas",
            "arab-and-asia");

    private static final List<String> CHAPTERS = List.of("X", "IX", "V", "IV", "I");
    private static final List<Integer> VALUES = List.of(10, 9, 5, 4, 1);

    // Behind what its reading needs.
    private static final Instruments SHIPPED = new Instruments(
            AidRules.yaml("instruments/groups.yaml"),
            FILES.stream()
                    .map(file -> AidRules.yaml("instruments/" + file + ".yaml"))
                    .toList());

    private static final class Translated {
        private static final Map<String, Instruments> LIBRARIES = TranslatedTexts.byLanguage(SHIPPED::in);
    }

    private final Map<String, StateGroup> groups = new LinkedHashMap<>();
    private final Map<String, Set<ActorType>> institutions = new LinkedHashMap<>();
    private final Map<String, Instrument> instruments = new LinkedHashMap<>();
    private final Set<String> editions = new LinkedHashSet<>();

    private Instruments(JsonNode shared, Collection<JsonNode> files) {
        editions.add(shared.required("edition").asString());
        shared.required("institutions")
                .properties()
                .forEach(one -> institutions.put(
                        one.getKey(),
                        texts(one.getValue()).map(Instruments::type).collect(Collectors.toUnmodifiableSet())));
        shared.required("groups")
                .properties()
                .forEach(one -> groups.put(
                        one.getKey(),
                        new StateGroup(
                                one.getKey(),
                                one.getValue().required("name").asString(),
                                texts(one.getValue().required("members")).collect(Collectors.toUnmodifiableSet()))));
        files.forEach(this::add);
    }

    /** The library with the texts of a language, which stand in one file by the ids of instruments, beside those of bodies and groups of states. */
    private Instruments(Instruments english, TranslatedTexts texts) {
        editions.addAll(english.editions);
        institutions.putAll(english.institutions);
        JsonNode names = texts.whole().required("groups");
        JsonNode bodies = texts.whole().required("bodies");
        english.groups.forEach((code, group) ->
                groups.put(code, group.named(names.required(code).asString())));
        english.instruments.forEach((id, one) -> instruments.put(
                id,
                one.in(
                        texts.of(id),
                        bodies.required(one.body()).asString(),
                        one.groups().stream().map(group -> group(group.code())).toList())));
    }

    /** The translation is of the newest edition of its files. */
    private Instruments in(Locale language) {
        return new Instruments(
                this,
                TranslatedTexts.read(
                        Instruments.class,
                        "instruments",
                        language,
                        "instruments",
                        Collections.max(editions),
                        instruments.keySet()));
    }

    private void add(JsonNode file) {
        String edition = file.required("edition").asString();
        editions.add(edition);
        file.required("instruments").forEach(one -> {
            Instrument read = instrument(one, edition);
            if (instruments.put(read.id(), read) != null) {
                throw new IllegalArgumentException("twice: " + read.id());
            }
        });
    }

    private Instrument instrument(JsonNode one, String edition) {
        Optional<String> treaty = text(one, "treaty");
        return new Instrument(
                one.required("id").asString(),
                one.required("title").asString(),
                PartialDate.of(one.required("date").asString()),
                one.required("body").asString(),
                Term.get(InstrumentType.class, one.required("type").asString()),
                texts(one.required("topics"))
                        .map(code -> Term.get(InstrumentTopic.class, code))
                        .toList(),
                texts(one.required("binds")).flatMap(this::types).collect(Collectors.toUnmodifiableSet()),
                texts(one.required("obligations")).toList(),
                treaty,
                text(one, "text")
                        .or(() -> text(one, "symbol").map(symbol -> "https://undocs.org/" + symbol))
                        .or(() -> treaty.map(Instruments::collection)),
                texts(one.path("groups")).map(this::group).toList(),
                text(one, "replaces").orElse(""),
                edition);
    }

    private StateGroup group(String code) {
        return Optional.ofNullable(groups.get(code))
                .orElseThrow(() -> new IllegalArgumentException("no such group: " + code));
    }

    /** A set that the library names, all that usually have a power, or one kind. */
    private Stream<ActorType> types(String word) {
        if (institutions.containsKey(word)) {
            return institutions.getOrDefault(word, Set.of()).stream();
        }
        Optional<Power> power = Term.find(Power.class, word).filter(one -> one != Power.COLLECT_INTELLIGENCE);
        return power.isPresent()
                ? Arrays.stream(ActorType.values())
                        .filter(type -> type.usualPowers().contains(power.get()))
                : Stream.of(type(word));
    }

    private static ActorType type(String code) {
        return Term.get(ActorType.class, code);
    }

    private static Stream<String> texts(JsonNode list) {
        List<String> all = new ArrayList<>();
        list.forEach(one -> all.add(one.asString()));
        return all.stream();
    }

    private static Optional<String> text(JsonNode one, String name) {
        return Optional.of(one.path(name).asString("")).filter(text -> !text.isBlank());
    }

    /** The page of the United Nations Treaty Collection about a treaty: its text and the newest table of its status. */
    private static String collection(String treaty) {
        int dash = treaty.indexOf('-');
        String chapter = treaty.substring(0, dash);
        return "https://treaties.un.org/pages/ViewDetails.aspx?src=TREATY&mtdsg_no=" + roman(Integer.parseInt(chapter))
                + treaty.substring(dash) + "&chapter=" + chapter + "&clang=_en";
    }

    private static String roman(int number) {
        StringBuilder out = new StringBuilder();
        int left = number;
        for (int i = 0; i < CHAPTERS.size(); i++) {
            while (left >= VALUES.get(i)) {
                out.append(CHAPTERS.get(i));
                left -= VALUES.get(i);
            }
        }
        return out.toString();
    }

    /** The library that comes with the program. */
    public static Instruments shipped() {
        return SHIPPED;
    }

    /** The same in a language; in English where there are no texts in that one. */
    public static Instruments shipped(Locale language) {
        return Translated.LIBRARIES.getOrDefault(language.getLanguage(), SHIPPED);
    }

    /** All, field by field. */
    public List<Instrument> list() {
        return List.copyOf(instruments.values());
    }

    /** The instrument of that id. */
    public Optional<Instrument> find(String id) {
        return Optional.ofNullable(instruments.get(id));
    }

    /**
     * The instrument of that id.
     *
     * @throws Failure (not found) if the library has none
     */
    public Instrument get(String id) {
        return find(id).orElseThrow(() -> Failure.notFound(Sentence.of("appraisal.failure.no-instrument", id))
                .advising(Sentence.of("appraisal.failure.no-instrument.advice")));
    }

    /** The groups of states that regional instruments are open to. */
    public List<StateGroup> groups() {
        return List.copyOf(groups.values());
    }

    /** The group of that code. */
    public Optional<StateGroup> findGroup(String code) {
        return Optional.ofNullable(groups.get(code));
    }

    /** The kinds of institutions that any instrument binds, in the order of the sector map. */
    public Set<ActorType> bound() {
        Set<ActorType> all = EnumSet.noneOf(ActorType.class);
        list().forEach(one -> all.addAll(one.binds()));
        return Collections.unmodifiableSet(all);
    }

    /** The editions of its files, each once. */
    public List<String> editions() {
        return List.copyOf(editions);
    }
}
