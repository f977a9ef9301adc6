package org.salus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.RouteWalk.Asker;
import org.salus.RouteWalk.For;
import org.salus.ledger.AccountId;
import org.salus.ledger.Role;
import org.salus.ledger.Standing;
import org.salus.ledger.Workspace;
import org.salus.people.Organisation;
import org.salus.people.Tokens;
import org.salus.portal.cli.ServePages;
import org.salus.workspace.web.PeoplePages;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Every route × every role × every sensitivity. A workspace holds something of each sensitivity, each with a text of its own that can be told in any answer;
 * every route is asked as everybody. A new route fails this test until it is said whom it is for.
 */
@Tag("slow")
class EveryRouteTest {
    /** Whom each route is for, by method and pattern. */
    private static final Map<String, For> EXPECTED = expected();

    /**
     * What needs a private layer, a file that was brought before, a step that was taken back, two versions of a case or an edition, a finding, a second plan, a plan with steps, known support, an activity of open data, a row of no other kind, a series of open data, a search that was begun, two files at once, or an indicator measured twice: their own tests go there.
     */
    private static final Set<String> NEVER_DONE = new TreeSet<>(List.of(
            "DELETE /api/v1/workspaces/{id}/impact/studies/{study}/searches/{search}",
            "DELETE /api/v1/workspaces/{id}/items/{item}/rows/{path}",
            "DELETE /api/v1/workspaces/{id}/schedule/searches/{search}",
            "GET /api/v1/workspaces/{id}/goals/{chain}/compare",
            "GET /api/v1/workspaces/{id}/impact/studies/{study}/searches/{search}",
            "GET /api/v1/workspaces/{id}/schedule/roadmap.{form}",
            "GET /api/v1/workspaces/{id}/schedule/searches/{search}",
            "POST /api/v1/workspaces/{id}/coordination/answers",
            "POST /api/v1/workspaces/{id}/goals/{chain}/backwards/offers",
            "POST /api/v1/workspaces/{id}/portfolio/judgements",
            "POST /api/v1/workspaces/{id}/portfolio/organisations",
            "POST /api/v1/workspaces/{id}/redo",
            "POST /api/v1/workspaces/{id}/schedule/agreed",
            "POST /api/v1/workspaces/{id}/sector/answers",
            "POST /api/v1/workspaces/{id}/strategy/editions/{edition}/together",
            "POST /workspaces/{id}/coordination/answers",
            "POST /workspaces/{id}/copies/brought/{key}/forget",
            "POST /workspaces/{id}/copies/brought/{key}/merge",
            "POST /workspaces/{id}/diligence/cases/{case}/share",
            "POST /workspaces/{id}/diligence/cases/{case}/together",
            "POST /workspaces/{id}/goals/{chain}/logframe/brought/{key}",
            "POST /workspaces/{id}/goals/{chain}/logframe/brought/{key}/accept",
            "POST /workspaces/{id}/goals/{chain}/logframe/brought/{key}/forget",
            "POST /workspaces/{id}/goals/{chain}/offers",
            "POST /workspaces/{id}/impact/brought/{key}/forget",
            "POST /workspaces/{id}/impact/brought/{key}/keep",
            "POST /workspaces/{id}/impact/measured",
            "POST /workspaces/{id}/impact/series",
            "POST /workspaces/{id}/surveys",
            "POST /workspaces/{id}/portfolio",
            "POST /workspaces/{id}/portfolio/activities",
            "POST /workspaces/{id}/portfolio/organisations",
            "POST /workspaces/{id}/redo",
            "POST /workspaces/{id}/schedule/agreed",
            "POST /workspaces/{id}/sector/answers",
            "POST /workspaces/{id}/sector/import/{key}/accept",
            "POST /workspaces/{id}/sector/import/{key}/forget",
            "POST /workspaces/{id}/sector/support/{key}",
            "POST /workspaces/{id}/sector/support/{key}/accept",
            "POST /workspaces/{id}/sector/support/{key}/forget",
            "POST /workspaces/{id}/strategy/editions/{edition}/together"));

    private static final String ORGANISATION = "canary-organisation";

    @TempDir
    private Path folder;

    private RunningTeam team;
    private Workspace workspace;
    private AccountId administrator;
    private final Map<String, AccountId> accounts = new LinkedHashMap<>();
    private final Set<String> secrets = new HashSet<>();
    private WorkspaceGround ground;

