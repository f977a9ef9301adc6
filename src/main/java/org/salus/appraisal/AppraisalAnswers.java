package org.salus.appraisal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.salus.framework.Appraisal;
import org.salus.ledger.Item;
import org.salus.workspace.Answer;

/** What programs are answered about an appraisal, from the API and from the command line alike. Pure. */
public final class AppraisalAnswers {
    private final AppraisalAnswer answer;
    private final AppraisalTexts texts;

    public AppraisalAnswers(AppraisalAnswer answer, AppraisalTexts texts) {
        this.answer = answer;
        this.texts = texts;
    }

    private Map<String, Object> begin() {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("workspace", answer.view().workspace());
        out.put("heads", answer.view().heads());
        out.put("day", answer.day().toString());
        out.put("snapshot", answer.snapshot());
        out.put("edition", answer.edition());
        return out;
    }

    /** All checks that were asked for, by consideration or recommendation. */
    public Map<String, Object> told() {
        Map<String, Object> out = begin();
        out.put("review", answer.isReview());
        out.put("not_yet", answer.isSomethingNotYet());
        out.put(
                "groups",
                answer.groups().stream()
                        .map(group -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("code", group.code());
                            one.put("name", group.label());
                            one.put("says", answer.says(group));
                            Map<String, Integer> counts = new LinkedHashMap<>();
                            answer.counts(group).forEach((said, count) -> counts.put(said.code(), count));
                            one.put("counts", counts);
                            return one;
                        })
                        .toList());
        out.put("checks", answer.results().stream().map(this::check).toList());
        return out;
    }

    private Map<String, Object> check(CheckResult result) {
        Map<String, Object> out = new LinkedHashMap<>();
        Check check = result.check();
        out.put("id", check.id());
        out.put("name", check.name());
        out.put("edition", check.edition());
        out.put("asks", check.asks());
        out.put("why", check.why());
        out.put("sources", check.sources());
        out.put("computed", result.isComputed());
        out.put("answer", result.answer().code());
        out.put("meaning", result.meaning());
        out.put("reason", result.reason());
        out.put(
                "looked_at",
                texts.looked(result).stream()
                        .map(opening -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("text", opening.text());
                            one.put("address", opening.href());
                            one.put("fits", opening.fits());
                            return one;
                        })
                        .toList());
        out.put("missing", result.missing());
        out.put("said", result.said().stream().map(AppraisalAnswers::said).toList());
        out.put(
                "replies",
                result.replies().stream().map(AppraisalAnswers::replied).toList());
        out.put("fix", check.fix());
        texts.fix(check).ifPresent(address -> out.put("fix_address", address));
        return out;
    }

    private static Map<String, Object> said(CheckResult.Said said) {
        Map<String, Object> out = new LinkedHashMap<>();
        CheckAnswer answer = said.item().value();
        out.put("id", said.item().id());
        out.put("workspace", said.where().workspace());
        said.layer().ifPresent(layer -> out.put("layer", layer));
        out.put("edition", answer.edition());
        out.put("answer", answer.answer().code());
        out.put("because", answer.because());
        out.put("office", answer.office());
        answer.on().ifPresent(day -> out.put("on", day));
        out.put("source", answer.source());
        out.put("cited", said.item().citations().size());
        out.put("basis", said.item().basis().stream().sorted().toList());
        return out;
    }

    private static Map<String, Object> replied(CheckResult.Replied replied) {
        Map<String, Object> out = new LinkedHashMap<>();
        Answer answer = replied.item().value();
        out.put("id", replied.item().id());
        out.put("workspace", replied.where().workspace());
        out.put("edition", answer.edition());
        out.put("reply", answer.reply());
        out.put("because", answer.because());
        answer.by().ifPresent(account -> out.put("by", account));
        if (!Answer.isProven(replied.item(), replied.where())) {
            out.put("author_proven", false);
        }
        return out;
    }

    /** Those that were kept, the newest first, with what has changed since each. */
    public Map<String, Object> history() {
        Map<String, Object> out = begin();
        out.put("review", answer.isReview());
        KeptAppraisal now = answer.kept("");
        out.put(
                "kept",
                answer.history().stream().map(kept -> kept(kept.item(), now)).toList());
        return out;
    }

    private static Map<String, Object> kept(Item<KeptAppraisal> item, KeptAppraisal now) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", item.id());
        out.put("sensitivity", item.sensitivity().code());
        out.put("on", item.value().on());
        out.put("edition", item.value().edition());
        out.put("entries", item.value().entries());
        out.put("note", item.value().note());
        out.put(
                "answers",
                item.value().answers().stream()
                        .map(one -> Map.of(
                                "check",
                                one.check(),
                                "edition",
                                one.edition(),
                                "answer",
                                one.answer().code()))
                        .toList());
        out.put("changes_since", changes(item.value().until(now)));
        return out;
    }

    private static List<Map<String, Object>> changes(List<KeptAppraisal.Change> changes) {
        return changes.stream()
                .map(change -> {
                    Map<String, Object> one = new LinkedHashMap<>();
                    one.put("check", change.check());
                    change.before().map(Appraisal::code).ifPresent(code -> one.put("before", code));
                    change.after().map(Appraisal::code).ifPresent(code -> one.put("after", code));
                    one.put("other_edition", change.isOtherEdition());
                    return one;
                })
                .toList();
    }
}
