package org.salus.portal.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.salus.frame.web.Address;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.papers.PaperChoice;
import org.salus.papers.PaperTemplate;
import org.salus.papers.Papers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where the papers of the demo's invented country are to be had, for {@code salus bench}. */
final class WeekPapers {
    private static final String COUNTRY = "XOV";

    /** What a paper has to be told, of the demo. */
    private static final Map<PaperChoice, String> TOLD = Map.of(
            PaperChoice.OF, "Orvelian Police",
            PaperChoice.DONOR, "Sundmark",
            PaperChoice.OBJECTIVE, "Police pay reaches every post in full by the tenth of the month");

    private WeekPapers() {}

    /**
     * Each paper for Word and as PDF.
     *
     * @param workspaces what the API answers about all of them
     * @throws Failure (not possible) if the demo's is not among them
     */
    static List<String> of(String workspaces) {
        JsonNode list = JsonMapper.builder().build().readTree(workspaces);
        String id = list.path("workspaces")
                .valueStream()
                .filter(one -> one.path("charter").path("countries").toString().contains(COUNTRY))
                .map(one -> one.path("id").asString(""))
                .findFirst()
                .orElseThrow(() -> new Failure(Failure.Kind.NOT_POSSIBLE, Sentence.of("portal.demo.broken")));
        List<String> papers = new ArrayList<>();
        for (PaperTemplate template : Papers.shipped()) {
            for (String form : List.of("docx", "pdf")) {
                Address address = Address.of("/workspaces/" + id + "/papers/" + template.name() + "/document." + form);
                for (PaperChoice choice : template.needed()) {
                    address = address.with(choice.code(), TOLD.getOrDefault(choice, ""));
                }
                papers.add(address.toString());
            }
        }
        return papers;
    }
}
