package io.xlink.importer;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.function.Consumer;

/** The files of a folder that may hold data. */
final class FolderListing {
    private final CsvFolder folder;

    FolderListing(CsvFolder folder) {
        this.folder = folder;
    }

    /**
     * Names each file with its present state; one that goes away meanwhile is passed over.
     *
     * @throws IOException when the folder itself cannot be read
     */
    void forEach(Consumer<FileStamp> visitor) throws IOException {
        Path root = folder.folder();
        if (!Files.readAttributes(root, BasicFileAttributes.class).isDirectory()) {
            throw new NotDirectoryException(root.toString());
        }
        Files.walkFileTree(root, Set.of(), 1, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && folder.isData(file)) {
                    visitor.accept(FileStamp.of(file, attributes));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (file.equals(root)) {
                    throw e;
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
