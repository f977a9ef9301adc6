package org.salus.papers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salus.documents.Binding;
import org.salus.documents.Block;
import org.salus.documents.Document;
import org.salus.documents.Heading;
import org.salus.documents.Imprint;
import org.salus.documents.Note;
import org.salus.documents.Page;
import org.salus.documents.PageBreak;
import org.salus.documents.Paragraph;
import org.salus.documents.PlainText;
import org.salus.documents.Table;
import org.salus.documents.Version;
import org.salus.evidence.SourceVersion;
import org.salus.framework.Wording;
import org.salus.ledger.Digest;
import org.salus.strategy.Material;
import org.salus.strategy.TypedText;

/** Puts the parts of a paper together: whose it is at the top, what it says, and from what all of it was made at the end. */
final class PaperDocument {
    /** By what workspaces mark an invented country. */
    private static final String INVENTED = "X";

    /** Tables with more columns are read lying. */
    private static final int MOST_UPRIGHT = 9;

    private static final int SHORT = 12;
    private static final int SHOWN_FILES = 12;

    private final PaperTemplate template;
    private final PaperQuestion question;
    private final Material material;
    private final Wording wording;
    private final Remembered remembered;

    PaperDocument(PaperTemplate template, PaperQuestion question, Material material, Remembered remembered) {
        this.template = template;
        this.question = question;
        this.material = material;
        this.wording = material.wording();
        this.remembered = remembered;
    }

    Paper paper() {
        Document unbound = document();
        String digest = PlainText.of(unbound).digest();
        Binding binding = unbound.binding();
        Document bound = unbound.bound(new Binding(
                binding.numberedHeadings(),
                binding.cover(),
                binding.header(),
                wording.say(
                        "papers.document.footer",
                        shortened(entry()),
                        material.snapshot().id(),
                        material.readership().label()),
                binding.notice(),
                Optional.of(new Imprint(entry(), material.readership().code(), digest))));
        return new Paper(
                template,
                question,
                material.readership(),
                material.day(),
                entry(),
                material.snapshot().id(),
                wording,
                bound);
    }

    private Document document() {
        Map<String, String> words = words();
        List<Block> blocks = new ArrayList<>();
        question.find(PaperChoice.PARTNER).ifPresent(partner -> {
            question.logo().ifPresent(logo -> blocks.add(logo.picture(wording.say("papers.document.logo", partner))));
            blocks.add(Paragraph.of(wording.say("papers.document.partner", partner)));
        });
        if (question.find(PaperChoice.PARTNER).isEmpty()) {
            question.logo().ifPresent(logo -> blocks.add(logo.picture(wording.say("papers.document.logo-unnamed"))));
        }
        asked(words).ifPresent(line -> blocks.add(new Note(line)));
        for (PartSetting setting : template.parts()) {
            Sheet sheet = new Sheet(wording);
            if (!setting.text().isEmpty()) {
                sheet.all(TypedText.read(PaperTemplate.filled(setting.text(), words)));
            }
            setting.part().how().compose(new Making(material, question, setting, remembered), sheet);
            if (!sheet.blocks().isEmpty()) {
                String title = heading(setting, words);
                if (!title.isEmpty()) {
                    blocks.add(new Heading(1, title));
                }
                blocks.addAll(lying(sheet.blocks()));
            }
        }
        closing(blocks);
        String title = template.heading(wording, words);
        return new Document(
                        title.isEmpty() ? template.name() : title,
                        wording.say(
                                "papers.document.subtitle",
                                material.charter().name(),
                                wording.shortDay(material.day()),
                                material.readership().label()),
                        wording.locale(),
                        template.page(),
                        blocks,
                        new Version(shortened(entry()), material.day()))
                .bound(new Binding(false, Optional.empty(), material.charter().name(), "", notice(), Optional.empty()));
    }

    /** A part without words of its own has no heading unless the template gives it one. */
    private String heading(PartSetting setting, Map<String, String> words) {
        String key = "papers.part." + setting.part().name() + ".name";
        return setting.title().isEmpty()
                ? wording.knows(key) ? wording.say(key) : ""
                : PaperTemplate.filled(setting.title(), words);
    }

