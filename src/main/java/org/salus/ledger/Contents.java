package org.salus.ledger;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.salus.framework.Sentence;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes what items say as payloads, and reads them. The same item is the same bytes. */
final class Contents {
    private static final int DEEPEST = 50;
    /** In bytes, as written; no text in it can be longer. */
    private static final int LONGEST_PAYLOAD = 2_000_000;

    private static final JsonFactory FORM = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST_PAYLOAD)
                    .build())
            .build();

    static final JsonMapper JSON = JsonMapper.builder(FORM)
            .changeDefaultPropertyInclusion(any -> any.withValueInclusion(JsonInclude.Include.NON_ABSENT))
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            // A record may answer questions about itself (isWeak); only its components are written.
            .changeDefaultVisibility(seen -> seen.withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            // What is missing is an empty Optional or wrong: a null would surprise somebody far from here.
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .addModule(new CodesOfChoices())
            .addModule(new WordsOfTheApproach())
            .build();

    private static final int LONGEST_HEAD_KEPT = 500;
    private static final int MOST_HEADS = 24;

    private final Kinds kinds;
    private volatile List<Head> heads = List.of();

    Contents(Kinds kinds) {
        this.kinds = kinds;
    }

    Kinds kinds() {
        return kinds;
    }

    /** The written form of a version; the order of its components is the order it is read in. */
    @JsonPropertyOrder({"kind", "edition", "sensitivity", "needs", "removed", "value"})
    private record Written(
            String kind,
            int edition,
            Sensitivity sensitivity,
            SortedSet<ItemId> needs,
            boolean removed,
            Object value) {}

    private record Removed() {}

    <T extends Record> byte[] write(Item<T> item) {
        Kind<T> kind = item.kind();
        return JSON.writeValueAsBytes(new Written(
                kind.name(),
                kind.edition(),
                item.sensitivity(),
                new TreeSet<>(kind.needs().apply(item.value())),
                false,
                item.value()));
    }

    /** A version that says the item is removed. */
    byte[] writeRemoval(Content removed, Sensitivity meantFor) {
        return JSON.writeValueAsBytes(new Written(
                removed.kind(), removed.edition(), meantFor, new TreeSet<>(removed.needs()), true, new Removed()));
    }

    /** The written form of an item; none if it could not be read back: too long, too deep, or a text that is none. */
    Optional<byte[]> writable(Item<?> item) {
        try {
            return Optional.of(write(item))
                    .filter(written -> written.length <= LONGEST_PAYLOAD)
                    .filter(written ->
                            item(item.id(), read(written), Set.of()).value().equals(item.value()));
        } catch (JacksonException | MalformedContent wrong) {
            return Optional.empty();
        }
    }

    /** The written form of a reason; none if it could not be read back. */
    Optional<byte[]> writable(Reason reason) {
        try {
            return Optional.of(write(reason))
                    .filter(written -> written.length <= LONGEST_PAYLOAD)
                    .filter(written -> reason(written).filter(reason::equals).isPresent());
        } catch (JacksonException wrong) {
            return Optional.empty();
        }
    }

    boolean isWritable(Citation citation) {
        try {
            return citation(new Version.Cited(Digest.NONE, write(citation)))
                    .filter(citation::equals)
                    .isPresent();
        } catch (JacksonException wrong) {
            return false;
        }
    }

    byte[] write(Citation citation) {
        return JSON.writeValueAsBytes(citation);
    }

    /** The source a payload names; none if it is not here, or not of the form this program writes. */
    Optional<Citation> citation(Version.Cited cited) {
        if (cited.json() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(cited.json(), Citation.class));
        } catch (JacksonException | IllegalArgumentException | NullPointerException wrong) {
            return Optional.empty();
        }
    }

    byte[] write(Reason reason) {
        return JSON.writeValueAsBytes(reason);
    }

    /**
     * Why an entry was written; none if that is not here, or belongs elsewhere.
     *
     * @param here payloads without their salt
     */
    Optional<Reason> reason(Entry entry, Map<Digest, byte[]> here) {
        return entry.reason()
                .flatMap(digest -> Optional.ofNullable(here.get(digest)))
                .flatMap(payload -> Belonging.ofReason(entry).words(payload))
                .flatMap(this::reason);
    }

    /** The reason that words give; none if they are not of the form this program writes. */
    private Optional<Reason> reason(byte[] words) {
        try {
            return Optional.of(JSON.readValue(words, Reason.class));
        } catch (JacksonException | IllegalArgumentException | NullPointerException wrong) {
            return Optional.empty();
        }
    }

    /**
     * The head of a payload.
     *
     * @throws MalformedContent if it is not of the form this program writes
     */
    Content read(byte[] payload) {
        for (Head head : heads) {
            if (head.begins(payload)) {
                return head.before(payload);
            }
        }
        return parse(payload);
    }

    private Content parse(byte[] payload) {
        try (JsonParser json = JSON.createParser(payload)) {
            expect(json, JsonToken.START_OBJECT);
            String kind = text(json, "kind");
            property(json, "edition");
            expect(json, JsonToken.VALUE_NUMBER_INT);
            int edition = json.getIntValue();
            property(json, "sensitivity");
            json.nextToken();
            Sensitivity sensitivity = sensitivity(json);
            property(json, "needs");
            expect(json, JsonToken.START_ARRAY);
            Set<ItemId> needs = Set.of();
            while (json.nextToken() == JsonToken.VALUE_STRING) {
                if (needs.isEmpty()) {
                    needs = new HashSet<>();
                }
                needs.add(ItemId.of(json.getString()));
            }
            property(json, "removed");
            boolean removed = json.nextToken() == JsonToken.VALUE_TRUE;
            Content content = new Content(kind.intern(), edition, sensitivity, needs, removed, payload);
            int end = Math.toIntExact(json.currentLocation().getByteOffset());
            if (needs.isEmpty() && end < LONGEST_HEAD_KEPT && end < payload.length && payload[end] == ',') {
                keep(new Head(Arrays.copyOf(payload, end + 1), content));
            }
            return content;
        } catch (JacksonException | IllegalArgumentException wrong) {
            throw new MalformedContent(wrong);
        }
    }

    /**
     * The first bytes of a payload, up to the comma before what its item says, and how they were read. Thousands of payloads begin alike, and to compare bytes
     * takes a twentieth of the time that reading them takes.
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
    private record Head(byte[] bytes, Content read) {
        boolean begins(byte[] payload) {
            return payload.length >= bytes.length && Arrays.equals(payload, 0, bytes.length, bytes, 0, bytes.length);
        }

        Content before(byte[] payload) {
            return new Content(read.kind(), read.edition(), read.sensitivity(), read.needs(), read.removed(), payload);
        }
    }

    /** Threads that read at the same time may forget each other's heads; then those are read once more. */
    private void keep(Head fresh) {
        List<Head> kept = new ArrayList<>(heads);
        kept.addFirst(new Head(fresh.bytes(), fresh.read().withoutText()));
        heads = List.copyOf(kept.subList(0, Math.min(kept.size(), MOST_HEADS)));
    }

    private static Sensitivity sensitivity(JsonParser json) {
        Sensitivity read = json.readValueAs(Sensitivity.class);
        return switch (read) {
            // Almost all are one of these two.
            case Sensitivity.Members members -> Sensitivity.forMembers();
            case Sensitivity.Public everybody -> Sensitivity.forEverybody();
            case Sensitivity.Named named
            when named.accounts() == null -> throw new IllegalArgumentException("accounts");
            case Sensitivity.Organisation closed
            when closed.organisation() == null -> throw new IllegalArgumentException("organisation");
            default -> read;
        };
    }

    private static String text(JsonParser json, String name) {
        property(json, name);
        expect(json, JsonToken.VALUE_STRING);
        return json.getString();
    }

    private static void property(JsonParser json, String name) {
        expect(json, JsonToken.PROPERTY_NAME);
        if (!json.currentName().equals(name)) {
            throw new IllegalArgumentException(json.currentName());
        }
    }

    private static void expect(JsonParser json, JsonToken token) {
        JsonToken found = json.nextToken();
        if (found != token) {
            throw new IllegalArgumentException(String.valueOf(found));
        }
    }

    /** The item a payload describes. What a newer program wrote, or is not what its kind says, is given as {@link Unfamiliar}. */
    Item<?> item(ItemId id, Content content, Set<Digest> basis) {
        Optional<Kind<?>> kind = kinds.find(content.kind()).filter(known -> content.edition() <= known.edition());
        if (kind.isPresent()) {
            try {
                return item(kind.get(), id, content, basis);
            } catch (JacksonException | IllegalArgumentException | NullPointerException wrong) {
                return unfamiliar(id, content, basis);
            }
        }
        return unfamiliar(id, content, basis);
    }

    /** Whether the value is what its kind says. */
    boolean understands(Content content) {
        return content.removed()
                ? kinds.find(content.kind()).isPresent()
                : !(item(ItemId.fresh(), content, Set.of()).value() instanceof Unfamiliar);
    }

    /** Why a text of an item cannot stand in it; what stood in it before may go on to. */
    Optional<Sentence> unshowable(Item<?> item, Collection<Version> before) {
        PlainText plain = new PlainText();
        for (Version version : before) {
            Content content = version.content();
            if (content != null) {
                plain.letPass(JSON.readTree(content.json()).path("value"));
            }
            version.cited().stream()
                    .map(Version.Cited::json)
                    .filter(Objects::nonNull)
                    .forEach(json -> plain.letPass(JSON.readTree(json)));
        }
        return plain.refusal(JSON.readTree(write(item)).path("value"))
                .or(() -> item.citations().stream()
                        .flatMap(citation -> plain.refusal(JSON.readTree(write(citation))).stream())
                        .findFirst());
    }

    /** The codes of countries that a version says. */
    List<String> countries(Version version) {
        Content content = version.content();
        return content == null || content.removed() ? List.of() : countries(version.item(this));
    }

    private static <T extends Record> List<String> countries(Item<T> item) {
        return item.kind().countries().apply(item.value());
    }

    /** Whether no copy takes an item along that says this. */
    <T extends Record> boolean isKeptHome(Item<T> item) {
        return item.kind().keptHome().test(item.value());
    }

    /**
     * Whether a travel edition leaves that version at home: what is for fewer than all members, other members, what others said in their own name, and what its kind
     * leaves behind. A removal says nothing.
     */
    boolean isLeftBehind(Version version, AccountId traveller) {
        Content content = version.content();
        if (content == null || isForSome(content.sensitivity())) {
            return true;
        }
        if (content.removed()) {
            return false;
        }
        Item<?> item = version.item(this);
        return isKeptHome(item)
                || isOthersVoice(version, traveller)
                || (isLeftBehind(item, content) && !item.id().value().equals(traveller.value()));
    }

    private static boolean isForSome(Sensitivity sensitivity) {
        return sensitivity instanceof Sensitivity.Organisation || sensitivity instanceof Sensitivity.Named;
    }

    private static <T extends Record> boolean isLeftBehind(Item<T> item, Content content) {
        return item.kind()
                .leftBehind()
                .map(which -> which.test(item.value()))
                .orElseGet(() -> JSON.readTree(content.json()).path("value").findValues("note").stream()
                        .anyMatch(note -> !note.asString("").isBlank()));
    }

    /** Whether these are somebody's own words, and not of this account. */
    boolean isOthersVoice(Version version, AccountId account) {
        Content content = version.content();
        return content != null
                && !content.removed()
                && voice(version.item(this))
                        .filter(whose -> !whose.equals(account))
                        .isPresent();
    }

    private static <T extends Record> Optional<AccountId> voice(Item<T> item) {
        return item.kind().voice().apply(item.value());
    }

    /** Whether of two versions the later says the same in somebody's voice, for the same people and by the same sources. */
    boolean saySame(Version before, Version after) {
        Item<?> earlier = before.item(this);
        Item<?> later = after.item(this);
        return earlier.kind().equals(later.kind())
                && earlier.sensitivity().equals(later.sensitivity())
                && before.change().citations().equals(after.change().citations())
                && sameWords(earlier.kind(), earlier, later);
    }

    private static <T extends Record> boolean sameWords(Kind<T> kind, Item<?> earlier, Item<?> later) {
        return kind.sameWords()
                .test(kind.type().cast(earlier.value()), kind.type().cast(later.value()));
    }

    private static Item<?> unfamiliar(ItemId id, Content content, Set<Digest> basis) {
        return new Item<>(
                id,
                Unfamiliar.KIND,
                content.sensitivity(),
                List.of(),
                new Unfamiliar(content.kind(), text(content.json())),
                basis);
    }

    private static <T extends Record> Item<T> item(Kind<T> kind, ItemId id, Content content, Set<Digest> basis) {
        JsonNode whole = JSON.readTree(content.json());
        T said = Objects.requireNonNull(JSON.treeToValue(whole.get("value"), kind.type()));
        // A needed item that the value names and the head does not would be shown to too many.
        if (!kind.needs().apply(said).equals(content.needs())) {
            throw new IllegalArgumentException("needs");
        }
        return new Item<>(id, kind, content.sensitivity(), List.of(), said, basis);
    }

    /** A payload as people may look at it: its JSON. */
    static String text(byte[] payload) {
        return new String(payload, StandardCharsets.UTF_8);
    }
}
