package org.salus.evidence;

import java.nio.file.Path;

/**
 * A file to be loaded.
 *
 * @param name as people know it, without folders
 * @param origin where it came from: path, address, standard input
 * @param path where its bytes are now
 * @param named whether somebody named it, rather than a folder it lies in; a file nobody named may be of a kind that Salus does not read
 */
public record LoadInput(String name, String origin, Path path, boolean named) {
    public LoadInput(String name, String origin, Path path) {
        this(name, origin, path, true);
    }
}