    /** On upright paper a table of many columns turns the page. */
    private List<Block> lying(List<Block> blocks) {
        if (template.page() != Page.PORTRAIT) {
            return blocks;
        }
        List<Block> turned = new ArrayList<>();
        for (Block block : blocks) {
            boolean isWide = block instanceof Table table && table.columns().size() > MOST_UPRIGHT;
            if (isWide) {
                turned.add(PageBreak.to(Page.LANDSCAPE));
            }
            turned.add(block);
            if (isWide) {
                turned.add(PageBreak.to(Page.PORTRAIT));
            }
        }
        return turned;
    }

    private Map<String, String> words() {
        Map<String, String> words = new HashMap<>(question.typed());
        Making making = new Making(material, question, template.parts().getFirst(), remembered);
        if (!template.needed().contains(PaperChoice.DONOR)) {
            making.requireKnown();
        }
        // Whoever types a part of a name is told the whole of it.
        question.find(PaperChoice.OF)
                .ifPresent(typed -> words.put("of", making.unit().name()));
        question.find(PaperChoice.OBJECTIVE)
                .ifPresent(typed ->
                        words.put("objective", making.objective().value().title()));
        making.goal().ifPresent(goal -> words.put("goal", goal.value().title()));
        question.area().ifPresent(area -> words.put("area", area.code() + " " + wording.say(area.label())));
        question.pillar().ifPresent(pillar -> words.put("pillar", pillar.code() + " " + wording.say(pillar.label())));
        words.put("period", PeriodParts.period(making));
        words.put("workspace", material.charter().name());
        words.put("day", wording.shortDay(material.day()));
        return words;
    }

    /** What the paper is narrowed to, which its reader must know; empty where it is of all. */
    private Optional<String> asked(Map<String, String> words) {
        String told = Stream.of(PaperChoice.values())
                .filter(choice -> choice != PaperChoice.PARTNER && choice != PaperChoice.ASKED)
                .filter(choice -> question.find(choice).isPresent())
                .map(choice -> wording.say(
                        "papers.document.asked.one",
                        wording.say(choice.label()),
                        words.getOrDefault(choice.code(), "")))
                .collect(Collectors.joining("; "));
        return told.isEmpty() ? Optional.empty() : Optional.of(wording.say("papers.document.asked", told));
    }

    private void closing(List<Block> blocks) {
        blocks.add(new Heading(1, wording.say("papers.document.sources")));
        blocks.add(new Note(wording.say(
                "papers.document.from",
                material.charter().name(),
                wording.shortDay(material.day()),
                entry(),
                material.readership().meaning())));
        List<SourceVersion> loaded = material.snapshot().versions().stream()
                .filter(SourceVersion::current)
                .toList();
        Set<String> telling = Sources.telling(material);
        List<SourceVersion> files = loaded.stream()
                .filter(file -> telling.contains(file.source())
                        || (template.needed().contains(PaperChoice.DONOR)
                                && file.counts().activities() > 0))
                .toList();
        String named = files.stream()
                .limit(SHOWN_FILES)
                .map(file -> wording.say(
                        "papers.document.file",
                        file.file(),
                        Optional.ofNullable(file.licence()).orElseGet(() -> wording.say("papers.document.no-licence"))))
                .collect(Collectors.joining("; "));
        blocks.add(new Note(
                files.isEmpty()
                        ? wording.say(
                                loaded.isEmpty() ? "papers.document.no-data" : "papers.document.no-data-here",
                                material.snapshot().id())
                        : wording.say(
                                "papers.document.data",
                                material.snapshot().id(),
                                files.size(),
                                named,
                                Math.max(0, files.size() - SHOWN_FILES))));
        blocks.add(new Note(wording.say("papers.document.standing", template.edition())));
    }

    /** That the country is invented is said on every page. */
    private String notice() {
        return material.charter().countries().stream().anyMatch(code -> code.startsWith(INVENTED))
                ? wording.say("papers.document.invented")
                : "";
    }

    private String entry() {
        return material.view().heads().isEmpty()
                ? "empty"
                : material.view().heads().stream().map(Digest::toString).collect(Collectors.joining("+"));
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(SHORT, text.length()));
    }
}
