package org.salus.planning.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.ledger.Edit;
import org.salus.ledger.Reason;
import org.salus.ledger.Workspace;
import org.salus.planning.PlanList;
import org.salus.planning.TypedPlan;
import org.salus.workspace.Faces;
import org.salus.workspace.cli.OneWorkspaceJob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says something for the schedule of a workspace: of a step, a limit, a budget, a window, an order or the frame. */
@Command(name = "say")
final class Saying extends OneWorkspaceJob {
    @Parameters(index = "1", paramLabel = "LIST", descriptionKey = "plan.say.list")
    private String list = "";

    @Parameters(index = "2..*", arity = "1..*", paramLabel = "NAME=VALUE", descriptionKey = "plan.say.words")
    private List<String> words = List.of();

    Saying(Faces faces) {
        super(faces);
    }

    @Override
    protected int work(Desk desk, Workspace workspace) {
        PlanList known = PlanList.find(list)
                .orElseThrow(() -> Failure.wrongUse(
                        Sentence.of("planning.schedule.list.unknown", list, String.join(", ", PlanList.codes()))));
        Map<String, String> typed = new LinkedHashMap<>();
        for (String word : words) {
            int equal = word.indexOf('=');
            if (equal < 1) {
                throw Failure.wrongUse(Sentence.of("planning.cli.no-value", word));
            }
            typed.put(word.substring(0, equal), word.substring(equal + 1));
        }
        return told(
                desk,
                workspace,
                workspace.append(
                        desk.account(),
                        List.of(new Edit.Put(new TypedPlan(known, typed).item(workspace.view(desk.account())))),
                        Reason.EDIT));
    }
}
