package io.xlink.importer;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of a folder that may hold data. Links that lead out of the folder are not followed, and neither are links to
 * folders, which could lead in a circle. Used by one thread.
 */
final class FolderListing {
    private static final Logger LOG = LoggerFactory.getLogger(FolderListing.class);
    /** Deeper is a mistake. */
    private static final int DEPTH = 50;
    /** More is not remembered, and then told again. */
    private static final int TOLD = 10_000;

    private final CsvFolder folder;
    private final Set<Path> told = new HashSet<>();

    FolderListing(CsvFolder folder) {
        this.folder = folder;
    }

    /**
     * Names each file with its present state; one that goes away meanwhile is passed over.
     *
     * @throws IOException when the folder itself cannot be read
     */
    void forEach(Consumer<FileStamp> visitor) throws IOException {
        Path root = folder.folder().toAbsolutePath();
        if (!Files.readAttributes(root, BasicFileAttributes.class).isDirectory()) {
            throw new NotDirectoryException(root.toString());
        }
        Path real = root.toRealPath();
        Files.walkFileTree(real, Set.of(), folder.subFolders() ? DEPTH : 1, new Visit(root, real, visitor));
    }

    private final class Visit extends SimpleFileVisitor<Path> {
        private final Path root;
        private final Path real;
        private final Consumer<FileStamp> visitor;

        /**
         * @param root the folder as it is configured, which files are named by
         * @param real the same without links
         */
        Visit(Path root, Path real, Consumer<FileStamp> visitor) {
            this.root = root;
            this.real = real;
            this.visitor = visitor;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            return directory.equals(real) || isLookedInto(directory)
                    ? FileVisitResult.CONTINUE
                    : FileVisitResult.SKIP_SUBTREE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isSymbolicLink()) {
                visitLink(file);
            } else if (attributes.isRegularFile() && folder.names().isData(file)) {
                visitor.accept(FileStamp.of(named(file), attributes));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (file.equals(real)) {
                throw e;
            }
            if (Files.exists(file)) {
                tellOnce(file, "cannot be looked at (" + e + ")");
            }
            return FileVisitResult.CONTINUE;
        }

        private void visitLink(Path link) {
            try {
                Path target = link.toRealPath();
                BasicFileAttributes attributes = Files.readAttributes(target, BasicFileAttributes.class);
                if (!target.startsWith(real)) {
                    if (attributes.isDirectory()
                            ? folder.subFolders()
                            : folder.names().isData(link)) {
                        tellOnce(link, "is not followed, because it leads out of the folder, to " + target);
                    }
                } else if (attributes.isRegularFile() && folder.names().isData(link) && !isListed(target)) {
                    visitor.accept(FileStamp.of(named(link), attributes));
                }
            } catch (IOException e) {
                LOG.debug("{}: is a link to nothing", FileStamp.shown(link), e);
            }
        }

        /** Whether the file is named anyway: nothing is to be counted twice. */
        private boolean isListed(Path target) {
            if (!folder.names().isData(target)) {
                return false;
            }
            for (Path parent = target.getParent(); !parent.equals(real); parent = parent.getParent()) {
                if (!folder.subFolders() || !isLookedInto(parent)) {
                    return false;
                }
            }
            return true;
        }

        private boolean isLookedInto(Path directory) {
            Path named = named(directory);
            return !directory.getFileName().toString().startsWith(".")
                    && folder.destination()
                            .filter(destination -> destination.equals(named) || destination.equals(directory))
                            .isEmpty();
        }

        private Path named(Path file) {
            return root.resolve(real.relativize(file));
        }

        private void tellOnce(Path file, String what) {
            if (told.size() < TOLD && told.add(file)) {
                LOG.warn("{}: {}", FileStamp.shown(named(file)), what);
            }
        }
    }
}