    private static Map<String, For> expected() {
        Map<String, For> all = new TreeMap<>();
        for (String route : List.of(
                "GET /assets/{hash}/{name}",
                "GET /calendar/{feed}.ics",
                "GET /enter",
                "GET /health",
                "GET /invitation",
                "GET /language/{tag}",
                "GET /mail/confirm",
                "GET /mail/stop",
                "GET /reset",
                "GET /sign-in",
                "POST /invitation",
                "POST /mail/confirm",
                "POST /mail/stop",
                "POST /reset",
                "POST /sign-in")) {
            all.put(route, For.EVERYBODY);
        }
        for (String route : List.of(
                "GET /",
                "GET /about/approach",
                "GET /about/approach/definitions.{form:csv|xlsx}",
                "GET /account",
                "GET /activities",
                "GET /activities.xml",
                "GET /activities/xml",
                "GET /api",
                "GET /api/v1/activities",
                "GET /api/v1/activities/xml",
                "GET /api/v1/areas",
                "GET /api/v1/areas/{code}",
                "GET /api/v1/countries",
                "GET /api/v1/countries/{country}/activities",
                "GET /api/v1/countries/{country}/brief",
                "GET /api/v1/countries/{country}/chains",
                "GET /api/v1/countries/{country}/donor",
                "GET /api/v1/countries/{country}/findings",
                "GET /api/v1/countries/{country}/governance",
                "GET /api/v1/countries/{country}/organisations",
                "GET /api/v1/countries/{country}/pivot",
                "GET /api/v1/countries/{country}/places",
                "GET /api/v1/countries/{country}/premise",
                "GET /api/v1/countries/{country}/rows",
                "GET /api/v1/countries/{country}/support",
                "GET /api/v1/countries/{country}/tables/{table}",
                "GET /api/v1/instruments",
                "GET /api/v1/issues",
                "DELETE /api/v1/me/sessions/{session}",
                "DELETE /api/v1/me/tokens/{id}",
                "GET /api/v1/me",
                "GET /api/v1/me/sessions",
                "GET /api/v1/me/tokens",
                "GET /api/v1/notifications",
                "GET /api/v1/notifications/mail",
                "GET /api/v1/openapi.json",
                "GET /api/v1/search",
                "GET /api/v1/sources",
                "GET /areas",
                "GET /areas/{code}",
                "GET /areas/{code}/{table:countries|indicators|supports}.{form:csv|xlsx}",
                "GET /countries/{iso3}",
                "GET /countries/{iso3}/activities",
                "GET /activities/{table:transactions|transaction-details|budgets|planned|results|result-details|locations|texts}.{form}",
                "GET /countries/{iso3}/brief.{form:docx|pdf}",
                "GET /countries/{iso3}/chains",
                "GET /countries/{iso3}/coordination",
                "GET /countries/{iso3}/donor",
                "GET /countries/{iso3}/gaps",
                "GET /countries/{iso3}/governance",
                "GET /countries/{iso3}/oecd",
                "GET /countries/{iso3}/pivot",
                "GET /countries/{iso3}/places",
                "GET /countries/{iso3}/places.svg",
                "GET /countries/{iso3}/premise",
                "GET /countries/{iso3}/rows",
                "GET /countries/{iso3}/tables/{name}",
                "GET /countries/{iso3}/{name:[a-z0-9-]+}.{form:csv|xlsx}",
                "GET /data",
                "GET /data/differences",
                "GET /data/differences.{form}",
                "GET /data/issues",
                "GET /data/issues.{form}",
                "GET /data/issues/list",
                "GET /data/issues/list.{form}",
                "GET /data/{table:sources|loads}.{form}",
                "GET /error",
                "GET /notifications",
                "GET /search",
                "GET /search/found",
                "POST /account/mail",
                "POST /account/name",
                "POST /account/password",
                "POST /account/sessions/end",
                "POST /account/sessions/{session}/end",
                "POST /account/tokens",
                "POST /account/tokens/{id}/revoke",
                "POST /api/v1/me/name",
                "POST /api/v1/me/tokens",
                "POST /api/v1/notifications/mail",
                "POST /api/v1/notifications/read",
                "POST /error",
                "POST /invitation/join",
                "POST /notifications/read",
                "POST /sign-out")) {
            all.put(route, For.SIGNED_IN);
        }
        for (String route : List.of(
                "DELETE /api/v1/administration/invitations/{id}",
                "GET /administration",
                "GET /administration/audit",
                "GET /api/v1/administration/accounts",
                "GET /api/v1/administration/accounts/{id}",
                "GET /api/v1/administration/audit",
                "GET /api/v1/administration/invitations",
                "GET /api/v1/administration/organisations",
                "GET /data/load",
                "GET /data/load/{id}",
                "GET /data/load/{id}/{table}.{form}",
                "POST /administration/accounts/{id}/administrator",
                "POST /administration/accounts/{id}/close",
                "POST /administration/accounts/{id}/organisation",
                "POST /administration/accounts/{id}/reopen",
                "POST /administration/accounts/{id}/reset",
                "POST /administration/accounts/{id}/sessions/end",
                "POST /administration/invitations",
                "POST /administration/invitations/{id}/withdraw",
                "POST /administration/organisations",
                "POST /administration/organisations/{id}/name",
                "POST /api/v1/administration/accounts/{id}/administrator",
                "POST /api/v1/administration/accounts/{id}/close",
                "POST /api/v1/administration/accounts/{id}/organisation",
                "POST /api/v1/administration/accounts/{id}/reopen",
                "POST /api/v1/administration/accounts/{id}/reset",
                "POST /api/v1/administration/accounts/{id}/sessions/end",
                "POST /api/v1/administration/invitations",
                "POST /api/v1/administration/organisations",
                "POST /api/v1/administration/organisations/{id}/name",
                "POST /data/load",
                "POST /data/load/{id}/accept",
                "POST /data/load/{id}/cancel",
                "POST /data/load/aside",
                "POST /data/load/back")) {
            all.put(route, For.ADMINISTRATORS);
        }
        String workspace = "/workspaces/{id}";
        String api = "/api/v1/workspaces/{id}";
        String item = "/items/{item}";
        for (String route :
                List.of("GET /workspaces", "POST /workspaces", "GET /api/v1/workspaces", "POST /api/v1/workspaces")) {
            all.put(route, For.SIGNED_IN);
        }
        for (String below : List.of(
                "",
                "/actions",
                "/agenda",
                "/agenda/{table:due|meetings|actions|requests|focal-points}.{form:csv|xlsx}",
                "/appraisal",
                "/appraisal/aid",
                "/appraisal/aid.{form:csv|xlsx}",
                "/appraisal/aid/{record}",
                "/appraisal/checks/{check}",
                "/appraisal/history",
                "/appraisal/history/{kept}.{form:csv|xlsx}",
                "/appraisal/review",
                "/appraisal/review/history",
                "/appraisal/{table:checks|recommendations}.{form:csv|xlsx}",
                "/conflicts",
                "/copies",
                "/copies/brought/{key}",
                "/differences",
                "/diligence",
                "/diligence/cases/{case}",
                "/diligence/cases/{case}/{regime:[a-z-]+}.{form:docx|xlsx}",
                "/diligence/{table:cases|due}.{form:csv|xlsx}",
                "/crisis",
                "/papers",
                "/papers/table/shelf.{form:csv|xlsx}",
                "/papers/{paper}",
                "/papers/{paper}/document.{form:docx|pdf|html}",
                "/papers/{paper}/tables/{nth:[1-9][0-9]?}.{form:csv|xlsx}",
                "/papers/{paper}/template.yaml",
                "/strategy",
                "/strategy/brief.{form:docx|pdf|html}",
                "/strategy/compare",
                "/strategy/compare.{form:csv|xlsx|docx}",
                "/strategy/document.{form:docx|pdf|html}",
                "/strategy/editions/{edition}",
                "/strategy/editions/{edition}/document.{form:docx|pdf|html}",
                "/strategy/editions/{edition}/{table:approvals|steps}.{form:csv|xlsx}",
                "/strategy/sections/{section}",
                "/strategy/sections/{section}/{exhibit:[a-z0-9-]+}.{form:csv|xlsx}",
                "/strategy/verify",
                "/strategy/{table:outline|editions}.{form:csv|xlsx}",
                "/focal-points",
                "/history",
                item,
                "/goals",
                "/goals/{chain}",
                "/goals/{chain}/backwards",
                "/goals/{chain}/compare",
                "/goals/{chain}/compare.{form:csv|xlsx}",
                "/goals/{chain}/diagram",
                "/goals/{chain}/diagram.{form:svg|png}",
                "/goals/{chain}/holes",
                "/goals/{chain}/logframe",
                "/goals/{chain}/panel",
                "/goals/{chain}/logframe.docx",
                "/goals/{chain}/logframe/brought/{key}",
                "/goals/{chain}/logframe/form.xlsx",
                "/goals/{chain}/{table:matrix}",
                "/goals/{chain}/library",
                "/goals/{chain}/measurements",
                "/goals/{chain}/measurements/{indicator}",
                "/goals/{chain}/measurements/{indicator}/chart.{form:svg|png}",
                "/owed",
                "/owed.{form:csv|xlsx}",
                "/goals/{chain}/sheet.xlsx",
                "/goals/{chain}/offers.{form:csv|xlsx}",
                "/goals/{chain}/{table:logframe|matrix|holes}.{form:csv|xlsx}",
                "/meetings",
                "/meetings/{meeting}",
                "/meetings/{meeting}/{table:points|came-of|decided-before|open|decided|actions|changed}.{form:csv|xlsx}",
                "/members",
                "/now",
                "/requests",
                "/sources",
                "/sources.{form:csv|xlsx}",
                "/governance",
                "/governance/rounds/{round}",
                "/governance/rounds/{round}/answers/{institution}",
                "/governance/rounds/{round}/answers/{institution}/{question}",
                "/governance/rounds/{round}/field",
                "/governance/rounds/{round}/form.xlsx",
                "/governance/rounds/{round}/replies",
                "/governance/rounds/{round}/reply.{form:docx|xlsx}",
                "/governance/rounds/{round}/{view:profile|answers|disagreement|open|change|indices}",
                "/governance/rounds/{round}/{table:matrix|profile|answers|disagreement|open|change|indices}.{form:csv|xlsx}",
                "/governance/sets/{set}",
                "/governance/sets/{set}.yaml",
                "/impact",
                "/impact/brought/{key}",
                "/impact/studies.{form:csv|xlsx}",
                "/impact/studies/{study}",
                "/impact/studies/{study}/repeat.{form:R|py}",
                "/impact/studies/{study}/rows/data.csv",
                "/impact/studies/{study}/{figure:series|gaps|events}.{form:svg|png}",
                "/impact/studies/{study}/{figure:series|gaps|events|placebos|weights|terms|checks|alternatives}.{form:csv|xlsx}",
                "/surveys",
                "/surveys/all.{form:csv|xlsx}",
                "/surveys/{survey}",
                "/surveys/{survey}/{table:figures|changes}.{form:csv|xlsx}",
                "/plan",
                "/portfolio",
                "/views",
                "/coordination",
                "/coordination/findings.{form:csv|xlsx}",
                "/coordination/institutions",
                "/coordination/statements",
                "/coordination/statements.{form:csv|xlsx}",
                "/coordination/institution-rows",
                "/coordination/{table:institutions|institution-rows}.{form:csv|xlsx}",
                "/portfolio/activities",
                "/portfolio/labels.tsv",
                "/portfolio/organisations",
                "/politics",
                "/politics/stakeholders",
                "/politics/stakeholders.{form:svg|png}",
                "/politics/{table:decisions|windows|partnerships|findings|to-ask|matrix|stances|red-lines}.{form:csv|xlsx}",
                "/portfolio/{table:organisations|organisation-pairs|organisation-names|organisation-activities}.{form:csv|xlsx}",
                "/sector",
                "/sector/export",
                "/sector/export.{form}",
                "/sector/import",
                "/sector/import/{key}",
                "/sector/matrix",
                "/sector/outline",
                "/sector/oversight",
                "/sector/panel",
                "/sector/picture.{form:svg|png}",
                "/sector/support",
                "/sector/support.{form}",
                "/sector/support/{key}",
                "/sector/table",
                "/sector/template.xlsx",
                "/sector/{table:ties|actors|matrix|coverage|findings|questions}.{form:csv|xlsx}",
                "/standards",
                "/standards-{table:register|questions}.{form:csv|xlsx}",
                "/standards/{instrument}",
                "/contribution",
                "/contribution/claims/{claim}",
                "/contribution/claims/{claim}/{table:evidence|alternatives}.{form:csv|xlsx}",
                "/contribution/{table:claims}.{form:csv|xlsx}",
                "/outcomes",
                "/outcomes.{form:csv|xlsx}",
                "/review",
                "/review.{form:docx|pdf}",
                "/review/{part:[a-z-]+}.{form:csv|xlsx}",
                "/plan/{table:steps|gantt|years-[0-9a-z-]+}.{form:csv|xlsx}",
                "/schedule",
                "/schedule/roadmap.{form:xlsx|csv|xml|docx|pdf|svg|png}",
                "/schedule/{table:milestones|load-month|load-quarter|load-year|money-month|money-quarter|money-year|committed|spent}.{form:csv|xlsx}",
                "/schedule/{table:steps|left-out|years|loads|missing|conflict|others|moved|said|offers|unmet|orders}.{form:csv|xlsx}")) {
            all.put("GET " + workspace + below, For.MEMBERS);
        }
        for (String below : List.of(
                "",
                "/agenda",
                "/agenda/{list}",
                "/agenda/meetings/{meeting}",
                "/appraisal",
                "/appraisal/aid",
                "/appraisal/aid/{record}",
                "/appraisal/checks/{check}",
                "/appraisal/kept",
                "/appraisal/review",
                "/appraisal/review/kept",
                "/conflicts",
                "/differences",
                "/diligence",
                "/diligence/cases/{case}",
                "/diligence/cases/{case}/{regime}.{form}",
                "/diligence/regimes",
                "/standards",
                "/standards/{instrument}",
                "/papers",
                "/papers/{paper}",
                "/papers/{paper}/document.{form}",
                "/strategy",
                "/strategy/brief.{form}",
                "/strategy/compare",
                "/strategy/document.{form}",
                "/strategy/editions",
                "/strategy/editions/{edition}",
                "/strategy/editions/{edition}/document.{form}",
                "/strategy/sections/{section}",
                "/history",
                "/items",
                item,
                item + "/history",
                "/verification",
                "/impact",
                "/impact/guide",
                "/impact/studies/{study}",
                "/impact/studies/{study}/data.csv",
                "/impact/studies/{study}/repeat.{form}",
                "/impact/studies/{study}/searches/{search}",
                "/surveys",
                "/surveys/{survey}",
                "/plan",
                "/contribution",
                "/contribution/claims/{claim}",
                "/outcomes",
                "/review",
                "/review.{form}",
                "/schedule",
                "/schedule/roadmap.{form}",
                "/schedule/searches/{search}",
                "/schedule/said",
                "/goals",
                "/goals/{chain}",
                "/goals/{chain}/compare",
                "/goals/{chain}/feed",
                "/goals/{chain}/diagram",
                "/goals/{chain}/diagram.{form}",
                "/goals/{chain}/file",
                "/goals/{chain}/logframe",
                "/goals/{chain}/logframe/form",
                "/goals/{chain}/holes",
                "/goals/{chain}/library",
                "/goals/{chain}/matrix",
                "/goals/{chain}/{table}.{form}",
                "/goals/{chain}/backwards",
                "/goals/{chain}/backwards/offers",
                "/goals/{chain}/measurements",
                "/goals/{chain}/measurements/{indicator}/chart.{form}",
                "/owed",
                "/goals/{chain}/sheet",
                "/governance",
                "/governance/rounds/{round}/form.xlsx",
                "/governance/rounds/{round}/reply.{form}",
                "/governance/rounds/{round}/{view}",
                "/governance/sets",
                "/governance/sets/{set}",
                "/governance/sets/{set}.yaml",
                "/portfolio",
                "/portfolio/labels.tsv",
                "/portfolio/organisations",
                "/politics",
                "/politics/{list}",
                "/views",
                "/coordination",
                "/coordination/institutions",
                "/coordination/statements",
                "/sector",
                "/sector/actors",
                "/sector/answers",
                "/sector/export.{form}",
                "/sector/matrix",
                "/sector/oversight",
                "/sector/questions",
                "/sector/support",
                "/sector/ties")) {
            all.put("GET " + api + below, For.MEMBERS);
        }
        // A field is answered beside itself, also that its reader may not write it.
        for (String below : List.of(
                "/agenda/feed",
                "/agenda/feed/withdraw",
                "/comments/{comment}/settled",
                "/copies",
                item + "/comments",
                item + "/fields/{field}",
                item + "/rows/{list}",
                item + "/rows/{row}/remove",
                "/meetings/{meeting}/minutes/preview",
                // They begin or end a search and write nothing.
                "/impact/studies/{study}/{what:begin|end}",
                "/schedule/enough")) {
            all.put("POST " + workspace + below, For.MEMBERS);
        }
        // They look for something and write nothing.
        for (String searches : List.of("/schedule/searches", "/impact/studies/{study}/searches")) {
            all.put("POST " + api + searches, For.MEMBERS);
            all.put("DELETE " + api + searches + "/{search}", For.MEMBERS);
        }
        all.put("POST " + api + "/copies", For.MEMBERS);
        all.put("POST " + workspace + "/strategy/styled", For.MEMBERS);
        all.put("POST " + api + "/strategy/styled", For.MEMBERS);
        all.put("POST " + workspace + "/papers/{paper}/document", For.MEMBERS);
        all.put("POST " + api + "/papers/{paper}/document.{form}", For.MEMBERS);
        all.put("POST " + workspace + "/strategy/verify", For.MEMBERS);
        all.put("POST " + api + "/strategy/verify", For.MEMBERS);
        for (String below : List.of(
                "/actions",
                "/focal-points",
                "/focal-points/{point}/name",
                "/meetings",
                "/meetings/{meeting}/minutes",
                "/requests",
                "/appraisal/aid",
                "/appraisal/aid/{record}",
                "/appraisal/checks/{check}/answers",
                "/appraisal/checks/{computed}/replies",
                "/appraisal/kept",
                "/appraisal/review/kept",
                "/conflicts/{item}",
                "/plan/outlooks",
                "/contribution/claims",
                "/contribution/claims/{claim}/alternatives",
                "/contribution/claims/{claim}/evidence",
                "/contribution/claims/{claim}/judgement",
                "/outcomes",
                "/impact/brought/{key}/forget",
                "/impact/brought/{key}/keep",
                "/impact/measured",
                "/impact/series",
                "/impact/studies/{study}",
                "/impact/studies/{study}/keep",
                "/impact/tables",
                "/surveys",
                "/surveys/{survey}/measurements",
                "/schedule/agreed",
                "/schedule/{list:windows|limits|steps|budgets|orders|frame}",
                "/diligence/cases",
                "/diligence/cases/{case}/answers",
                "/diligence/cases/{case}/facts",
                "/diligence/cases/{case}/measures",
                "/diligence/cases/{case}/names",
                "/diligence/cases/{case}/share",
                "/diligence/cases/{case}/steps",
                "/standards/{instrument}/objectives",
                "/standards/{instrument}/statements",
                "/diligence/cases/{case}/together",
                "/goals",
                "/goals/{chain}/adoption",
                "/goals/{chain}/answers",
                "/goals/{chain}/boxes",
                "/goals/{chain}/conditions",
                "/goals/{chain}/copies",
                "/goals/{chain}/offers",
                "/goals/{chain}/indicators",
                "/goals/{chain}/library",
                "/goals/{chain}/feed",
                "/goals/{chain}/feed/{indicator}",
                "/goals/{chain}/measurements/{indicator}",
                "/goals/{chain}/measurements/{indicator}/{measurement}",
                "/goals/{chain}/sheet",
                "/goals/{chain}/links",
                "/goals/{chain}/logframe/brought",
                "/goals/{chain}/logframe/brought/{key}",
                "/goals/{chain}/logframe/brought/{key}/accept",
                "/goals/{chain}/logframe/brought/{key}/forget",
                "/goals/{chain}/logframe/cells",
                "/goals/{chain}/logframe/pasted",
                "/goals/{chain}/logframe/rows",
                "/goals/{chain}/moves",
                "/goals/{chain}/removals",
                "/copies/brought",
                "/copies/brought/{key}/forget",
                "/copies/brought/{key}/merge",
                item + "/citations",
                item + "/citations/{number}/remove",
                item + "/remove",
                item + "/sensitivity",
                "/redo",
                "/undo",
                "/sources",
                "/governance/rounds",
                "/governance/rounds/{round}/answers/{institution}",
                "/governance/rounds/{round}/field",
                "/governance/rounds/{round}/institutions",
                "/governance/rounds/{round}/replies",
                "/governance/rounds/{round}/replies/file",
                "/governance/rounds/{round}/reviews",
                "/governance/rounds/{round}/seats",
                "/governance/rounds/{round}/stage",
                "/governance/sets",
                "/portfolio",
                "/portfolio/activities",
                "/portfolio/organisations",
                "/politics/{list:decisions|windows|partnerships}",
                "/politics/{list:stances|red-lines}",
                "/views",
                "/coordination/answers",
                "/coordination/institutions",
                "/coordination/statements",
                "/sector/actors",
                "/sector/answers",
                "/sector/import",
                "/sector/import/{key}/accept",
                "/sector/import/{key}/forget",
                "/sector/support",
                "/sector/support/{key}",
                "/sector/support/{key}/accept",
                "/sector/support/{key}/forget",
                "/sector/ties",
                "/sector/ties/{item}",
                "/papers",
                "/strategy/sections/{section}",
                "/strategy/sections/{section}/look")) {
            all.put("POST " + workspace + below, For.CONTRIBUTORS);
        }
        for (String below : List.of(
                "/agenda/{list}",
                "/agenda/focal-points/{point}/name",
                "/agenda/meetings/{meeting}/minutes",
                "/appraisal/aid",
                "/appraisal/aid/{record}",
                "/appraisal/checks/{check}/answers",
                "/appraisal/checks/{computed}/replies",
                "/appraisal/kept",
                "/contribution/claims",
                "/contribution/claims/{claim}/alternatives",
                "/contribution/claims/{claim}/evidence",
                "/contribution/claims/{claim}/judgement",
                "/outcomes",
                "/appraisal/review/kept",
                "/impact/studies",
                "/impact/studies/{study}",
                "/surveys",
                "/surveys/{survey}/measurements",
                "/diligence/cases",
                "/diligence/cases/{case}/answers",
                "/diligence/cases/{case}/facts",
                "/diligence/cases/{case}/measures",
                "/diligence/cases/{case}/steps",
                "/standards/{instrument}/objectives",
                "/standards/{instrument}/statements",
                "/goals",
                "/goals/{chain}/adoption",
                "/goals/{chain}/answers",
                "/goals/{chain}/backwards/objectives",
                "/goals/{chain}/backwards/offers",
                "/goals/{chain}/copies",
                "/goals/{chain}/logframe",
                "/goals/{chain}/library",
                "/goals/{chain}/feed",
                "/goals/{chain}/feed/{indicator}",
                "/goals/{chain}/measurements",
                "/goals/{chain}/measurements/{measurement}",
                "/goals/{chain}/moves",
                "/goals/{chain}/removals",
                "/goals/{chain}/sheet",
                "/governance/rounds",
                "/governance/rounds/{round}/answers",
                "/governance/rounds/{round}/assessors",
                "/governance/rounds/{round}/form",
                "/governance/rounds/{round}/institutions",
                "/governance/rounds/{round}/replies",
                "/governance/rounds/{round}/replies/file",
                "/governance/rounds/{round}/reviews",
                "/governance/rounds/{round}/stage",
                "/governance/sets",
                "/portfolio/judgements",
                "/portfolio/organisations",
                "/politics/{list}",
                "/schedule/agreed",
                "/schedule/{list}",
                "/views",
                "/coordination/answers",
                "/coordination/institutions",
                "/coordination/statements",
                "/merges",
                "/conflicts/{item}/resolution",
                "/redo",
                "/undo",
                "/sector/answers",
                "/sector/import",
                "/sector/support",
                "/papers",
                "/strategy/sections/{section}",
                "/strategy/sections/{section}/look")) {
            all.put("POST " + api + below, For.CONTRIBUTORS);
        }
        for (String route : List.of(
                "PUT " + api + item,
                "PUT " + api + item + "/fields/{path}",
                "POST " + api + item + "/rows/{path}",
                "DELETE " + api + item + "/rows/{path}",
                "DELETE " + api + item)) {
            all.put(route, For.CONTRIBUTORS);
        }
        for (String where : List.of(workspace, api)) {
            all.put("POST " + where + "/versions", For.EDITORS);
            all.put("POST " + where + "/strategy/editions", For.EDITORS);
            all.put("POST " + where + "/strategy/editions/{edition}/approvals", For.EDITORS);
            all.put("POST " + where + "/strategy/editions/{edition}/steps", For.EDITORS);
            all.put("POST " + where + "/strategy/editions/{edition}/together", For.EDITORS);
        }
        all.put("POST " + workspace + "/copies/decisions", For.EDITORS);
        all.put("GET " + api + "/decisions", For.EDITORS);
        all.put("POST " + api + "/decisions", For.EDITORS);
        all.put("POST " + workspace + "/members/{member}", For.OWNERS);
        all.put("POST " + workspace + "/invitations", For.OWNERS);
        all.put("POST " + workspace + "/invitations/{invitation}/withdraw", For.OWNERS);
        all.put("GET " + api + "/audit", For.OWNERS);
        all.put("GET " + api + "/members", For.MEMBERS);
        all.put("POST " + api + "/members/{member}", For.OWNERS);
        all.put("GET " + api + "/invitations", For.OWNERS);
        all.put("POST " + api + "/invitations", For.OWNERS);
        all.put("DELETE " + api + "/invitations/{invitation}", For.OWNERS);
        all.put("POST " + workspace + item + "/erasure", For.OWNERS);
        all.put("POST " + api + item + "/erasure", For.OWNERS);
        all.put("GET /workspaces/{workspace}/audit", For.OWNERS);
        return all;
    }

