package org.salus.portal.api;

import org.salus.frame.web.Address;
import org.salus.framework.Wording;
import org.salus.people.SignedIn;
import org.salus.portal.Search;
import org.salus.portal.SearchQuestion;
import org.salus.workspace.api.Answers;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Search over everything whoever asks may read, for other programs. */
@RestController
@RequestMapping("/api/v1/search")
final class SearchApi {
    private final Search search;

    SearchApi(Search search) {
        this.search = search;
    }

    /** What is found, with the choices of {@link SearchQuestion#NAMES}. */
    @GetMapping
    ResponseEntity<byte[]> found(Address here, SignedIn reader) {
        here.knowing(SearchQuestion.NAMES);
        return Answers.of(search.of(
                        SearchQuestion.of(
                                here.choice("q").orElse(""),
                                here.choice("group").orElse(""),
                                here.choice("from").orElse(""),
                                here.choice("size").orElse("")),
                        reader.id(),
                        Wording.english())
                .tree());
    }
}
