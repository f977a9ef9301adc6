package org.salus.documents;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFNumbering;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTNumbering;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.NumberingDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;
import org.salus.framework.Wording;

/**
 * The styles and lists of a Word file. Where a house style has a style of the same name, that one is used, whatever its identifier: word processors translate identifiers,
 * while the names of built-in styles are the same in every language. What it lacks is added from our own.
 */
final class DocxStyles {
    /** The list of bullets in {@code numbering.xml}. */
    private static final int BULLETS = 1;

    private static final int CHAPTERS = 2;
    private static final int ANNEXES = 3;
    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)([0-9]*)}");

    private final Document document;
    private final Map<String, String> ids = new HashMap<>();
    private final CTNumbering numbering;
    private final long lists;
    private final BigInteger firstAbstract;

    /** Puts styles and lists into a file. */
    DocxStyles(Document document, XWPFDocument word) throws XmlException, IOException {
        this.document = document;
        CTStyles ours = StylesDocument.Factory.parse(resource("styles.xml")).getStyles();
        if (word.getStyles() == null) {
            ours.getStyleList().forEach(style -> ids.put(style.getStyleId(), style.getStyleId()));
            word.createStyles().setStyles(ours);
        } else {
            CTStyles theirs = word.getStyle();
            join(ours, theirs);
            word.getStyles().setStyles(theirs);
            // The house's own language is that of its letters, not of this text.
            word.getStyles().setSpellingLanguage(document.language().toLanguageTag());
        }
        CTNumbering lent =
                NumberingDocument.Factory.parse(resource("numbering.xml")).getNumbering();
        XWPFNumbering held = word.getNumbering();
        if (held == null) {
            numbering = lent;
            word.createNumbering().setNumbering(lent);
            lists = 0;
            firstAbstract = BigInteger.ZERO;
        } else {
            try (InputStream part = held.getPackagePart().getInputStream()) {
                numbering = NumberingDocument.Factory.parse(part).getNumbering();
            }
            held.setNumbering(numbering);
            lists = numbering.getNumList().stream()
                    .mapToLong(number -> number.getNumId().longValue())
                    .max()
                    .orElse(0);
            firstAbstract = BigInteger.valueOf(numbering.getAbstractNumList().stream()
                            .mapToLong(list -> list.getAbstractNumId().longValue())
                            .max()
                            .orElse(-1)
                    + 1);
            for (CTAbstractNum list : lent.getAbstractNumList()) {
                CTAbstractNum copy = numbering.addNewAbstractNum();
                copy.set(list);
                copy.setAbstractNumId(list.getAbstractNumId().add(firstAbstract));
            }
            for (CTNum number : lent.getNumList()) {
                CTNum copy = numbering.addNewNum();
                copy.setNumId(number.getNumId().add(BigInteger.valueOf(lists)));
                copy.addNewAbstractNumId()
                        .setVal(number.getAbstractNumId().getVal().add(firstAbstract));
            }
        }
    }

    /** The styles that documents are written in, each by name and, in brackets, identifier. */
    static List<String> used() {
        return told(ours().getStyleList());
    }

    /** Those of them that a house style lacks by name, in whose place ours stand. */
    static List<String> lacking(XWPFDocument house) throws XmlException, IOException {
        Set<String> known = new HashSet<>();
        if (house.getStyles() != null) {
            house.getStyle().getStyleList().forEach(style -> known.add(name(style)));
        }
        return told(ours().getStyleList().stream()
                .filter(style -> !known.contains(name(style)))
                .toList());
    }

    private static List<String> told(List<CTStyle> styles) {
        return styles.stream()
                .map(style -> style.getName().getVal() + " (" + style.getStyleId() + ")")
                .toList();
    }

    /** Our styles by name; what differs from document to document is left open in them. */
    private static CTStyles ours() {
        try (InputStream file = Objects.requireNonNull(DocxStyles.class.getResourceAsStream("styles.xml"))) {
            return StylesDocument.Factory.parse(file).getStyles();
        } catch (XmlException | IOException defect) {
            throw new IllegalStateException("Our own styles are always there", defect);
        }
    }

    /** The identifier in this file of a style of ours. */
    String id(String ours) {
        return ids.getOrDefault(ours, ours);
    }

    /** The list that bullets belong to. */
    BigInteger bullets() {
        return BigInteger.valueOf(lists + BULLETS);
    }

    /** The list that counts chapters, or that which counts annexes. */
    BigInteger headings(boolean annex) {
        return BigInteger.valueOf(lists + (annex ? ANNEXES : CHAPTERS));
    }

    /** A numbered list that begins at 1. */
    BigInteger newList() {
        BigInteger id = BigInteger.valueOf(numbering.getNumList().stream()
                        .mapToLong(number -> number.getNumId().longValue())
                        .max()
                        .orElse(0)
                + 1);
        CTNum number = numbering.addNewNum();
        number.setNumId(id);
        number.addNewAbstractNumId().setVal(firstAbstract.add(BigInteger.ONE));
        var start = number.addNewLvlOverride();
        start.setIlvl(BigInteger.ZERO);
        start.addNewStartOverride().setVal(BigInteger.ONE);
        return id;
    }

    private void join(CTStyles ours, CTStyles theirs) {
        Map<String, String> known = new HashMap<>();
        Set<String> taken = new HashSet<>();
        Set<String> kindsWithDefault = new HashSet<>();
        for (CTStyle style : theirs.getStyleList()) {
            taken.add(style.getStyleId());
            known.putIfAbsent(name(style), style.getStyleId());
            if (style.isSetDefault()) {
                kindsWithDefault.add(style.getType().toString());
            }
        }
        List<CTStyle> lacking = ours.getStyleList().stream()
                .filter(style -> !known.containsKey(name(style)))
                .toList();
        for (CTStyle style : ours.getStyleList()) {
            String id = known.get(name(style));
            ids.put(style.getStyleId(), id != null ? id : free(style.getStyleId(), taken));
        }
        for (CTStyle style : lacking) {
            CTStyle copy = theirs.addNewStyle();
            copy.set(style);
            copy.setStyleId(id(style.getStyleId()));
            if (copy.isSetBasedOn()) {
                copy.getBasedOn().setVal(id(copy.getBasedOn().getVal()));
            }
            if (copy.isSetNext()) {
                copy.getNext().setVal(id(copy.getNext().getVal()));
            }
            if (copy.isSetDefault() && !kindsWithDefault.add(copy.getType().toString())) {
                copy.unsetDefault();
            }
        }
        if (!theirs.isSetDocDefaults() && ours.isSetDocDefaults()) {
            theirs.addNewDocDefaults().set(ours.getDocDefaults());
        }
    }

    private static String free(String id, Set<String> taken) {
        String free = id;
        while (!taken.add(free)) {
            free = free + "Salus";
        }
        return free;
    }

    /** Kind and name: a paragraph's and a character's style may be called alike. */
    private static String name(CTStyle style) {
        String name = style.isSetName() ? style.getName().getVal() : style.getStyleId();
        return style.getType() + " " + name.toLowerCase(Locale.ROOT);
    }

    private String resource(String name) throws IOException {
        Palette colours = Palette.LIGHT;
        try (InputStream file = Objects.requireNonNull(DocxStyles.class.getResourceAsStream(name), name)) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return PLACE.matcher(text)
                    .replaceAll(place -> Matcher.quoteReplacement(
                            switch (place.group(1)) {
                                case "ink" -> colours.ink().substring(1);
                                case "faint" -> colours.faint().substring(1);
                                case "rule" -> colours.rule().substring(1);
                                case "link" ->
                                    colours.hex(new Tint(Hue.ACCENT, 5)).substring(1);
                                case "language" ->
                                    HtmlWriter.escape(document.language().toLanguageTag());
                                case "annex" ->
                                    HtmlWriter.escape(
                                            Wording.in(document.language()).say("documents.annex", "%1"));
                                case "type" -> halfPoints(place.group(2));
                                default -> place.group();
                            }));
        }
    }

    /** The size of the type in half points; the digits are tenths of the text's size. */
    private String halfPoints(String tenths) {
        double factor = tenths.isEmpty() ? 1 : Integer.parseInt(tenths) / 10.0;
        return Long.toString(Math.round(document.page().typePoints() * factor * 2));
    }
}