    @BeforeEach
    void begin() throws Exception {
        begin(folder, Salus.pages());
    }

    @AfterEach
    void end() {
        team.close();
    }

    private void begin(Path place, ServePages pages) throws Exception {
        team = RunningTeam.start(place, pages);
        administrator = team.administrator("canary-login-administrator", "canary-name-administrator");
        Organisation own = team.people().organisations().add(administrator, ORGANISATION + "-ours");
        Organisation other = team.people().organisations().add(administrator, ORGANISATION + "-theirs");
        for (String name : List.of("owner", "editor", "contributor", "reader", "other", "stranger", "spare")) {
            AccountId id = team.account(administrator, "canary-login-" + name, "canary-name-" + name);
            team.people()
                    .accounts()
                    .place(administrator, id, Optional.of(name.equals("other") ? other.id() : own.id()));
            accounts.put(name, id);
        }
        ground = new WorkspaceGround(
                team,
                accounts,
                own,
                other,
                Files.createDirectory(place.resolve("copies")),
                Map.ofEntries(
                        Map.entry(
                                "id",
                                List.of(account("spare").toString(), own.id().toString())),
                        Map.entry("session", List.of("0000000000000000")),
                        Map.entry("country", List.of("BDI")),
                        Map.entry("code", List.of("2b", "9z")),
                        Map.entry("iso3", List.of("BDI")),
                        Map.entry("table", List.of("sources", "donors", "countries", "indicators", "supports")),
                        Map.entry("name", List.of("matrix", "salus.css")),
                        Map.entry("hash", List.of("000000000000")),
                        Map.entry("tag", List.of("en")),
                        Map.entry("form", List.of("csv", "pdf")),
                        Map.entry("feed", List.of("0000000000000000"))));
        workspace = ground.workspace();
        team.people()
                .invitations()
                .invite(team.as(account("owner")), workspace.view(account("owner")), Role.READER, Optional.empty());
        secrets.add(team.people()
                .invitations()
                .invite(team.as(administrator), Optional.empty())
                .secret()
                .reveal());
        secrets.add(team.people()
                .signIns()
                .offerReset(team.as(administrator), account("spare"))
                .reveal());
    }

