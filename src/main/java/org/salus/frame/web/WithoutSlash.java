package org.salus.frame.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Leads an address of a page that was typed with a slash behind it to the one without. Addresses of the API are not guessed at. */
final class WithoutSlash extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI();
        int end = path.length();
        while (end > 1 && path.charAt(end - 1) == '/') {
            end--;
        }
        // Two slashes at the beginning would name another server.
        boolean isPage = request.getMethod().equals("GET") && !path.startsWith("//") && !path.startsWith(Gate.API);
        if (!isPage || end == path.length() || path.length() == 1) {
            chain.doFilter(request, response);
            return;
        }
        String question = request.getQueryString();
        response.setStatus(HttpStatus.PERMANENT_REDIRECT.value());
        response.setHeader(HttpHeaders.LOCATION, path.substring(0, end) + (question == null ? "" : "?" + question));
    }
}
