package org.salus.frame.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.salus.framework.Wording;

/**
 * The words of a command as picocli asks for them: {@code salus.load.usage.header} is looked up in the room of the command, in the rooms of what it is made
 * from, in those of what is mixed into it, then here. Patterns follow the same rules as all wording (an apostrophe is doubled), a percent sign needs no care.
 */
final class CommandWords extends ResourceBundle {
    private static final String OWN_ROOM = "frame";
    private static final String HOUSE = "org.salus.";

    private final Wording wording;
    private final List<String> rooms = new ArrayList<>();
    private final Set<String> keys = new LinkedHashSet<>();

    private final Optional<FormatOption> format;

    /**
     * The words for a command whose class lives in that room.
     *
     * @param mixed into it
     * @param format the command's choice of formats, which its help lists
     * @param wording the language of the terminal
     */
    CommandWords(Class<?> command, Collection<Class<?>> mixed, Optional<FormatOption> format, Wording wording) {
        this.wording = wording;
        this.format = format;
        for (Class<?> type = command; type != null; type = type.getSuperclass()) {
            room(type).ifPresent(rooms::add);
        }
        mixed.forEach(type -> room(type).ifPresent(rooms::add));
        rooms.add(OWN_ROOM);
        rooms.forEach(room -> keys.addAll(keysOf(room)));
    }

    private static Optional<String> room(Class<?> type) {
        List<String> packages = List.of(type.getPackageName().split("\\.", -1));
        return type.getPackageName().startsWith(HOUSE) && packages.size() > 2
                ? Optional.of(packages.get(2))
                : Optional.empty();
    }

    private static Set<String> keysOf(String room) {
        try {
            return ResourceBundle.getBundle(
                            "org.salus." + room + ".wording",
                            Locale.ROOT,
                            CommandWords.class.getClassLoader(),
                            Control.getNoFallbackControl(Control.FORMAT_PROPERTIES))
                    .keySet();
        } catch (MissingResourceException noWordsYet) {
            return Set.of();
        }
    }

    @Override
    protected @Nullable Object handleGetObject(String key) {
        if (!keys.contains(key)) {
            return null;
        }
        if (key.equals("option.format") && format.isPresent()) {
            return format.get().explanation(wording);
        }
        // picocli formats once more, with percent signs as places.
        return rooms.stream()
                .filter(room -> keysOf(room).contains(key))
                .findFirst()
                .map(room -> wording.say(room + "." + key).replace("%", "%%"))
                .orElse(null);
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(keys);
    }
}