    private AccountId account(String name) {
        return java.util.Objects.requireNonNull(accounts.get(name));
    }

    private RouteWalk walk() {
        Set<String> canaries = new HashSet<>(ground.canaries().keySet());
        canaries.add("canary-erased");
        canaries.add("canary-charter");
        canaries.add(ORGANISATION);
        canaries.addAll(secrets);
        for (String name : accounts.keySet()) {
            canaries.add("canary-name-" + name);
            canaries.add("canary-login-" + name);
        }
        canaries.add("canary-name-administrator");
        canaries.add("canary-login-administrator");
        return new RouteWalk(team, EXPECTED, canaries);
    }

    private List<Asker> askers() {
        List<Asker> all = new ArrayList<>();
        all.add(new Asker("nobody", Set.of(For.EVERYBODY), Set.of(), "", "", true));
        all.add(new Asker(
                "stranger", groups(Optional.empty()), readable("stranger"), "canary-login-stranger", "", true));
        all.add(new Asker(
                "administrator",
                EnumSet.of(For.EVERYBODY, For.SIGNED_IN, For.ADMINISTRATORS),
                readable("administrator"),
                "canary-login-administrator",
                "",
                true));
        for (String name : List.of("owner", "editor", "contributor", "reader", "other")) {
            Optional<Role> role = workspace.standing(account(name)).role();
            assertThat(role).isPresent();
            all.add(new Asker(name, groups(role), readable(name), "canary-login-" + name, "", true));
        }
        for (String name : List.of("other", "stranger")) {
            for (Tokens.Scope scope : List.of(Tokens.Scope.READ, Tokens.Scope.WRITE)) {
                String token = team.people()
                        .tokens()
                        .issue(team.as(account(name)), "canary token", scope, 1)
                        .secret()
                        .reveal();
                all.add(new Asker(
                        name + "'s token for " + scope.code(),
                        groups(workspace.standing(account(name)).role()),
                        readable(name),
                        "",
                        token,
                        scope == Tokens.Scope.WRITE));
            }
        }
        for (Tokens.Scope scope : Tokens.Scope.values()) {
            Set<For> groups = EnumSet.of(For.EVERYBODY, For.SIGNED_IN);
            if (scope == Tokens.Scope.ADMINISTER) {
                groups.add(For.ADMINISTRATORS);
            }
            all.add(new Asker(
                    "administrator's token to " + scope.code(),
                    groups,
                    scope == Tokens.Scope.ADMINISTER
                            ? readable("administrator")
                            : Set.of("canary-name-administrator", "canary-login-administrator", ORGANISATION),
                    "",
                    team.people()
                            .tokens()
                            .issue(team.as(administrator), "canary token", scope, 1)
                            .secret()
                            .reveal(),
                    scope != Tokens.Scope.READ));
        }
        return all;
    }

