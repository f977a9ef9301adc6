package org.salus.workspace.api;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.salus.frame.AnswerJson;
import org.salus.framework.Failure;
import org.salus.framework.Term;
import org.salus.framework.Wording;
import org.salus.workspace.Search;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** What programs are told of a search that takes long: that it has begun and where to look, how it stands, what was found. */
public final class SearchAnswers {
    private static final JsonMapper JSON = AnswerJson.in(Wording.english());

    /** Seconds after which it is worth looking again. */
    private static final String AGAIN = "1";

    private SearchAnswers() {}

    /** That it was begun, or goes on, or is done already: 202 with the address where it stands and where what was found is told. */
    public static <A> ResponseEntity<byte[]> begun(Search<A> search, String address) {
        return answer(ResponseEntity.accepted().location(URI.create(address)), search, found -> Map.of());
    }

    /**
     * How it stands, with what was found once it is done.
     *
     * @throws Failure the reason why nothing could be found
     */
    public static <A> ResponseEntity<byte[]> standing(Search<A> search, Function<A, Object> result) {
        return answer(ResponseEntity.ok(), search, found -> Map.of("result", result.apply(found)));
    }

    private static <A> ResponseEntity<byte[]> answer(
            ResponseEntity.BodyBuilder answer, Search<A> search, Function<A, Map<String, Object>> more) {
        Search.Standing<A> standing = search.standing();
        if (standing.failure() != null) {
            throw standing.failure();
        }
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("search", search.id());
        out.put("state", Term.codeOf(standing.state()));
        out.put("number", standing.number());
        out.put("most", standing.most());
        out.put("seconds", standing.seconds());
        standing.best().ifPresent(best -> out.put("best", best));
        standing.bound().ifPresent(bound -> out.put("bound", bound));
        out.put("ended_early", standing.isEndedEarly());
        A found = standing.answer();
        if (found != null) {
            out.putAll(more.apply(found));
        }
        if (standing.isRunning()) {
            answer.header(HttpHeaders.RETRY_AFTER, AGAIN);
        }
        return answer.contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(AnswerJson.straight(JSON.writeValueAsBytes(out)));
    }
}
