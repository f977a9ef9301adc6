package org.salus.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.salus.RunningSalus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** No link of the demo leads to an error or to a page that lacks words: a few of each shape are followed from page to page, and a few items of every kind are opened. */
class DemoCrawlTest {
    private static final int MOST_OF_A_SHAPE = 3;
    private static final int MOST_OF_A_KIND = 4;
    private static final int LEAST_SHAPES = 60;

    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"(/[^\"#]*)");

    /** What stands where a text has no words. */
    private static final Pattern WORDLESS = Pattern.compile("\\[[A-Za-z]+\\.[a-z0-9.-]+\\]");

    /** Links that do something else than show: out of the session, or to where only programs go. */
    private static final Set<String> NOT_FOLLOWED = Set.of("/sign-out");

    @Test
    @Tag("slow")
    void no_link_of_the_demo_leads_to_an_error_or_to_missing_words() throws Exception {
        try (RunningSalus salus = RunningSalus.withDemoWorkspaces()) {
            Map<String, Integer> wrong = new TreeMap<>();
            Map<String, String> wordless = new TreeMap<>();
            Map<String, Integer> shapes = new HashMap<>();
            Deque<String> open = new ArrayDeque<>();
            Set<String> met = new HashSet<>();
            open.add("/");
            JsonNode workspaces = json(salus, "/api/v1/workspaces").path("workspaces");
            assertThat(workspaces.size()).isEqualTo(2);
            for (JsonNode workspace : workspaces) {
                String id = workspace.path("id").asString();
                Map<String, Integer> kinds = new HashMap<>();
                for (JsonNode item :
                        json(salus, "/api/v1/workspaces/" + id + "/items").path("items")) {
                    if (kinds.merge(item.path("kind").asString(), 1, Integer::sum) <= MOST_OF_A_KIND) {
                        String path = "/workspaces/" + id + "/items/"
                                + item.path("id").asString();
                        HttpResponse<String> answer = salus.get(path);
                        if (answer.statusCode() != 200) {
                            wrong.put(item.path("kind").asString() + " " + path, answer.statusCode());
                        }
                        met.add(path);
                    }
                }
                assertThat(kinds.size()).isGreaterThan(3);
            }
            while (!open.isEmpty()) {
                String path = open.poll();
                HttpResponse<String> answer = salus.get(path, "Accept", "text/html,*/*");
                if (answer.statusCode() >= 400) {
                    wrong.put(path, answer.statusCode());
                    continue;
                }
                if (!answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
                    continue;
                }
                Matcher missing = WORDLESS.matcher(answer.body());
                if (missing.find()) {
                    wordless.put(path, missing.group());
                }
                Matcher links = LINK.matcher(answer.body());
                while (links.find()) {
                    String next = links.group(1).replace("&amp;", "&");
                    if (met.add(next)
                            && !NOT_FOLLOWED.contains(next)
                            && shapes.merge(shape(next), 1, Integer::sum) <= MOST_OF_A_SHAPE) {
                        open.add(next);
                    }
                }
            }
            assertThat(shapes.size()).isGreaterThan(LEAST_SHAPES);
            assertThat(wrong).isEmpty();
            assertThat(wordless).isEmpty();
        }
    }

    private static JsonNode json(RunningSalus salus, String path) throws Exception {
        return JsonMapper.builder()
                .build()
                .readTree(salus.get(path, "Accept", "application/json").body());
    }

    /** An address without what is particular in it: its ids, numbers, and what its question is set to. */
    private static String shape(String path) {
        URI address = URI.create(path.replace(" ", "%20"));
        String query =
                address.getRawQuery() == null ? "" : "?" + address.getRawQuery().replaceAll("=[^&]*", "=");
        return address.getRawPath()
                        .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "{id}")
                        .replaceAll("/[A-Z]{3}(?=[/.]|$)", "/{iso3}")
                        .replaceAll("/[A-Z]{1,4}[0-9.]+[a-z]?(?=/|$)", "/{code}")
                + query;
    }
}
