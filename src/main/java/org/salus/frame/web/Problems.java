package org.salus.frame.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.UnknownCode;
import org.salus.framework.Wording;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

/** Explains what went wrong: as a page, or below {@code /api/} as a problem document (RFC 9457). */
@ControllerAdvice
@org.springframework.stereotype.Controller
final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final int LONGEST_KEY = 100;
    /** After which a place may be free again. */
    private static final String SECONDS_WHEN_BUSY = "5";

    /** What the store says of itself names its file or its server. */
    private static final String OF_THE_STORE = "ledger.failure.";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JteViewResolver pages;
    private final Layouts layouts;

    private final Entrance entrance;

    private final ObjectProvider<RequestMappingHandlerMapping> routes;

    Problems(
            JteViewResolver pages,
            Layouts layouts,
            Entrance entrance,
            ObjectProvider<RequestMappingHandlerMapping> routes) {
        this.pages = pages;
        this.layouts = layouts;
        this.entrance = entrance;
        this.routes = routes;
    }

    @ExceptionHandler
    void explain(Exception exception, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (response.isCommitted()) {
            LOG.debug("The reader left", exception);
            return;
        }
        Problem problem = switch (exception) {
            case Failure failure -> told(failure, request);
            case UnknownCode unknown ->
                Problem.of(Failure.notFound(
                        Sentence.of("frame.problem.unknown-code", String.valueOf(unknown.getMessage()))));
            case MethodArgumentTypeMismatchException mismatch ->
                Problem.of(Failure.wrongUse(
                        Sentence.of("frame.problem.value", mismatch.getName(), String.valueOf(mismatch.getValue()))));
            case MissingServletRequestParameterException missing ->
                Problem.of(Failure.wrongUse(Sentence.of("frame.problem.missing", missing.getParameterName())));
            // What is there and cannot be read has a cause.
            case HttpMessageNotReadableException nothing
            when nothing.getCause() == null -> Problem.of(Failure.wrongUse(Sentence.of("frame.problem.nothing-sent")));
            case HttpMessageNotReadableException garbled -> Problem.of(Failure.wrongUse(said(garbled)));
            case MaxUploadSizeExceededException large -> Problem.ofStatus(413);
            case InvalidParameterException garbled -> Problem.ofStatus(400);
            case MultipartException noFiles -> Problem.ofStatus(400);
            case RequestRejectedException garbled -> Problem.ofStatus(400);
            case ErrorResponse known -> Problem.ofStatus(known.getStatusCode().value());
            default -> Problem.ofStatus(500);
        };
        if (exception instanceof Failure busy && busy.kind() == Failure.Kind.BUSY) {
            LOG.debug("{} {}: {}", request.getMethod(), request.getRequestURI(), busy.getMessage());
            response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS_WHEN_BUSY);
        } else if (problem.status() >= 500) {
            if (exception instanceof Failure failure) {
                log(failure, request);
            } else {
                LOG.error("{} {}", request.getMethod(), request.getRequestURI(), exception);
            }
        }
        String field = switch (exception) {
            case Failure failure -> failure.field().orElse("");
            case MissingServletRequestParameterException missing -> missing.getParameterName();
            case MethodArgumentTypeMismatchException mismatch -> mismatch.getName();
            default -> "";
        };
        explain(problem, field, request, response);
    }

    /** Where its store lies is nothing that a server for many tells to whoever knocks; it stands in the log. */
    private Problem told(Failure failure, HttpServletRequest request) {
        return failure.kind() == Failure.Kind.NOT_POSSIBLE
                        && failure.sentence().key().startsWith(OF_THE_STORE)
                        && !entrance.isAlone()
                        && Gate.whoAsks(request).isEmpty()
                ? new Problem(
                        503,
                        "not-possible",
                        Sentence.of("frame.problem.store-away"),
                        Optional.of(Sentence.of("frame.problem.store-away.advice")))
                : Problem.of(failure);
    }

    /** It says in a line what is wrong, and is asked for again and again as long as that is so. */
    private static void log(Failure failure, HttpServletRequest request) {
        LOG.error(
                "{} {}: {} ({})",
                request.getMethod(),
                request.getRequestURI(),
                failure.getMessage(),
                String.valueOf(failure.getCause()));
        LOG.debug("Failed", failure);
    }

    /** Who asks could not be found out. What was typed is shown, so that nobody types it twice; the page it was typed on could not be. */
    void explainUnopened(Failure failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Problem problem = told(failure, request);
        log(failure, request);
        if (!isOfApi(request.getRequestURI())) {
            FormAgain.remember(problem, "", request);
        }
        write(problem, request.getRequestURI(), request, response);
    }

    /** Of a key that stands twice its name is told: that is what has to be mended. */
    private static Sentence said(HttpMessageNotReadableException garbled) {
        if (garbled.getCause() instanceof MismatchedInputException twice
                && twice.processor() instanceof JsonParser parser
                && parser.currentName() != null) {
            String key = parser.currentName();
            return Sentence.of("frame.problem.key-twice", key.substring(0, Math.min(key.length(), LONGEST_KEY)));
        }
        return Sentence.of("frame.problem.content");
    }

    /** A form whose mark is not ours, or no longer: it was refused before any controller saw it. */
    void explainMark(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        try {
            ServletRequestPathUtils.parseAndCache(request);
            // Finds the controller, and writes down in the request which one it is.
            routes.getObject().getHandler(request);
        } catch (Exception none) {
            LOG.debug("No form is taken at {}", request.getRequestURI(), none);
        }
        explain(Problem.of(403, "token"), "", request, response);
    }

    private void explain(Problem problem, String field, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        String where = request.getRequestURI();
        // Of what was too large nothing could be read.
        if (!isOfApi(where) && problem.status() != 413) {
            FormAgain.remember(problem, field, request);
            if (FormAgain.show(problem, request, response)) {
                return;
            }
        }
        write(problem, where, request, response);
    }

    /** Where the server sends what no controller saw. */
    @RequestMapping("/error")
    void explainStatus(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Object where = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        write(
                Problem.ofStatus(status instanceof Integer number ? number : 404),
                where == null ? request.getRequestURI() : where.toString(),
                request,
                response);
    }

    /** Answers with this problem. */
    void write(Problem problem, String where, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Wording wording = Asked.wording(request);
        boolean api = isOfApi(where);
        byte[] body = api
                ? document(problem, where, wording)
                : pages.render(
                        "frame/web/problem",
                        Map.of(
                                "layout",
                                layouts.of(
                                        wording,
                                        Address.of(where),
                                        wording.say("frame.problem." + problem.kind() + ".title")),
                                "problem",
                                problem,
                                "words",
                                request.getAttribute(Sent.ATTRIBUTE) instanceof Sent sent ? sent.words() : List.of()));
        response.setStatus(problem.status());
        response.setContentType(api ? "application/problem+json" : "text/html;charset=UTF-8");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    static boolean isOfApi(String where) {
        return where.startsWith("/api/v1");
    }

    static byte[] document(Problem problem, String where, Wording wording) {
        return JSON.writeValueAsBytes(members(problem, where, wording));
    }

    private static Map<String, Object> members(Problem problem, String where, Wording wording) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("type", "/api#" + problem.kind());
        out.put("title", wording.say("frame.problem." + problem.kind() + ".title"));
        out.put("status", problem.status());
        out.put("detail", wording.say(problem.what()));
        Optional<Sentence> advice = problem.advice();
        advice.ifPresent(sentence -> out.put("advice", wording.say(sentence)));
        out.put("instance", where);
        return out;
    }
}
