package io.xlink.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which route files a program loads: the built-in ones, and what an administrator put into {@code conf/routes}. */
public final class RouteFiles {
    private static final String ENDING = ".camel.yaml";
    private final Path folder;

    /** @param conf the configuration directory; its folder {@code routes} need not exist */
    public RouteFiles(Path conf) {
        this.folder = conf.resolve("routes");
    }

    /** The locations of the given built-in files, each replaced by the administrator's file of the same name. */
    public List<String> of(List<String> builtIn) {
        Set<String> own = own();
        List<String> locations = new ArrayList<>();
        for (String name : builtIn) {
            locations.add(own.contains(name) ? location(name) : "classpath:routes/" + name);
        }
        return locations;
    }

    /** As {@link #of}, with every further file of the folder, except the named ones that belong to another program. */
    public List<String> withOwn(List<String> builtIn, List<String> elsewhere) {
        List<String> locations = of(builtIn);
        for (String name : own()) {
            if (!builtIn.contains(name) && !elsewhere.contains(name)) {
                locations.add(location(name));
            }
        }
        return locations;
    }

    private String location(String name) {
        return "file:" + folder.resolve(name).toAbsolutePath();
    }

    private Set<String> own() {
        Set<String> names = new TreeSet<>();
        if (!Files.isDirectory(folder)) {
            return names;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
            files.forEach(file -> names.add(file.getFileName().toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (DirectoryIteratorException e) {
            throw new UncheckedIOException(e.getCause());
        }
        return names;
    }
}