    private static Set<For> groups(Optional<Role> role) {
        Set<For> groups = EnumSet.of(For.EVERYBODY, For.SIGNED_IN);
        role.ifPresent(own -> groups.add(For.MEMBERS));
        role.filter(own -> own.isAtLeast(Role.CONTRIBUTOR)).ifPresent(own -> groups.add(For.CONTRIBUTORS));
        role.filter(own -> own.isAtLeast(Role.EDITOR)).ifPresent(own -> groups.add(For.EDITORS));
        role.filter(Role.OWNER::equals).ifPresent(own -> groups.add(For.OWNERS));
        return groups;
    }

    /** What may be told to somebody, said once more and independently of the filter: by the words of the sensitivities. */
    private Set<String> readable(String name) {
        Set<String> texts = new HashSet<>(Set.of("canary-name-" + name, "canary-login-" + name, ORGANISATION));
        if (name.equals("administrator")) {
            accounts.keySet().forEach(one -> texts.addAll(Set.of("canary-name-" + one, "canary-login-" + one)));
            return texts;
        }
        Standing standing = workspace.standing(account(name));
        if (!standing.isMember()) {
            return texts;
        }
        texts.add("canary-charter");
        accounts.keySet().forEach(one -> texts.add("canary-name-" + one));
        texts.add("canary-name-administrator");
        ground.canaries().forEach((canary, sensitivity) -> {
            boolean meant = switch (sensitivity.code()) {
                case "public", "members" -> true;
                case "organisation" -> !name.equals("other");
                case "named" -> name.equals("owner") || name.equals("reader");
                default -> false;
            };
            if (meant) {
                texts.add(canary);
            }
        });
        return texts;
    }

