package org.salus.papers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.salus.framework.Wording;

/** What programs are told of papers, the same from the command line and from the API. */
public final class PaperAnswers {
    private PaperAnswers() {}

    /** The papers there are, with what each may and must be told. */
    public static Map<String, Object> list(List<PaperTemplate> all, Wording wording) {
        return Map.of(
                "papers",
                all.stream()
                        .map(one -> {
                            Map<String, Object> out = new LinkedHashMap<>();
                            out.put("name", one.name());
                            out.put("edition", one.edition());
                            out.put("title", one.called(wording));
                            out.put("about", one.purpose(wording));
                            out.put("readership", one.readership());
                            out.put("choices", one.choices());
                            out.put("needed", one.needed());
                            out.put(
                                    "parts",
                                    one.parts().stream()
                                            .map(part -> part.part().name())
                                            .toList());
                            return out;
                        })
                        .toList());
    }
}
