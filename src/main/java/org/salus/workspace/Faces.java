package org.salus.workspace;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;
import org.salus.ledger.Kinds;
import org.salus.ledger.Member;
import org.salus.ledger.NamedVersion;
import org.salus.ledger.Role;
import org.salus.ledger.View;

/** What all rooms have added to workspaces: kinds, faces, places in the rail. */
public final class Faces {
    private final Map<String, Face<?>> byKind = new LinkedHashMap<>();
    private final List<Contribution.Place> places = new ArrayList<>();
    private final List<Contribution.FollowUps> followUps = new ArrayList<>();
    private final List<Contribution.Besides> besides = new ArrayList<>();
    private final List<Contribution.Dues> dues = new ArrayList<>();
    private final Kinds kinds;

    private Faces(Collection<Contribution> contributions) {
        List<Kind<?>> registered = new ArrayList<>();
        own().forEach(face -> byKind.put(face.kind().name(), face));
        for (Contribution contribution : contributions) {
            registered.addAll(contribution.kinds());
            contribution.faces().forEach(face -> byKind.put(face.kind().name(), face));
            places.addAll(contribution.places());
            followUps.addAll(contribution.followUps());
            besides.addAll(contribution.besides());
            dues.addAll(contribution.dues());
        }
        places.sort(Comparator.comparingInt(Contribution.Place::order));
        kinds = Kinds.of(registered);
    }

    /** This room's own things and those of these rooms. */
    public static Faces of(Collection<Contribution> rooms) {
        List<Contribution> all = new ArrayList<>(rooms);
        all.add(new Contribution(
                List.of(Comment.KIND, Source.KIND, Answer.KIND),
                List.of(Comment.FACE, SourceFace.FACE, SourceFace.ANSWER),
                List.of()));
        return new Faces(all);
    }

    private static List<Face<?>> own() {
        return List.of(
                Face.of(
                        Charter.KIND,
                        Sentence.of("workspace.kind.charter"),
                        (item, view) -> item.value().name(),
                        List.of(
                                Field.line("name", Sentence.of("workspace.charter.name")),
                                Field.lines("countries", Sentence.of("workspace.charter.countries"))
                                        .hinted(Sentence.of("workspace.charter.countries.hint")),
                                Field.line("region", Sentence.of("workspace.charter.region")),
                                Field.line("reformName", Sentence.of("workspace.charter.reform-name"))
                                        .hinted(Sentence.of("workspace.charter.reform-name.hint")))),
                Face.of(
                                Member.KIND,
                                Sentence.of("workspace.kind.member"),
                                (item, view) -> item.value().name(),
                                List.of())
                        .telling(
                                Field.line("name", Sentence.of("workspace.members.name")),
                                Field.line("organisationName", Sentence.of("workspace.members.organisation")),
                                Field.choice(
                                        "role",
                                        Sentence.of("workspace.members.role"),
                                        Arrays.stream(Role.values())
                                                .map(role -> new Field.Option(role.code(), role.label()))
                                                .toList(),
                                        false)),
                Face.of(
                                NamedVersion.KIND,
                                Sentence.of("workspace.kind.named-version"),
                                (item, view) -> item.value().name(),
                                List.of(Field.line("name", Sentence.of("workspace.version.name"))))
                        .telling(Field.lines("heads", Sentence.of("workspace.version.heads"))));
    }

    /** The kinds of all rooms. */
    public Kinds kinds() {
        return kinds;
    }

    /** The entries of all rooms for the rail. */
    public List<Contribution.Place> places() {
        return List.copyOf(places);
    }

    /** The same by the stretches of the approach, in its order. */
    public Map<Contribution.Stretch, List<Contribution.Place>> stretches() {
        return places.stream()
                .collect(Collectors.groupingBy(
                        Contribution.Place::stretch,
                        () -> new EnumMap<>(Contribution.Stretch.class),
                        Collectors.toList()));
    }

