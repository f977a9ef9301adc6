package org.salus.planning;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.salus.framework.Failure;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.goals.Box;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;

/**
 * Changes that are tried and not kept, each written {@code what:of=value}: {@code months:STEP=18}, {@code earliest:STEP=2028-01}, {@code latest:STEP=2030-12}, {@code lock:STEP=2028-03},
 * {@code must:STEP=no}, {@code windows:STEP=none}, {@code order:ORDER=no}, {@code limit:LIMIT=3} or {@code +1}, {@code budget:BUDGET=+20} (percent), {@code until=2032-12}. A step is named by its
 * id or its title, everything else by its id; {@code none} takes a demand away. Pure.
 */
public final class WhatIf {
    /** What can be changed, in the order in which it is offered. */
    public static final List<String> WHAT =
            List.of("months", "earliest", "latest", "lock", "must", "windows", "order", "limit", "budget", "until");

    private static final String NONE = "none";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final String text;
    private final String what;
    private final String of;
    private final String value;

    private WhatIf(String text) {
        this.text = text;
        int equal = text.lastIndexOf('=');
        int colon = text.indexOf(':');
        if (equal < 0) {
            throw wrong("planning.schedule.try.form", PlanTexts.told(text), String.join(", ", WHAT));
        }
        boolean isOfSomething = colon >= 0 && colon < equal;
        this.what = text.substring(0, isOfSomething ? colon : equal).strip().toLowerCase(Locale.ROOT);
        this.of = isOfSomething ? text.substring(colon + 1, equal).strip() : "";
        this.value = text.substring(equal + 1).strip();
        if (!WHAT.contains(what)) {
            throw wrong("planning.schedule.try.form", PlanTexts.told(text), String.join(", ", WHAT));
        }
    }

    /**
     * A change as it is written.
     *
     * @throws Failure (wrong use) if it means nothing
     */
    public static WhatIf of(String change) {
        return new WhatIf(change);
    }

    /** What is changed: one of {@link #WHAT}. */
    public String what() {
        return what;
    }

    /** The id or title of what it is changed of; empty for the whole plan. */
    public String of() {
        return of;
    }

    /** To what it is changed, as typed. */
    public String value() {
        return value;
    }

    /** Whether a demand is taken away. */
    public boolean isWithout() {
        return value.equals(NONE);
    }

    /**
     * The book with these changes.
     *
     * @throws Failure (wrong use) naming the first change that means nothing
     */
    static PlanBook applied(PlanBook book, List<String> changes) {
        PlanBook changed = book;
        for (String change : changes) {
            changed = new WhatIf(change).in(changed);
        }
        return changed;
    }

    private static Failure wrong(String key, Object... arguments) {
        return Failure.wrongUse(Sentence.of(key, arguments)).at("try");
    }

    private PlanBook in(PlanBook book) {
        return switch (what) {
            case "months" -> {
                Optional<BigDecimal> months = number(0);
                yield step(book, needs -> needs.taking(months));
            }
            case "earliest" -> {
                Optional<PartialDate> day = value.equals(NONE) ? from(book) : day();
                yield step(book, needs -> needs.between(day, needs.latest()));
            }
            case "latest" -> {
                Optional<PartialDate> day = value.equals(NONE) ? until(book) : day();
                yield step(book, needs -> needs.between(needs.earliest(), day));
            }
            case "lock" -> {
                Optional<PartialDate> day = value.equals(NONE) ? Optional.empty() : day();
                yield step(book, needs -> needs.lockedAt(day));
            }
            case "must" -> {
                boolean isMust = yes();
                yield step(book, needs -> needs.must(isMust));
            }
            case "windows" -> {
                if (!value.equals(NONE)) {
                    throw wrong("planning.schedule.try.value", PlanTexts.told(text), NONE);
                }
                yield step(book, needs -> needs.in(List.of()));
            }
            case "order" -> order(book);
            case "limit" -> limit(book);
            case "budget" -> budget(book);
            default -> {
                PartialDate end =
                        day().orElseThrow(() -> wrong("planning.schedule.try.value", PlanTexts.told(text), "2032-12"));
                PlanFrame frame = book.frame()
                        .map(Item::value)
                        .orElseGet(() -> new PlanFrame(
                                book.chain().id(), Optional.empty(), Optional.empty(), "", List.of(), ""));
                yield book.framed(frame.endingIn(end));
            }
        };
    }

