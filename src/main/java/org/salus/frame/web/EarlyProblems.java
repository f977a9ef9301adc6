package org.salus.frame.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.salus.framework.Wording;
import org.springframework.web.util.HtmlUtils;

/** Explains requests that are so broken that the server hands them to nobody: no page of ours and no filter ever sees them. */
final class EarlyProblems extends ErrorReportValve {
    private static final int LEAST_OF_PROBLEMS = 400;

    private EarlyProblems() {}

    static void explainFor(StandardHost host) {
        host.getPipeline().addValve(new EarlyProblems());
        // The server would add its own, which shows where in it something happened, unless this one is there by name.
        host.setErrorReportValveClass(EarlyProblems.class.getName());
    }

    @Override
    protected void report(Request request, Response response, Throwable thrown) {
        if (response.getStatus() < LEAST_OF_PROBLEMS
                || response.getContentWritten() > 0
                || !response.setErrorReported()) {
            return;
        }
        Problem problem = Problem.ofStatus(response.getStatus());
        String where = request.getRequestURI() == null ? "" : request.getRequestURI();
        boolean api = Problems.isOfApi(where);
        Wording wording = Wording.english();
        byte[] body = api ? Problems.document(problem, where, wording) : page(problem, wording);
        try {
            response.setContentType(api ? "application/problem+json" : "text/html;charset=UTF-8");
            response.setHeader("Content-Security-Policy", "default-src 'none'");
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
            response.finishResponse();
        } catch (IOException | IllegalStateException readerGone) {
            container.getLogger().debug("The reader left", readerGone);
        }
    }

    private static byte[] page(Problem problem, Wording wording) {
        String title = HtmlUtils.htmlEscape(wording.say("frame.problem." + problem.kind() + ".title"));
        return ("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + title
                        + "</title></head><body><h1>" + title + "</h1><p>"
                        + HtmlUtils.htmlEscape(wording.say(problem.what())) + "</p></body></html>")
                .getBytes(StandardCharsets.UTF_8);
    }
}
