package io.xlink.backup;

import io.xlink.config.ConfigException;
import io.xlink.config.IniFile;
import io.xlink.config.IniSection;
import io.xlink.config.keys.CsvActivityKeys;
import io.xlink.config.keys.CsvCallKeys;
import io.xlink.config.keys.GeneralKeys;
import io.xlink.config.keys.Key;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Which files of a configuration and a data directory are configuration and state. Logs, watched folders, the folders that
 * delivered files are moved to, locks and what an earlier restore set aside are not.
 */
final class StateDirectories {
    /** Folders that a restore sets earlier files aside in begin with this. */
    static final String ASIDE = "before-restore-";
    /** Folders that a restore unpacks into begin with this. */
    static final String STAGED = ".restore-";
    /** Of the data directory: there while files are being exchanged. */
    static final String UNFINISHED = "restore.unfinished";

    private static final List<Key> FOLDERS = List.of(
            CsvCallKeys.SOURCE,
            CsvCallKeys.DESTINATION,
            CsvActivityKeys.ACTIVITY_SOURCE,
            CsvActivityKeys.ACTIVITY_DESTINATION);

    private final Path conf;
    private final Path data;
    private final Set<Path> left = new HashSet<>();

    StateDirectories(Path conf, Path data) {
        this.conf = conf.toAbsolutePath().normalize();
        this.data = data.toAbsolutePath().normalize();
        left.add(this.data.resolve("in"));
        left.add(this.data.resolve("logs"));
        // What somebody asked of a running service is over with it.
        left.add(this.data.resolve("manual"));
        left.addAll(named());
    }

    Path conf() {
        return conf;
    }

    Path data() {
        return data;
    }

    /** The directory of a name in a backup, {@code conf} or {@code data}. */
    Path of(Area area) {
        return area == Area.CONF ? conf : data;
    }

    /** The folders that isps_Ul.ini names; a configuration that cannot be read is backed up as it is. */
    private Set<Path> named() {
        Set<Path> folders = new HashSet<>();
        Path ini = conf.resolve("isps_Ul.ini");
        try {
            for (IniSection section : IniFile.read(ini).sections()) {
                Stream<Key> keys =
                        section.name().equalsIgnoreCase("GENERAL") ? Stream.of(GeneralKeys.LOG_DIR) : FOLDERS.stream();
                keys.flatMap(key -> section.text(key.name()).stream()).forEach(text -> add(folders, text));
            }
        } catch (ConfigException e) {
            return folders;
        }
        return folders;
    }

    private void add(Set<Path> folders, String text) {
        try {
            Path folder = conf.resolve(text).normalize();
            // A folder that holds everything is a mistake, and would leave nothing to keep.
            if (!conf.startsWith(folder) && !data.startsWith(folder)) {
                folders.add(folder);
            }
        } catch (InvalidPathException e) {
            // A path of another machine, or the name of a data source.
        }
    }

    /** The files of one of the two by their names within it, with {@code /} between its parts; databases without their side files. */
    SortedMap<String, Path> files(Area area) throws IOException {
        Path root = of(area);
        SortedMap<String, Path> files = new TreeMap<>();
        if (!Files.isDirectory(root)) {
            return files;
        }
        Files.walkFileTree(
                root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                        return isLeft(root, folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        if (attributes.isRegularFile()
                                && !isPassing(file.getFileName().toString())) {
                            files.put(name(root.relativize(file)), file);
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                        // Files come and go while the service runs, and links may lead in a circle.
                        if (!(e instanceof NoSuchFileException || e instanceof FileSystemLoopException)) {
                            throw e;
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
        return files;
    }

    /** Whether a name within one of the two can be that of a file of configuration or state. */
    boolean holds(Area area, Path name) {
        Path root = of(area);
        for (Path folder = root.resolve(name).getParent(); !folder.equals(root); folder = folder.getParent()) {
            if (isLeft(root, folder)) {
                return false;
            }
        }
        return !isPassing(name.getFileName().toString());
    }

    private boolean isLeft(Path root, Path folder) {
        if (folder.equals(root)) {
            return false;
        }
        String name = folder.getFileName().toString();
        return name.startsWith(ASIDE)
                || name.startsWith(STAGED)
                || folder.equals(conf)
                || folder.equals(data)
                || left.contains(folder);
    }

    private static boolean isPassing(String name) {
        return name.endsWith(".lock")
                || name.equals(UNFINISHED)
                || SIDE_FILES.stream().anyMatch(end -> name.endsWith(".db" + end));
    }

    /** What SQLite keeps beside a database. */
    static final List<String> SIDE_FILES = List.of("-wal", "-shm", "-journal");

    private static String name(Path relative) {
        StringBuilder name = new StringBuilder();
        relative.forEach(part -> name.append(name.isEmpty() ? "" : "/").append(part));
        return name.toString();
    }
}
