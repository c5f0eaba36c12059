package io.xlink.importer;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** A file name that is not taken, so that nothing is overwritten. */
final class FreeName {
    private FreeName() {}

    /** The name made of both parts or, when that is taken, with a number between them. */
    static Path in(Path directory, String begin, String end) {
        Path free = directory.resolve(begin + end);
        for (int number = 2; Files.exists(free, LinkOption.NOFOLLOW_LINKS); number++) {
            free = directory.resolve(begin + "-" + number + end);
        }
        return free;
    }
}