    private static Optional<PartialDate> from(PlanBook book) {
        return new ScheduleReading(book).calendar().map(months -> months.at(0));
    }

    private static Optional<PartialDate> until(PlanBook book) {
        return new ScheduleReading(book).calendar().map(months -> months.at(months.months() - 1));
    }

    private PlanBook step(PlanBook book, UnaryOperator<StepNeeds> change) {
        ItemId box = book.boxes().boxes().stream()
                .filter(item -> item.id().toString().equals(of) || title(item).equalsIgnoreCase(of))
                .map(item -> item.id())
                .findFirst()
                .orElseThrow(() -> wrong("planning.schedule.try.no-step", PlanTexts.told(text), PlanTexts.told(of)));
        return book.saying(box, change);
    }

    private static String title(Item<? extends Box> item) {
        return item.value().title();
    }

    private PlanBook order(PlanBook book) {
        if (yes() || book.orders().stream().noneMatch(this::isMeant)) {
            throw wrong("planning.schedule.try.no-item", PlanTexts.told(text), PlanTexts.told(of));
        }
        return book.with(
                book.needs(),
                book.orders().stream().filter(item -> !isMeant(item)).toList(),
                book.limits(),
                book.budgets());
    }

    private PlanBook limit(PlanBook book) {
        List<Item<AbsorptionLimit>> limits = new ArrayList<>();
        boolean isFound = false;
        for (Item<AbsorptionLimit> item : book.limits()) {
            if (isMeant(item)) {
                isFound = true;
                BigDecimal now = item.value().capacity().orElse(BigDecimal.ZERO);
                BigDecimal number = number(Integer.MIN_VALUE).orElse(now);
                BigDecimal next = isChange() ? now.add(number) : number;
                limits.add(item.saying(item.value().of(next.max(BigDecimal.ZERO))));
            } else {
                limits.add(item);
            }
        }
        if (!isFound) {
            throw wrong("planning.schedule.try.no-item", PlanTexts.told(text), PlanTexts.told(of));
        }
        return book.with(book.needs(), book.orders(), limits, book.budgets());
    }

    private PlanBook budget(PlanBook book) {
        if (!isChange()) {
            throw wrong("planning.schedule.try.value", PlanTexts.told(text), "+20");
        }
        BigDecimal percent =
                HUNDRED.add(number(Integer.MIN_VALUE).orElse(BigDecimal.ZERO)).max(BigDecimal.ZERO);
        if (book.budgets().stream().noneMatch(this::isMeant)) {
            throw wrong("planning.schedule.try.no-item", PlanTexts.told(text), PlanTexts.told(of));
        }
        return book.with(
                book.needs(),
                book.orders(),
                book.limits(),
                book.budgets().stream()
                        .map(item -> isMeant(item) ? item.saying(item.value().times(percent)) : item)
                        .toList());
    }

    private boolean isMeant(Item<?> item) {
        return item.id().toString().equals(of);
    }

    private boolean isChange() {
        return value.startsWith("+") || value.startsWith("-");
    }

    private Optional<BigDecimal> number(int least) {
        if (!value.matches("[+-]?\\d{1,6}")) {
            throw wrong("planning.schedule.try.value", PlanTexts.told(text), "12");
        }
        BigDecimal number = new BigDecimal(value);
        if (number.compareTo(BigDecimal.valueOf(least)) < 0) {
            throw wrong("planning.schedule.try.value", PlanTexts.told(text), "12");
        }
        return Optional.of(number);
    }

    private Optional<PartialDate> day() {
        return Optional.of(PartialDate.find(value)
                .orElseThrow(() -> wrong("planning.schedule.try.value", PlanTexts.told(text), "2030-12")));
    }

    private boolean yes() {
        return switch (value) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw wrong("planning.schedule.try.value", PlanTexts.told(text), "yes, no");
        };
    }
}
