package org.salus.governance.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.framework.ActorClass;
import org.salus.framework.Wording;
import org.salus.governance.Problem;
import org.salus.governance.Question;
import org.salus.governance.QuestionSet;
import org.salus.governance.QuestionSetFile;
import org.salus.governance.QuestionWords;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.Role;
import org.salus.people.SignedIn;
import org.salus.sector.ActorType;
import org.salus.workspace.web.Outcomes;
import org.salus.workspace.web.SentFile;
import org.salus.workspace.web.WorkspaceWeb;
import org.salus.workspace.web.WorkspaceWeb.Opened;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The question sets of a workspace: read, taken out as a file, changed there and brought in again under an edition of their own. */
@Controller
final class SetPages {
    private static final long MOST_BYTES = 4L << 20;

    /** With more exceptions the types it holds for are named. */
    private static final int MOST_LEFT_OUT = 2;

    private final WorkspaceWeb web;

    SetPages(WorkspaceWeb web) {
        this.web = web;
    }

    /** A set. */
    record Shown(Layout layout, Opened opened, QuestionSet set, String file) {
        /** Of whom a question is asked: a class as a whole where it holds for nearly all of it, since forty types in a row are read by nobody. */
        String asked(Question question) {
            Wording wording = layout.wording();
            List<String> parts = new ArrayList<>();
            for (ActorClass actorClass : ActorClass.all()) {
                List<ActorType> types = ActorType.of(actorClass);
                List<ActorType> asked =
                        types.stream().filter(question.of()::contains).toList();
                List<ActorType> others =
                        types.stream().filter(type -> !asked.contains(type)).toList();
                String name = wording.say(actorClass.label());
                if (others.isEmpty()) {
                    parts.add(wording.say("governance.set.of.all", name));
                } else if (others.size() <= MOST_LEFT_OUT && asked.size() > others.size()) {
                    parts.add(wording.say("governance.set.of.but", name, named(others, wording)));
                } else if (!asked.isEmpty()) {
                    parts.add(named(asked, wording));
                }
            }
            return wording.say("governance.set.of", String.join(" · ", parts));
        }

        private static String named(List<ActorType> types, Wording wording) {
            return types.stream().map(type -> wording.say(type.label())).collect(Collectors.joining(", "));
        }
    }

    /** A file that cannot be taken in. */
    record Faulty(Layout layout, Opened opened, List<Problem> problems, boolean mayWrite, CsrfToken token) {}

    private static Layout layout(Opened opened, Address here, String title) {
        return opened.layout(here, title).under(opened.wording().say("governance.place"), opened.path("governance"));
    }

    @GetMapping("/workspaces/{id}/governance/sets/{set}")
    ModelAndView show(
            @PathVariable String id, @PathVariable String set, Wording wording, Address here, SignedIn reader) {
        Opened opened = web.open(id, reader, wording);
        QuestionSet known = QuestionWords.in(wording.locale()).shown(set(opened, set));
        return GovernanceFrame.page(
                "set",
                new Shown(
                        layout(opened, here, known.title()),
                        opened,
                        known,
                        opened.path("governance/sets/" + set + ".yaml")));
    }

    /** The set of that id; {@code salus} is the one that comes with the program. */
    private static QuestionSet set(Opened opened, String text) {
        return text.equals("salus")
                ? QuestionSetFile.shipped()
                : opened.view()
                        .get(QuestionSet.KIND, GovernanceFrame.item(text))
                        .value();
    }

    @GetMapping("/workspaces/{id}/governance/sets/{set}.yaml")
    ResponseEntity<byte[]> file(@PathVariable String id, @PathVariable String set, Wording wording, SignedIn reader) {
        Opened opened = web.open(id, reader, wording);
        return GovernanceFrame.file(
                "questions.yaml",
                "application/yaml;charset=UTF-8",
                QuestionSetFile.write(set(opened, set)).getBytes(StandardCharsets.UTF_8));
    }

    /** Takes a set in; one with faults is shown them all, each with its line. */
    @PostMapping("/workspaces/{id}/governance/sets")
    Object bring(
            @PathVariable String id,
            @RequestParam("file") MultipartFile file,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        Opened opened = web.open(id, reader, wording);
        GovernanceFrame.requireWriter(opened);
        QuestionSetFile.Read read = SentFile.read(file, MOST_BYTES, (bytes, name) -> QuestionSetFile.read(bytes));
        if (read.set().isEmpty()) {
            return GovernanceFrame.page(
                    "faulty",
                    new Faulty(
                            layout(opened, here, wording.say("governance.set.faulty.title")),
                            opened,
                            read.problems(),
                            opened.mayWrite(Role.CONTRIBUTOR),
                            token));
        }
        Item<QuestionSet> item = Item.fresh(QuestionSet.KIND, read.set().get());
        Outcomes.check(opened, opened.workspace().append(reader.id(), new Edit.Put(item)));
        return GovernanceFrame.to(opened.path("governance/sets/" + item.id()));
    }
}