    @Tag("slow")
    @Test
    void is_declared() {
        assertThat(walk().undeclared()).isEmpty();
    }

    @Tag("slow")
    @Test
    void is_closed_to_whoever_is_not_signed_in() throws Exception {
        assertThat(walk().walk(askers().getFirst(), ground)).isEmpty();
    }

    /** With a mistyped choice other programs would get the whole where they asked for a part, and nothing would tell. */
    @Test
    void of_the_api_refuses_a_choice_it_does_not_know() throws Exception {
        Asker owner = askers().stream()
                .filter(asker -> asker.name().equals("owner"))
                .findFirst()
                .orElseThrow();
        RouteWalk walk = walk();

        assertThat(walk.careless(owner, ground)).isEmpty();
        assertThat(walk.asked()).isGreaterThan(100);
    }

    @Tag("slow")
    @Test
    void shows_everybody_what_is_meant_for_them_and_nothing_else() throws Exception {
        RouteWalk walk = walk();
        List<String> wrong = new ArrayList<>();
        List<Asker> askers = askers();
        // Search goes over all workspaces one may read, and an owner may open things up where changing is tried:
        // everybody reads before anybody changes.
        for (Asker asker : askers) {
            wrong.addAll(walk.read(asker, ground));
        }
        for (Asker asker : askers) {
            wrong.addAll(walk.change(asker, ground));
        }
        assertThat(wrong).isEmpty();
        assertThat(walk.asked()).isGreaterThan(EXPECTED.size() * askers().size());
        Set<String> neverDone = new TreeSet<>(EXPECTED.keySet());
        neverDone.removeIf(route -> !route.contains("/workspaces"));
        neverDone.removeAll(walk.done());
        assertThat(neverDone)
                .as("routes that were only ever refused, so that nothing was learned about what they show")
                .isEqualTo(NEVER_DONE);
    }

