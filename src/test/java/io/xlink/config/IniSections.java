package io.xlink.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes sections for tests and benchmarks out of text, read as the program reads them. */
public final class IniSections {
    private IniSections() {}

    /** The first section of a text, as if it stood in a file of that name. */
    public static IniSection of(Path file, String text) {
        try {
            Path directory = Files.createTempDirectory("ini");
            Path written =
                    Files.writeString(directory.resolve(file.getFileName().toString()), text);
            try {
                return IniFile.read(written).sections().get(0);
            } finally {
                Files.delete(written);
                Files.delete(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
