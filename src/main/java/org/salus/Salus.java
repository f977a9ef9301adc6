package org.salus;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.salus.agenda.AgendaFaces;
import org.salus.agenda.api.AgendaRoomApi;
import org.salus.agenda.cli.AgendaCommand;
import org.salus.agenda.web.AgendaRoomPages;
import org.salus.appraisal.CheckFaces;
import org.salus.appraisal.DecisionsInPeriod;
import org.salus.appraisal.InstrumentFaces;
import org.salus.appraisal.PoliticsFaces;
import org.salus.appraisal.api.AppraisalRoomApi;
import org.salus.appraisal.api.InstrumentRoomApi;
import org.salus.appraisal.api.PoliticsRoomApi;
import org.salus.appraisal.cli.AppraiseCommand;
import org.salus.appraisal.cli.InstrumentsCommand;
import org.salus.appraisal.cli.OdaCommand;
import org.salus.appraisal.cli.PoliticsCommand;
import org.salus.appraisal.web.AppraisalRoomPages;
import org.salus.appraisal.web.InstrumentRoomPages;
import org.salus.appraisal.web.PoliticsRoomPages;
import org.salus.coordination.CoordinationFaces;
import org.salus.coordination.api.CoordinationRoomApi;
import org.salus.coordination.cli.DonorCommand;
import org.salus.coordination.cli.FindingsCommand;
import org.salus.coordination.web.CoordinationRoomPages;
import org.salus.diligence.DiligenceFaces;
import org.salus.diligence.api.DiligenceRoomApi;
import org.salus.diligence.cli.DiligenceCommand;
import org.salus.diligence.web.DiligenceRoomPages;
import org.salus.evidence.cli.IssuesCommand;
import org.salus.evidence.cli.LoadCommand;
import org.salus.evidence.cli.SourcesCommand;
import org.salus.evidence.web.EvidencePages;
import org.salus.frame.cli.CommandDoor;
import org.salus.frame.cli.TerminalLanguage;
import org.salus.goals.GoalsFaces;
import org.salus.goals.api.GoalsRoomApi;
import org.salus.goals.cli.GoalsCommand;
import org.salus.goals.web.GoalsRoomPages;
import org.salus.governance.GovernanceFaces;
import org.salus.governance.api.GovernanceRoomApi;
import org.salus.governance.cli.GovernanceCommand;
import org.salus.governance.web.GovernancePages;
import org.salus.impact.ContributionFaces;
import org.salus.impact.ImpactFaces;
import org.salus.impact.PeriodReviews;
import org.salus.impact.api.ContributionRoomApi;
import org.salus.impact.api.ImpactRoomApi;
import org.salus.impact.cli.ImpactCommand;
import org.salus.impact.cli.ReviewCommand;
import org.salus.impact.web.ContributionRoomPages;
import org.salus.impact.web.ImpactRoomPages;
import org.salus.papers.PapersFaces;
import org.salus.papers.api.PapersRoomApi;
import org.salus.papers.cli.PaperCommand;
import org.salus.papers.web.PapersRoomPages;
import org.salus.planning.PlanningFaces;
import org.salus.planning.api.PlanningRoomApi;
import org.salus.planning.cli.PlanCommand;
import org.salus.planning.web.PlanningRoomPages;
import org.salus.portal.CostsInPeriod;
import org.salus.portal.CountrySections;
import org.salus.portal.PortalFaces;
import org.salus.portal.api.PortalApi;
import org.salus.portal.cli.AreaCommand;
import org.salus.portal.cli.BenchCommand;
import org.salus.portal.cli.BriefCommand;
import org.salus.portal.cli.DemoCommand;
import org.salus.portal.cli.ExportCommand;
import org.salus.portal.cli.MapCommand;
import org.salus.portal.cli.SearchCommand;
import org.salus.portal.cli.ServeCommand;
import org.salus.portal.cli.ServePages;
import org.salus.portal.cli.WarmCommand;
import org.salus.portal.web.PortalPages;
import org.salus.portfolio.PortfolioFaces;
import org.salus.portfolio.api.PortfolioRoomApi;
import org.salus.portfolio.cli.ChainsCommand;
import org.salus.portfolio.cli.Classify;
import org.salus.portfolio.cli.IatiTexts;
import org.salus.portfolio.cli.OrganisationsCommand;
import org.salus.portfolio.cli.OwnModel;
import org.salus.portfolio.cli.PortfolioCommand;
import org.salus.portfolio.cli.Train;
import org.salus.portfolio.web.PortfolioRoomPages;
import org.salus.sector.SectorFaces;
import org.salus.sector.api.SectorRoomApi;
import org.salus.sector.cli.SectorCommand;
import org.salus.sector.web.SectorFilePages;
import org.salus.sector.web.SectorPages;
import org.salus.strategy.EditionsInPeriod;
import org.salus.strategy.Sections;
import org.salus.strategy.StrategyFaces;
import org.salus.strategy.api.StrategyRoomApi;
import org.salus.strategy.cli.StrategyCommand;
import org.salus.strategy.cli.VerifyCommand;
import org.salus.strategy.web.StrategyRoomPages;
import org.salus.workspace.Faces;
import org.salus.workspace.api.PeopleApi;
import org.salus.workspace.api.WorkspaceRoomApi;
import org.salus.workspace.cli.AccountsCommand;
import org.salus.workspace.cli.LinkCommand;
import org.salus.workspace.cli.MailCommand;
import org.salus.workspace.cli.NotificationsCommand;
import org.salus.workspace.cli.WorkspaceCommand;
import org.salus.workspace.web.OtherSignInPages;
import org.salus.workspace.web.PeoplePages;
import org.salus.workspace.web.WorkspaceRoomPages;

