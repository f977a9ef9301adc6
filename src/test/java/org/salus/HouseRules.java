package org.salus;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.modulith.core.ApplicationModules;

/**
 * The walls of a house as rules over its compiled classes. Made for a root package, so that the same rules judge the real house and the small
 * houses of deliberate violations.
 */
final class HouseRules {
    /** From the top down; rooms of one line do not know each other. */
    static final List<Set<String>> FLOORS = List.of(
            Set.of("portal"),
            Set.of("papers"),
            Set.of("agenda"),
            Set.of("strategy"),
            Set.of("appraisal"),
            Set.of("planning", "impact"),
            Set.of("coordination"),
            Set.of("goals"),
            Set.of("governance"),
            Set.of("sector"),
            Set.of("diligence"),
            Set.of("portfolio"),
            Set.of("context"),
            Set.of("evidence"),
            Set.of("workspace"),
            Set.of("frame"),
            Set.of("documents"),
            Set.of("people"),
            Set.of("ledger"),
            Set.of("framework"));

    private static final List<String> DRAWERS = List.of("web", "api", "cli");
    private static final List<String> NO_BUSINESS_WORDS =
            List.of("util", "utils", "common", "core", "service", "services", "impl", "manager", "helper", "helpers");
    private static final List<String> STORES = List.of("evidence", "ledger", "people");
    private static final List<String> THINKING = List.of(
            "agenda",
            "appraisal",
            "impact",
            "planning",
            "coordination",
            "goals",
            "governance",
            "sector",
            "diligence",
            "portfolio",
            "context",
            "framework");
    private static final List<String> MONEY = List.of("planning", "coordination", "portfolio", "evidence");
    private static final Pattern MONEY_WORD = Pattern.compile("(?i).*(amount|value|money|budget|price).*");

    private final String root;

    HouseRules(String root) {
        this.root = root;
    }

    ArchRule roomsAreKnownAndPointDownward() {
        Map<String, Integer> floorOf = new HashMap<>();
        for (int floor = 0; floor < FLOORS.size(); floor++) {
            for (String room : FLOORS.get(floor)) {
                floorOf.put(room, floor);
            }
        }
        return classes()
                .that(describe("live in a room", type -> roomOf(type).isPresent()))
                .should(condition("know rooms below only", (type, report) -> {
                    String room = roomOf(type).orElseThrow();
                    if (!floorOf.containsKey(room)) {
                        report.accept(room + " is not a room of this house");
                        return;
                    }
                    for (JavaClass other : targetsOf(type)) {
                        if (isDoor(other)) {
                            report.accept(type.getName() + " knows the program's door " + other.getName());
                        }
                        roomOf(other)
                                .filter(known -> !known.equals(room))
                                .filter(known -> floorOf.getOrDefault(known, Integer.MIN_VALUE) <= floorOf.get(room))
                                .ifPresent(known -> report.accept(
                                        type.getName() + " (" + room + ") knows " + other.getName() + " above it"));
                    }
                }))
                .allowEmptyShould(true);
    }

    /** What Modulith finds wrong between rooms. The program's own door may open every drawer: it puts the house together. */
    static List<String> forcedDoors(ApplicationModules house) {
        return house.detectViolations().getMessages().stream()
                .filter(message -> !message.startsWith("Module 'root:"))
                .toList();
    }

    ArchRule roomsAreBusinessWords() {
        return noClasses()
                .should()
                .resideInAnyPackage(NO_BUSINESS_WORDS.stream()
                        .map(word -> root + ".." + word + "..")
                        .toArray(String[]::new))
                .allowEmptyShould(true);
    }

