package org.salus.evidence;

import java.nio.file.Path;

/**
 * A file to be loaded.
 *
 * @param name as people know it, without folders
 * @param origin where it came from: path, address, standard input
 * @param path where its bytes are now
 */
public record LoadInput(String name, String origin, Path path) {}
