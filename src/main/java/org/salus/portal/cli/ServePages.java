package org.salus.portal.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.salus.evidence.Evidence;
import org.salus.frame.cli.Terminal;
import org.salus.frame.web.Entrance;
import org.salus.frame.web.FramePages;
import org.salus.frame.web.FramePages.Listening;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.impact.PeriodReviews;
import org.salus.ledger.AccountId;
import org.salus.ledger.Copy;
import org.salus.ledger.Database;
import org.salus.ledger.ItemId;
import org.salus.ledger.Member;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.people.People;
import org.salus.people.SessionLimits;
import org.salus.portal.Briefs;
import org.salus.portal.Search;
import org.salus.portfolio.Supports;
import org.salus.strategy.Sections;
import org.salus.workspace.Administration;
import org.salus.workspace.Admissions;
import org.salus.workspace.Faces;
import org.salus.workspace.Inviting;
import org.salus.workspace.MailRounds;
import org.salus.workspace.MailServer;
import org.salus.workspace.Mailing;
import org.salus.workspace.OpenId;
import org.salus.workspace.TeamSettings;
import org.salus.workspace.WorkPlace;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.GenericApplicationContext;

/** Serves the pages and the API of one data folder to this machine. The only place where Spring is started. */
public final class ServePages {
    private static final long LARGEST_UPLOAD_BYTES = 2L << 30;
    private static final int TRIED_PORTS = 20;

    /** What these write when a start fails is a hundred lines around the one sentence that says why; once the server runs they are heard. */
    private static final List<String> SPEAKING_WHEN_STARTED =
            List.of("org.springframework.web.servlet.DispatcherServlet", "org.apache.catalina.core.ContainerBase");

    private final List<Class<?>> rooms;
    private final Faces faces;
    private final Sections sections;
    private final PeriodReviews reviews;
    private final List<Class<?>> singleSignOn;

    /**
     * A server of these rooms' pages.
     *
     * @param rooms the configuration class of each room's drawer {@code web} or {@code api}
     * @param singleSignOn what is added where another server vouches for people; its libraries are loaded nowhere else
     * @param faces what rooms add to workspaces
     * @param sections what a strategy is composed from
     * @param reviews what a review of a period is made from
     */
    public ServePages(
            List<Class<?>> rooms, List<Class<?>> singleSignOn, Faces faces, Sections sections, PeriodReviews reviews) {
        this.rooms = List.copyOf(rooms);
        this.singleSignOn = List.copyOf(singleSignOn);
        this.faces = faces;
        this.sections = sections;
        this.reviews = reviews;
    }

    /** A server whose strategies and reviews are made from what their own rooms make them from. */
    public ServePages(List<Class<?>> rooms, List<Class<?>> singleSignOn, Faces faces) {
        this(rooms, singleSignOn, faces, Sections.own(), PeriodReviews.own());
    }

    /** A server that runs until it is closed. */
    public record Running(URI address, ConfigurableApplicationContext context) implements AutoCloseable {
        /** A new address that lets somebody who is alone at this machine in, once. */
        public URI link() {
            return WorkPlace.entering(
                    address, context.getBean(People.class).alone().link());
        }

        @Override
        public void close() {
            context.close();
        }
    }

    /**
     * Starts to serve.
     *
     * @param data the data folder; it is made if it does not exist
     * @param address where to listen: an address of this machine that nobody else reaches
     * @param port 0 for any free one
     * @throws Failure if the address can be reached by others, or the port is taken
     */
    public Running start(Path data, InetAddress address, int port) {
        refuseOthers(address);
        return start(
                data,
                new Listening(address, port, LARGEST_UPLOAD_BYTES),
                Entrance.alone(),
                OpenId.NONE,
                SessionLimits.ALONE,
                Mailing.NONE,
                new Kept.InDatabase(() -> new WorkPlace(data).open()));
    }

    /**
     * Starts to serve a copy alone, to the member for whom it was made. It is closed with the server.
     *
     * @param data the data folder, for evidence only; its workspaces are not served
     * @param address as for any folder
     */
    public Running start(Path data, Copy copy, InetAddress address, int port) {
        refuseOthers(address);
        return start(
                data,
                new Listening(address, port, LARGEST_UPLOAD_BYTES),
                Entrance.alone(),
                OpenId.NONE,
                SessionLimits.ALONE,
                Mailing.NONE,
                new Kept.InCopy(copy));
    }

