package org.salus.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes the demo pack: aid activities from AidData's Burundi release, yearly figures of Burundi and its neighbours from the publishers' tables, and
 * what Burundi did about treaties.
 *
 * <p>Arguments: the release's zip, the folder with {@code conflict}, {@code governance}, {@code crs} and {@code treaties}, the folder to write to. The same input gives
 * the same bytes.
 */
final class AuthorDemo {
    private AuthorDemo() {}

    static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[2]));
        new AuthorActivities(Path.of(args[0])).write(folder);
        new AuthorYears(Path.of(args[1])).write(folder);
        new AuthorTreaties(Path.of(args[1])).write(folder);
    }
}