/** The program's single door: hands the words of a command line to the rooms that answer them. */
public final class Salus {
    private static final Faces FACES = Faces.of(List.of(
            PortfolioFaces.contribution(),
            DiligenceFaces.contribution(),
            SectorFaces.contribution(),
            GovernanceFaces.contribution(),
            GoalsFaces.contribution(),
            CoordinationFaces.contribution(),
            PoliticsFaces.contribution(),
            InstrumentFaces.contribution(),
            CheckFaces.contribution(),
            StrategyFaces.contribution(),
            AgendaFaces.contribution(),
            PapersFaces.contribution(),
            PlanningFaces.contribution(),
            ImpactFaces.contribution(),
            ContributionFaces.contribution(),
            PortalFaces.contribution()));

    /** Every command, in the order help lists them. Spring is loaded by those that serve pages, and by no other. */
    private static final List<CommandDoor.Named> COMMANDS = List.of(
            new CommandDoor.Named("demo", () -> new DemoCommand(Salus::pages, FACES, Salus::sections)),
            new CommandDoor.Named("serve", () -> new ServeCommand(Salus::pages)),
            new CommandDoor.Named("link", LinkCommand::new),
            new CommandDoor.Named("mail", MailCommand::of),
            new CommandDoor.Named("accounts", () -> AccountsCommand.of(FACES)),
            new CommandDoor.Named("load", LoadCommand::new),
            new CommandDoor.Named("brief", BriefCommand::new),
            new CommandDoor.Named("export", ExportCommand::new),
            new CommandDoor.Named("map", () -> new MapCommand(FACES)),
            new CommandDoor.Named("search", () -> new SearchCommand(FACES)),
            new CommandDoor.Named("area", () -> new AreaCommand(FACES)),
            new CommandDoor.Named("workspace", () -> WorkspaceCommand.of(FACES)),
            new CommandDoor.Named("notifications", () -> new NotificationsCommand(FACES)),
            new CommandDoor.Named("sector", () -> SectorCommand.of(FACES)),
            new CommandDoor.Named("portfolio", () -> PortfolioCommand.of(FACES)),
            new CommandDoor.Named("diligence", () -> DiligenceCommand.of(FACES)),
            new CommandDoor.Named("governance", () -> GovernanceCommand.of(FACES)),
            new CommandDoor.Named("goals", () -> GoalsCommand.of(FACES)),
            new CommandDoor.Named("politics", () -> PoliticsCommand.of(FACES)),
            new CommandDoor.Named("appraise", () -> new AppraiseCommand(FACES)),
            new CommandDoor.Named("impact", () -> ImpactCommand.of(FACES)),
            new CommandDoor.Named("review", () -> new ReviewCommand(FACES, reviews())),
            new CommandDoor.Named("plan", () -> PlanCommand.of(FACES)),
            new CommandDoor.Named("oda", OdaCommand::new),
            new CommandDoor.Named("instruments", () -> new InstrumentsCommand(FACES)),
            new CommandDoor.Named("strategy", () -> StrategyCommand.of(FACES, sections())),
            new CommandDoor.Named("paper", () -> new PaperCommand(FACES, sections())),
            new CommandDoor.Named("verify", () -> new VerifyCommand(FACES, sections())),
            new CommandDoor.Named("agenda", () -> AgendaCommand.of(FACES)),
            new CommandDoor.Named("organisations", OrganisationsCommand::new),
            new CommandDoor.Named("chains", ChainsCommand::new),
            new CommandDoor.Named("findings", () -> new FindingsCommand(FACES)),
            new CommandDoor.Named("donor", () -> new DonorCommand(FACES)),
            new CommandDoor.Named("sources", SourcesCommand::new),
            new CommandDoor.Named("issues", IssuesCommand::new),
            new CommandDoor.Named("classify", () -> new Classify(new IatiTexts())),
            new CommandDoor.Named("train", () -> new Train(new IatiTexts())),
            new CommandDoor.Named("bench", BenchCommand::new),
            new CommandDoor.Named("warm", () -> new WarmCommand(Salus::silently, Salus::pages)));

