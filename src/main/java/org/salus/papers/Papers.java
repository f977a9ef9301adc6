package org.salus.papers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.salus.evidence.Evidence;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.ledger.AccountId;
import org.salus.ledger.Item;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.portfolio.Supports;
import org.salus.strategy.Languages;
import org.salus.strategy.Material;
import org.salus.strategy.Readership;
import org.salus.strategy.Sections;
import org.salus.strategy.Strategies;
import org.salus.workspace.Faces;

/** Papers of workspaces, composed for who asks. Safe for use by several threads. */
public final class Papers {
    private static final String CRISIS = "crisis";

    /** In the order in which they are offered. */
    private static final List<String> FILES = List.of(
            CRISIS,
            "committee-pack",
            "brief",
            "period-report",
            "round-table",
            "donor-review",
            "support-proposal",
            "evaluation-terms",
            "mission-pack",
            "hand-over");

    private static final List<PaperTemplate> SHIPPED =
            FILES.stream().map(name -> PaperTemplate.read(file(name))).toList();

    private final Strategies strategies;
    private final Remembered remembered = new Remembered();

    /** @param sections what strategies are composed from, of whose material papers are made */
    public Papers(Evidence evidence, Supports supports, Workspaces workspaces, Faces faces, Sections sections) {
        this.strategies = new Strategies(evidence, supports, workspaces, faces, sections);
    }

    /** The templates that come with the program. */
    public static List<PaperTemplate> shipped() {
        return SHIPPED;
    }

    /** The templates there are: those of the program, in their place those of the same name that a reader sees in the workspace and that can stand there, then its further ones. */
    public static List<PaperTemplate> templates(View view) {
        Map<String, PaperTemplate> all = new LinkedHashMap<>();
        SHIPPED.forEach(template -> all.put(template.name(), template));
        for (Item<OwnTemplate> own : view.list(OwnTemplate.KIND)) {
            try {
                PaperTemplate template = PaperTemplate.read(own.value().text());
                if (holdsItsPlace(template)) {
                    all.put(own.value().name(), template);
                }
            } catch (Failure ignored) {
                // Written for a program that knew other parts: it is offered no more, and stands among the items to be
                // mended. What the program has under that name is there again.
            }
        }
        return List.copyOf(all.values());
    }

    /** Whether one of that name comes with the program. */
    static boolean isShipped(String name) {
        return SHIPPED.stream().anyMatch(template -> template.name().equals(name));
    }

    /** Whether a template can stand under its name: to the crisis sheet every institution leads, so that it has to be one that can be asked about an institution. */
    static boolean holdsItsPlace(PaperTemplate template) {
        return !template.name().equals(CRISIS) || template.choices().contains(PaperChoice.OF);
    }

    /**
     * The template of that name.
     *
     * @throws Failure (not found) with the names that may be meant
     */
    public static PaperTemplate template(View view, String name) {
        return template(templates(view), name);
    }

    /**
     * The one of them that has that name.
     *
     * @throws Failure (not found) with the names that may be meant
     */
    public static PaperTemplate template(List<PaperTemplate> all, String name) {
        return all.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Failure.notFound(Sentence.of(
                        "papers.failure.no-paper",
                        name,
                        all.stream().map(PaperTemplate::name).collect(Collectors.joining(", ")),
                        String.join(
                                ", ",
                                Nearest.of(
                                        name,
                                        all.stream().map(PaperTemplate::name).toList())))));
    }

    /** For whom a paper is composed: whom the question names, else whom the template does; for everybody where whoever asks is no member. */
    public static Readership readership(View view, PaperTemplate template, PaperQuestion question) {
        return question.readership()
                .orElseGet(() -> view.standing().isMember() ? template.readership() : Readership.EVERYBODY);
    }

    /**
     * Composes a paper.
     *
     * @throws Failure (wrong use) if something that it needs was not said, or whoever asks may not read as its readership does; (not found) if there is nothing of what it is
     *     asked about
     */
    public Paper compose(Workspace workspace, AccountId asking, PaperTemplate template, PaperQuestion question) {
        List<PaperChoice> missing = template.missing(question);
        if (!missing.isEmpty()) {
            throw Failure.wrongUse(Sentence.of(
                            "papers.failure.missing",
                            template.name(),
                            missing.stream().map(PaperChoice::code).collect(Collectors.joining(", "))))
                    .at(missing.getFirst().code());
        }
        requireKnown(template, question);
        return new PaperDocument(template, question, material(workspace, asking, template, question), remembered)
                .paper();
    }

    /**
     * A paper with what it may be asked about, of one material, for who chooses.
     *
     * @param offered what may be said to its choices; anything else can be typed
     * @param paper empty while something that it needs was not said
     */
    public record Read(Offered offered, Optional<Paper> paper) {}

    /**
     * Composes a paper as far as what it needs was said.
     *
     * @throws Failure like {@link #compose}, but for what was not said yet
     */
    public Read read(Workspace workspace, AccountId asking, PaperTemplate template, PaperQuestion question) {
        requireKnown(template, question);
        Material material = material(workspace, asking, template, question);
        return new Read(
                Offered.of(material, template, remembered),
                template.missing(question).isEmpty()
                        ? Optional.of(new PaperDocument(template, question, material, remembered).paper())
                        : Optional.empty());
    }

    private Material material(Workspace workspace, AccountId asking, PaperTemplate template, PaperQuestion question) {
        return strategies.material(
                workspace,
                asking,
                readership(workspace.view(asking), template, question),
                Languages.of(question.language()));
    }

    private static void requireKnown(PaperTemplate template, PaperQuestion question) {
        List<PaperChoice> known = template.choices();
        List<String> unknown = question.choices().keySet().stream()
                .filter(choice -> choice != PaperChoice.PARTNER && !known.contains(choice))
                .map(PaperChoice::code)
                .sorted()
                .toList();
        if (!unknown.isEmpty()) {
            throw Failure.wrongUse(Sentence.of(
                            "papers.failure.not-asked",
                            template.name(),
                            String.join(", ", unknown),
                            known.stream().map(PaperChoice::code).collect(Collectors.joining(", "))))
                    .at(unknown.getFirst());
        }
    }

    private static String file(String name) {
        try (InputStream bytes =
                Objects.requireNonNull(Papers.class.getResourceAsStream("papers/" + name + ".yaml"), name)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