    private static void refuseOthers(InetAddress address) {
        if (!address.isLoopbackAddress()) {
            throw Failure.wrongUse(Sentence.of("portal.serve.not-loopback", address.getHostAddress()))
                    .advising(Sentence.of("portal.serve.not-loopback.advice"));
        }
    }

    /** Where work is kept. */
    private sealed interface Kept {
        /** Everything in one database. */
        record InDatabase(Supplier<Database> database) implements Kept {}

        /** Work in a copy; who has come in, in a folder that goes with the server. */
        record InCopy(Copy copy) implements Kept {}
    }

    /**
     * Starts to serve a team.
     *
     * @param data the data folder; it is made if it does not exist
     * @throws Failure if the port is taken
     */
    public Running start(Path data, TeamSettings team) {
        return start(
                data,
                new Listening(team.listen(), team.port(), LARGEST_UPLOAD_BYTES),
                team.entrance(),
                team.openId(),
                team.sessions(),
                new Mailing(team.mail()),
                new Kept.InDatabase(() -> team.open(data)));
    }

    private Running start(
            Path data,
            Listening listening,
            Entrance entrance,
            OpenId openId,
            SessionLimits limits,
            Mailing mailing,
            Kept kept) {
        // Before anything is started: a folder that cannot be made or written is told in a sentence.
        Evidence evidence = Evidence.open(data);
        SpringApplication application = new SpringApplication(FramePages.class);
        application.addPrimarySources(rooms);
        if (openId.server().isPresent()) {
            application.addPrimarySources(singleSignOn);
        }
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setLazyInitialization(true);
        Map<String, Object> levels = new HashMap<>(Map.of(
                "logging.level.root", "WARN",
                "logging.level.org.springframework.web.servlet.PageNotFound", "ERROR",
                "logging.level.org.springframework.boot", "ERROR",
                // What went wrong is said in our own words.
                "logging.level.org.springframework.boot.diagnostics", "OFF",
                "logging.level.org.springframework.boot.SpringApplication", "OFF",
                "logging.level.org.apache.lucene", "ERROR"));
        SPEAKING_WHEN_STARTED.forEach(name -> levels.put("logging.level." + name, "OFF"));
        application.setDefaultProperties(levels);
        application.addInitializers(context -> {
            GenericApplicationContext beans = (GenericApplicationContext) context;
            beans.registerBean(Listening.class, () -> listening);
            beans.registerBean(Evidence.class, () -> evidence);
            beans.registerBean(
                    Briefs.class, () -> new Briefs(beans.getBean(Evidence.class), beans.getBean(Supports.class)));
            beans.registerBean(Supports.class, Supports::shipped);
            beans.registerBean(
                    Search.class,
                    () -> new Search(
                            beans.getBean(Evidence.class),
                            beans.getBean(Workspaces.class),
                            beans.getBean(Faces.class)));
            beans.registerBean(Faces.class, () -> faces);
            beans.registerBean(Sections.class, () -> sections);
            beans.registerBean(PeriodReviews.class, () -> reviews);
            beans.registerBean(Entrance.class, () -> entrance);
            beans.registerBean(OpenId.class, () -> openId);
            beans.registerBean(Mailing.class, () -> mailing);
            keep(beans, kept, limits);
            beans.registerBean(
                    Admissions.class,
                    () -> new Admissions(beans.getBean(People.class), beans.getBean(Workspaces.class)));
            beans.registerBean(
                    Inviting.class,
                    () -> new Inviting(beans.getBean(People.class).invitations(), entrance.base()));
            beans.registerBean(
                    Administration.class,
                    () -> new Administration(
                            beans.getBean(People.class),
                            entrance.base(),
                            beans.getBean(Workspaces.class).isCopy()));
        });
        try {
            // A file application.properties in the folder somebody happens to stand in must not change anything.
            ConfigurableApplicationContext context =
                    application.run("--spring.config.location=optional:classpath:/none/");
            LoggingSystem log = LoggingSystem.get(ServePages.class.getClassLoader());
            SPEAKING_WHEN_STARTED.forEach(name -> log.setLogLevel(name, LogLevel.WARN));
            int port = Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                    .getPort();
            mailing.server().ifPresent(server -> tellByMail(server, entrance, context));
            return new Running(URI.create("http://localhost:" + port + "/"), context);
        } catch (RuntimeException failed) {
            if (isPortTaken(failed)) {
                throw Failure.notPossible(Sentence.of("portal.serve.port-taken", listening.port()), failed)
                        .advising(Sentence.of("portal.serve.port-taken.advice"));
            }
            throw said(failed).orElse(failed);
        }
    }

