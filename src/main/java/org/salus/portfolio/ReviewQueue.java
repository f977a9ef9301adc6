package org.salus.portfolio;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.salus.evidence.Text;
import org.salus.framework.ReformArea;
import org.salus.ledger.Item;

/**
 * The activities of a country as somebody goes through them: what the program proposes for each, what members judged, and which to look at first. Pure: the same
 * map and judgements give the same queue.
 */
public final class ReviewQueue {
    private final SupportMap machine;
    private final Judgements judgements;
    private final List<Line> all;
    private final List<Line> shown;
    private final LikeTitles likeTitles;

    private ReviewQueue(SupportMap machine, Judgements judgements, List<Line> all, List<Line> shown) {
        this.machine = machine;
        this.judgements = judgements;
        this.all = List.copyOf(all);
        this.shown = List.copyOf(shown);
        this.likeTitles = new LikeTitles(this.all);
    }

    /**
     * An activity of the queue.
     *
     * @param sorted with what the program proposes
     * @param money the largest of its sums in US dollars, whichever measure that is
     * @param judgement what members said
     * @param isDisputed whether two copies say different things
     */
    public record Line(
            SortedActivity sorted, BigDecimal money, Optional<Item<AreaJudgement>> judgement, boolean isDisputed) {
        /** What the program says of it. */
        public Sorting proposed() {
            return sorted.sorting();
        }

        /** Whether it needs nobody's look. */
        public boolean isSettled() {
            return judgement.isPresent() && !isDisputed;
        }

        /** Where it counts: as judged, else as proposed. */
        public ReformArea area() {
            return isSettled() ? judgement.get().value().area() : proposed().area();
        }

        /** Money that may stand in the wrong place. */
        BigDecimal doubtful() {
            return money.multiply(BigDecimal.ONE.subtract(proposed().confidence()));
        }
    }

    /**
     * A judged activity with a title much like another's.
     *
     * @param words what both titles say
     */
    public record Neighbour(Item<AreaJudgement> judgement, String title, List<String> words) {}

    /**
     * The queue of a country.
     *
     * @param machine the country's map as the program alone sorts it
     */
    public static ReviewQueue of(SupportMap machine, Judgements judgements, ReviewQuestion question) {
        List<Line> all = machine.activities().stream()
                .map(sorted -> {
                    String activity = sorted.activity().identifier();
                    return new Line(
                            sorted,
                            money(sorted.amounts()),
                            judgements.said(activity),
                            judgements.isDisputed(activity));
                })
                .toList();
        Set<String> words = wordsOf(question.words());
        List<Line> shown = all.stream()
                .filter(line -> switch (question.state()) {
                    case OPEN -> !line.isSettled();
                    case JUDGED -> line.isSettled();
                    case ALL -> true;
                })
                .filter(line -> question.area().isEmpty()
                        || line.area() == question.area().get())
                .filter(line -> words.isEmpty() || speaksOf(line, words))
                .sorted(question.order().comparator())
                .toList();
        return new ReviewQueue(machine, judgements, all, shown);
    }

    private static BigDecimal money(Amounts amounts) {
        return Stream.of(Measure.values())
                .map(amounts::of)
                .max(Comparator.naturalOrder())
                .orElse(BigDecimal.ZERO)
                .max(BigDecimal.ZERO);
    }

    private static boolean speaksOf(Line line, Set<String> words) {
        Set<String> own = new TreeSet<>();
        own.addAll(wordsOf(line.sorted().activity().identifier()));
        own.addAll(wordsOf(line.sorted().donor()));
        line.sorted().activity().titles().stream().map(Text::text).forEach(title -> own.addAll(wordsOf(title)));
        return words.stream().allMatch(asked -> own.stream().anyMatch(word -> word.startsWith(asked)));
    }

    static Set<String> wordsOf(String text) {
        Words words = new Words(text, 2_000);
        Set<String> found = new LinkedHashSet<>();
        for (int word = 0; word < words.count(); word++) {
            found.add(words.folded(word));
        }
        return found;
    }

    /** What was asked for, in its order. */
    public List<Line> lines() {
        return shown;
    }

    /** How many activities the country has. */
    public int total() {
        return all.size();
    }

    /** How many of them members have judged. */
    public int judged() {
        return (int) all.stream().filter(Line::isSettled).count();
    }

    /** Of those judged, on how many the members agreed with the program. */
    public int agreed() {
        return (int) all.stream()
                .filter(Line::isSettled)
                .filter(line -> line.judgement().orElseThrow().value().agrees())
                .count();
    }

    /** Money of activities nobody has judged, in US dollars. */
    public BigDecimal openMoney() {
        return all.stream().filter(line -> !line.isSettled()).map(Line::money).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The rules the proposals were made by. */
    public String edition() {
        return machine.edition();
    }

    /** The line of an activity of the country. */
    public Optional<Line> find(String activity) {
        return all.stream()
                .filter(line -> line.sorted().activity().identifier().equals(activity))
                .findFirst();
    }

    /** Judged activities of this country whose titles are most like this one's, the likest first; at most three. */
    public List<Neighbour> like(Line line) {
        return likeTitles.of(line);
    }

    /** The judgements it was made with. */
    public Judgements judgements() {
        return judgements;
    }
}