    private Salus() {}

    /** A server of every room's pages and API. */
    public static ServePages pages() {
        return new ServePages(
                List.of(
                        EvidencePages.class,
                        PeoplePages.class,
                        PeopleApi.class,
                        WorkspaceRoomPages.class,
                        WorkspaceRoomApi.class,
                        PortfolioRoomPages.class,
                        PortfolioRoomApi.class,
                        DiligenceRoomPages.class,
                        DiligenceRoomApi.class,
                        SectorPages.class,
                        SectorFilePages.class,
                        SectorRoomApi.class,
                        GovernancePages.class,
                        GovernanceRoomApi.class,
                        GoalsRoomPages.class,
                        GoalsRoomApi.class,
                        CoordinationRoomPages.class,
                        CoordinationRoomApi.class,
                        PoliticsRoomPages.class,
                        PoliticsRoomApi.class,
                        InstrumentRoomPages.class,
                        InstrumentRoomApi.class,
                        AppraisalRoomPages.class,
                        AppraisalRoomApi.class,
                        StrategyRoomPages.class,
                        StrategyRoomApi.class,
                        AgendaRoomPages.class,
                        AgendaRoomApi.class,
                        PapersRoomPages.class,
                        PapersRoomApi.class,
                        PlanningRoomPages.class,
                        PlanningRoomApi.class,
                        ImpactRoomPages.class,
                        ImpactRoomApi.class,
                        ContributionRoomPages.class,
                        ContributionRoomApi.class,
                        PortalPages.class,
                        PortalApi.class),
                List.of(OtherSignInPages.class),
                FACES,
                sections(),
                reviews());
    }

    /** What rooms add to workspaces. */
    public static Faces faces() {
        return FACES;
    }

    /** What the sections of a strategy are composed from: by its own room, then by rooms that add to it. Made when it is asked for, so that no other command waits for it. */
    public static Sections sections() {
        return Sections.own().and(CountrySections.all());
    }

    /** What a review of a period is made from: by its own room, then by rooms that add to it. */
    private static PeriodReviews reviews() {
        return PeriodReviews.own().and(List.of(new CostsInPeriod(), new DecisionsInPeriod(), new EditionsInPeriod()));
    }

    /** Every command of the program. */
    public static List<CommandDoor.Named> commands() {
        return COMMANDS;
    }

    public static void main(String[] arguments) {
        OwnModel.ofEnvironment();
        CommandDoor door = new CommandDoor(version(), COMMANDS, TerminalLanguage.of(System.getenv(), arguments));
        System.exit(door.answer(writer(FileDescriptor.out), writer(FileDescriptor.err), arguments));
    }

    private static int silently(String... words) {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        return new CommandDoor(version(), COMMANDS).answer(nowhere, nowhere, words);
    }

    /** The version of the build; {@code development} where classes are run without one. */
    static String version() {
        return Optional.ofNullable(Salus.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    private static PrintWriter writer(FileDescriptor where) {
        return new PrintWriter(new FileOutputStream(where), true, StandardCharsets.UTF_8);
    }
}