    /** Goes round by itself until the server is closed. */
    private void tellByMail(MailServer server, Entrance entrance, ConfigurableApplicationContext context) {
        MailRounds rounds = new MailRounds(
                server,
                entrance.base().orElseThrow(),
                context.getBean(People.class),
                context.getBean(Workspaces.class),
                faces,
                InstantSource.system());
        Thread going = Thread.ofPlatform().daemon().name("mail").start(rounds::untilStopped);
        context.addApplicationListener(event -> {
            if (event instanceof ContextClosedEvent) {
                going.interrupt();
            }
        });
    }

    private void keep(GenericApplicationContext beans, Kept kept, SessionLimits limits) {
        InstantSource clock = InstantSource.system();
        switch (kept) {
            case Kept.InDatabase(Supplier<Database> database) -> {
                beans.registerBean(Database.class, database);
                beans.registerBean(People.class, () -> People.open(beans.getBean(Database.class), clock, limits));
                beans.registerBean(
                        Workspaces.class,
                        () -> Workspaces.open(
                                        beans.getBean(Database.class),
                                        faces.kinds(),
                                        clock,
                                        beans.getBean(People.class).registry())
                                .before(beans.getBean(People.class).audit()));
            }
            case Kept.InCopy(Copy copy) -> {
                beans.registerBean(PassingFolder.class, PassingFolder::make);
                // Asked for its folder when it is made, the database is closed before that.
                beans.registerBean(
                        Database.class,
                        () -> new WorkPlace(beans.getBean(PassingFolder.class).folder()).open());
                beans.registerBean(People.class, () -> {
                    People people = People.open(beans.getBean(Database.class), clock, limits);
                    name(people, beans.getBean(Workspaces.class), copy.about());
                    return people;
                });
                beans.registerBean(Workspaces.class, () -> copy.workspaces(faces.kinds(), clock));
            }
        }
    }

    /** Makes the account of the member for whom a copy was made, called as in the copy. */
    private static void name(People people, Workspaces workspaces, Copy.About about) {
        AccountId member = people.alone().account(about.madeFor());
        try {
            workspaces
                    .get(about.workspace())
                    .view(about.madeFor())
                    .find(Member.KIND, new ItemId(member.value()))
                    .ifPresent(item ->
                            people.accounts().rename(member, item.value().name()));
        } catch (Failure unnamed) {
            // What is wrong with the copy is told where it is opened; a name that is none here leaves the usual one.
            LoggerFactory.getLogger(ServePages.class).debug("copy", unnamed);
        }
    }

    /**
     * Serves until the program is stopped: says where the pages are, and opens them if asked to.
     *
     * @param port tried first; where it is taken and {@code anotherPort} is allowed, the next free one
     */
    void serve(Path data, InetAddress address, int port, boolean anotherPort, boolean open, Terminal terminal)
            throws InterruptedException {
        try (Running server = start(data, address, anotherPort ? firstFree(address, port) : port)) {
            WorkPlace place = new WorkPlace(data);
            place.announce(server.address());
            terminal.say(Sentence.of("portal.serve.at", server.link().toString()));
            terminal.out().flush();
            terminal.remark(Sentence.of("portal.serve.once"));
            if (open) {
                openBrowser(place, server.link());
            }
            untilClosed(server);
        }
    }