    ArchRule databasesStayInTheStores() {
        return noClasses()
                .that(describe("live outside the stores", type -> !isIn(type, STORES)))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "java.sql..",
                        "javax.sql..",
                        "org.duckdb..",
                        "org.sqlite..",
                        "org.postgresql..",
                        "org.springframework.jdbc.."))
                .allowEmptyShould(true);
    }

    ArchRule frameworkLeansOnNothing() {
        return classes()
                .that(describe("live in the framework", type -> isIn(type, List.of("framework"))))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify..", root + ".framework.."))
                .allowEmptyShould(true);
    }

    ArchRule thinkingTouchesNothing() {
        return classes()
                .that(describe("think", type -> isIn(type, THINKING) && !isInDrawer(type)))
                .should(condition("touch neither clock nor file nor container", (type, report) -> {
                    for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                        if (isWorldly(access)) {
                            report.accept(access.getDescription());
                        }
                    }
                    type.getAnnotations().stream()
                            .filter(annotation ->
                                    annotation.getRawType().getPackageName().startsWith("org.springframework"))
                            .forEach(annotation -> report.accept(type.getName() + " is annotated with "
                                    + annotation.getRawType().getName()));
                }))
                .allowEmptyShould(true);
    }

    private static boolean isWorldly(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        String member = access.getTarget().getName();
        return owner.getPackageName().startsWith("org.springframework")
                || owner.getPackageName().startsWith("java.net")
                || owner.getName().equals("java.nio.file.Files")
                || owner.getName().equals("java.time.Clock")
                || owner.getName().startsWith("java.io.File")
                || (owner.getPackageName().equals("java.time") && member.equals("now"))
                || (owner.getName().equals("java.lang.System")
                        && Set.of("currentTimeMillis", "nanoTime", "getenv").contains(member));
    }

    /**
     * Whether enough types are closed. The framework is left out of the count: it is the vocabulary everybody speaks.
     *
     * @param atLeastTypes below so many types a share says nothing
     * @return what is wrong, if anything
     */
    Optional<String> enoughIsClosed(Iterable<JavaClass> all, double leastShare, int atLeastTypes) {
        int types = 0;
        int closed = 0;
        for (JavaClass type : all) {
            if (type.isAnonymousClass()
                    || type.isLocalClass()
                    || type.getSimpleName().equals("package-info")
                    || isMadeOfTemplate(type)
                    || roomOf(type).isEmpty()
                    || isIn(type, List.of("framework"))) {
                continue;
            }
            types++;
            if (!isOpen(type)) {
                closed++;
            }
        }
        return types < atLeastTypes || closed >= leastShare * types
                ? Optional.empty()
                : Optional.of(closed + " of " + types + " types are not public");
    }

    /** The class of a page template, which the template engine has to open. */
    private static boolean isMadeOfTemplate(JavaClass type) {
        return type.getSimpleName().startsWith("Jte") && type.getSimpleName().endsWith("Generated");
    }

    private static boolean isOpen(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(HouseRules::isOpen).orElse(true);
    }

    ArchRule moneyNeverFloats() {
        return classes()
                .that(describe("count money", type -> isIn(type, MONEY)))
                .should(condition("keep amounts as BigDecimal", (type, report) -> {
                    type.getFields().stream()
                            .filter(field -> isFloating(field.getRawType().getName()))
                            .filter(field -> MONEY_WORD.matcher(field.getName()).matches())
                            .forEach(field -> report.accept(field.getFullName()));
                    for (Executable executable : executablesOf(type.reflect())) {
                        for (Parameter parameter : executable.getParameters()) {
                            if (parameter.isNamePresent()
                                    && isFloating(parameter.getType().getName())
                                    && MONEY_WORD.matcher(parameter.getName()).matches()) {
                                report.accept(
                                        type.getName() + "." + executable.getName() + "(" + parameter.getName() + ")");
                            }
                        }
                    }
                }))
                .allowEmptyShould(true);
    }

    private static List<Executable> executablesOf(Class<?> type) {
        // A record's constructor repeats its fields.
        Stream<Executable> constructors =
                type.isRecord() ? Stream.empty() : Arrays.stream(type.getDeclaredConstructors());
        return Stream.concat(constructors, Arrays.stream(type.getDeclaredMethods()))
                .filter(executable -> !executable.isSynthetic())
                .toList();
    }

    private static boolean isFloating(String type) {
        return Set.of("double", "float", "java.lang.Double", "java.lang.Float").contains(type);
    }

    /**
     * Rooms that make readers of XML where they should not: only {@code evidence} (others' files) and {@code documents} (markup of our own) read any,
     * each in one class, so that safety is set in one place.
     */
    List<String> scatteredXmlReaders(Iterable<JavaClass> all) {
        Set<String> factories = Set.of(
                "javax.xml.parsers.DocumentBuilderFactory",
                "javax.xml.parsers.SAXParserFactory",
                "javax.xml.stream.XMLInputFactory",
                "com.fasterxml.aalto.stax.InputFactoryImpl",
                "javax.xml.validation.SchemaFactory");
        Map<String, Set<String>> makers = stream(all)
                .filter(type -> type.getAccessesFromSelf().stream()
                        .anyMatch(access ->
                                factories.contains(access.getTargetOwner().getName())
                                        && access.getTarget().getName().matches("<init>|new.*")))
                .collect(Collectors.groupingBy(
                        type -> roomOf(type).orElse(""),
                        TreeMap::new,
                        Collectors.mapping(
                                type -> type.getName().replaceFirst("[$].*", ""),
                                Collectors.toCollection(TreeSet::new))));
        return makers.entrySet().stream()
                .filter(room -> room.getValue().size() > 1
                        || !List.of("evidence", "documents").contains(room.getKey()))
                .map(room -> room.getKey() + ": " + String.join(", ", room.getValue()))
                .toList();
    }

    ArchRule onlyDrawersTalkToTheTerminal() {
        return classes()
                .that(describe(
                        "are no drawer of the command line",
                        type -> !type.getPackageName().contains(".cli")))
                .should(condition(
                        "not use System.out or System.err",
                        (type, report) -> type.getFieldAccessesFromSelf().stream()
                                .filter(access ->
                                        access.getTargetOwner().getName().equals("java.lang.System"))
                                .filter(access -> Set.of("out", "err")
                                        .contains(access.getTarget().getName()))
                                .forEach(access -> report.accept(access.getDescription()))))
                .allowEmptyShould(true);
    }

    private Optional<String> roomOf(JavaClass type) {
        String name = type.getPackageName();
        if (!name.startsWith(root + ".")) {
            return Optional.empty();
        }
        String below = name.substring(root.length() + 1);
        return Optional.of(below.contains(".") ? below.substring(0, below.indexOf('.')) : below);
    }

    private boolean isDoor(JavaClass type) {
        return type.getPackageName().equals(root);
    }

    private boolean isIn(JavaClass type, List<String> rooms) {
        return roomOf(type).filter(rooms::contains).isPresent();
    }

    private boolean isInDrawer(JavaClass type) {
        return DRAWERS.stream().anyMatch(drawer -> (type.getPackageName() + ".").contains("." + drawer + "."));
    }

    private static Set<JavaClass> targetsOf(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                .collect(Collectors.toSet());
    }

    private static Stream<JavaClass> stream(Iterable<JavaClass> all) {
        return java.util.stream.StreamSupport.stream(all.spliterator(), false);
    }

    private static DescribedPredicate<JavaClass> describe(String words, Predicate<JavaClass> test) {
        return DescribedPredicate.describe(words, test);
    }

    /** What a condition finds wrong in a type. */
    private interface Finder {
        void look(JavaClass type, java.util.function.Consumer<String> report);
    }

    private static ArchCondition<JavaClass> condition(String words, Finder finder) {
        return new ArchCondition<>(words) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                finder.look(type, message -> events.add(SimpleConditionEvent.violated(type, message)));
            }
        };
    }
}