    @Tag("slow")
    @Test
    void awake_a_route_nobody_spoke_of_and_one_that_shows_too_much_are_reported() throws Exception {
        team.close();
        begin(
                Files.createDirectory(folder.resolve("other")),
                new ServePages(List.of(PeoplePages.class, Leaking.class), List.of(), Salus.faces()));
        RouteWalk all = walk();
        assertThat(all.undeclared()).contains("undeclared: GET /leaking").contains("does not exist: GET /");
        Map<String, For> leaking = Map.of("GET /leaking", For.OWNERS);
        RouteWalk walk = new RouteWalk(team, leaking, Set.of("canary-source-named", "canary-login-reader"));
        List<Asker> askers = askers();
        assertThat(walk.walk(askers.getFirst(), ground)).isEmpty();
        assertThat(walk.walk(askers.get(1), ground))
                .anyMatch(fault -> fault.contains("is let in"))
                .anyMatch(fault -> fault.contains("shows canary-source-named"));
        assertThat(walk.walk(askers.get(3), ground))
                .as("an owner")
                .noneMatch(fault -> fault.contains("shows canary-source-named"))
                .anyMatch(fault -> fault.contains("shows canary-login-reader"));
    }

    /** A page that forgot to ask who reads it. */
    @Configuration(proxyBeanMethods = false)
    @Import(LeakingPage.class)
    static class Leaking {}

    @Controller
    static final class LeakingPage {
        @GetMapping("/leaking")
        ResponseEntity<String> leak() {
            return ResponseEntity.ok("canary-source-named canary-login-reader");
        }
    }
}