    /** The items of all rooms that take up each finding, by its lasting name, of those that a view shows. */
    public Map<String, List<ItemId>> followUps(View view) {
        Map<String, List<ItemId>> found = new LinkedHashMap<>();
        for (Contribution.FollowUps room : followUps) {
            room.of(view)
                    .forEach((finding, items) -> found.computeIfAbsent(finding, first -> new ArrayList<>())
                            .addAll(items));
        }
        return found;
    }

    /**
     * What rooms tell beside an item, to this reader on a day.
     *
     * @param layers the reader's private layers of the workspace, which are looked for only if a room has something to tell beside such an item, and once for all rooms
     */
    public List<Contribution.Beside> besides(View view, Supplier<List<View>> layers, ItemId item, LocalDate day) {
        List<List<View>> looked = new ArrayList<>();
        Supplier<List<View>> once = () -> {
            if (looked.isEmpty()) {
                looked.add(layers.get());
            }
            return looked.getFirst();
        };
        return besides.stream()
                .flatMap(room -> room.of(view, once, item, day).stream())
                .toList();
    }

    /**
     * What of all rooms is due by what stands there on a day, in any order.
     *
     * @param view of a workspace, or of a private layer by itself
     */
    public List<Due> dues(View view, LocalDate day, Wording wording) {
        return dues.stream()
                .flatMap(room -> room.of(view, day, wording).stream())
                .toList();
    }

    /** The face of items of that kind. */
    public Optional<Face<?>> find(Kind<?> kind) {
        return Optional.ofNullable(byKind.get(kind.name()));
    }

    /** What an item of this kind is called. */
    public Sentence label(Kind<?> kind) {
        return find(kind).map(Face::label).orElse(Sentence.of("workspace.kind.other", kind.name()));
    }

    /** The name of an item. */
    public String title(Item<?> item, View view, Wording wording) {
        String title =
                find(item.kind()).map(face -> title(face, item, view, wording)).orElse("");
        return title.isBlank() ? wording.say("workspace.untitled") : title;
    }

    private static <T extends Record> String title(Face<T> face, Item<?> item, View view, Wording wording) {
        return face.kind().type().isInstance(item.value())
                ? face.title().title(as(face.kind(), item), view, wording)
                : "";
    }

    /** The name of an item that this reader may see; otherwise that there is none. */
    public String title(ItemId id, View view, Wording wording) {
        return view.find(id).map(item -> title(item, view, wording)).orElse(wording.say("workspace.gone"));
    }

    /** Where an item has a page, below the workspace's address. */
    public Optional<String> page(Item<?> item) {
        return find(item.kind()).flatMap(face -> page(face, item));
    }

    private static <T extends Record> Optional<String> page(Face<T> face, Item<?> item) {
        return face.kind().type().isInstance(item.value())
                ? face.page().apply(as(face.kind(), item))
                : Optional.empty();
    }

    /** What one must know to read the fields of an item, of what the reader of that view may see, in that reader's language. */
    public List<Face.Told> context(Item<?> item, View view, Locale language) {
        return find(item.kind())
                .map(face -> context(face, item, view, language))
                .orElse(List.of());
    }

    private static <T extends Record> List<Face.Told> context(Face<T> face, Item<?> item, View view, Locale language) {
        return face.kind().type().isInstance(item.value())
                ? face.context().of(as(face.kind(), item), view, language)
                : List.of();
    }

    /** What to call an account in a workspace. Somebody who is no member any more has no name here. */
    public static String name(AccountId account, View view, Wording wording) {
        return view.find(Member.KIND, new ItemId(account.value()))
                .map(item -> item.value().name())
                .orElseGet(() -> wording.say(
                        view.isLeftOut(new ItemId(account.value()))
                                ? "workspace.unnamed-member"
                                : "workspace.former-member"));
    }

    static <T extends Record> Item<T> as(Kind<T> kind, Item<?> item) {
        return new Item<>(
                item.id(),
                kind,
                item.sensitivity(),
                item.citations(),
                kind.type().cast(item.value()),
                item.basis());
    }
}