    /** Serves a copy until the program is stopped; says first what it is and what becomes of edits where it lies. */
    void serve(Path data, Path file, char[] passphrase, InetAddress address, int port, Terminal terminal)
            throws InterruptedException {
        Copy copy = Copy.open(file, passphrase);
        try (Running server = started(data, copy, address, port)) {
            AccountId member = copy.about().madeFor();
            Workspace workspace =
                    server.context().getBean(Workspaces.class).get(copy.about().workspace());
            View view = workspace.view(member);
            terminal.say(Sentence.of(
                    copy.about().isTravelEdition() ? "portal.serve.copy.travel" : "portal.serve.copy",
                    view.charter().name(),
                    view.find(Member.KIND, new ItemId(member.value()))
                            .map(item -> item.value().name())
                            .orElse(member.toString()),
                    DateTimeFormatter.ofPattern(
                                    terminal.wording().say("workspace.when"),
                                    terminal.wording().locale())
                            .withZone(ZoneId.systemDefault())
                            .format(copy.about().madeAt())));
            Sentence kept = Sentence.of(
                    switch (copy.place()) {
                        case USUAL -> "portal.serve.copy.written";
                        case ALONE -> "portal.serve.copy.network";
                        case READ_ONLY -> "portal.serve.copy.read-only";
                    },
                    file.toString());
            // What is damaged is not written into, wherever it lies.
            terminal.say(
                    copy.place() == Database.Manner.READ_ONLY
                            ? kept
                            : workspace.whyReadOnly().orElse(kept));
            terminal.say(Sentence.of("portal.serve.at", server.link().toString()));
            terminal.out().flush();
            terminal.remark(Sentence.of("portal.serve.copy.once"));
            untilClosed(server);
        }
    }

    private Running started(Path data, Copy copy, InetAddress address, int port) {
        try {
            return start(data, copy, address, port);
        } catch (RuntimeException failed) {
            copy.close();
            throw failed;
        }
    }

    /** Serves a team until the program is stopped. As long as nobody administers the server, says how somebody becomes the first who does. */
    void serve(Path data, TeamSettings team, Terminal terminal) throws InterruptedException {
        try (Running server = start(data, team)) {
            URI base = team.entrance().base().orElseThrow();
            terminal.say(Sentence.of("portal.serve.at", base.toString()));
            People people = server.context().getBean(People.class);
            if (!people.accounts().isAdministered()) {
                terminal.say(Sentence.of(
                        "portal.serve.first",
                        WorkPlace.accepting(
                                        base,
                                        people.invitations()
                                                .inviteAdministrator()
                                                .secret())
                                .toString()));
            }
            terminal.out().flush();
            untilClosed(server);
        }
    }

    private static void untilClosed(Running server) throws InterruptedException {
        Thread.ofPlatform()
                .daemon()
                .name("search")
                .start(() -> prepareSearch(
                        server.context().getBean(Evidence.class),
                        server.context().getBean(Search.class)));
        CountDownLatch closed = new CountDownLatch(1);
        server.context().addApplicationListener(event -> {
            if (event instanceof ContextClosedEvent) {
                closed.countDown();
            }
        });
        closed.await();
    }

    /** Nobody should wait for the index at the first search. If it fails here it fails again there, and is told there. */
    private static void prepareSearch(Evidence evidence, Search search) {
        try {
            evidence.snapshot().search().prepare();
            search.prepare();
        } catch (IOException | RuntimeException later) {
            LoggerFactory.getLogger(ServePages.class).debug("search", later);
        }
    }

    private static int firstFree(InetAddress address, int from) {
        for (int candidate = from; candidate < from + TRIED_PORTS; candidate++) {
            if (isFree(address, candidate)) {
                return candidate;
            }
        }
        return 0;
    }

    private static boolean isFree(InetAddress address, int port) {
        try (ServerSocket free = new ServerSocket(port, 1, address)) {
            return free.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    /** Where no program opens pages nothing happens: the address has been printed. */
    private static void openBrowser(WorkPlace place, URI link) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String opener = system.contains("mac") ? "open" : system.contains("win") ? "explorer" : "xdg-open";
        try {
            new ProcessBuilder(opener, place.signpost(link).toUri().toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException noBrowser) {
            return;
        }
    }

    /** What a room has said went wrong, out of the wrappings in which it comes out of Spring. */
    private static Optional<RuntimeException> said(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof Failure failure) {
                return Optional.of(failure);
            }
        }
        return Optional.empty();
    }

    private static boolean isPortTaken(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException || cause instanceof java.net.BindException) {
                return true;
            }
        }
        return false;
    }
}
