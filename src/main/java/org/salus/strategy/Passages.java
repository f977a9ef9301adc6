package org.salus.strategy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.salus.documents.Block;
import org.salus.documents.Bullets;
import org.salus.documents.Paragraph;
import org.salus.documents.Span;

/** The passages of a composed text, each paragraph and each item of a list: what is offered where a model says something else than before. */
final class Passages {
    private static final int MARK_BYTES = 8;

    private Passages() {}

    /** The passages of a text, as words. */
    static List<String> of(List<Block> text) {
        List<String> passages = new ArrayList<>();
        for (Block block : text) {
            switch (block) {
                case Paragraph paragraph -> passages.add(words(paragraph));
                case Bullets bullets -> bullets.items().forEach(item -> passages.add(words(item)));
                default -> {
                    // Nothing else is text.
                }
            }
        }
        return passages;
    }

    /** The marks of the passages of a text. */
    static List<String> marks(List<Block> text) {
        return of(text).stream().map(Passages::mark).toList();
    }

    /** By what a passage is known again: the beginning of its SHA-256, sixteen hexadecimal digits. */
    static String mark(String passage) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(passage.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, MARK_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    private static String words(Paragraph paragraph) {
        return paragraph.spans().stream().map(Span::text).collect(Collectors.joining());
    }
}
