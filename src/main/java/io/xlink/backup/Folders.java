package io.xlink.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What is done to whole folders. */
final class Folders {
    private Folders() {}

    /** Removes a folder of ours with all that is in it, as far as that is possible; it holds nothing that is needed. */
    static void remove(Path folder) {
        if (folder == null || !Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> inner = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : inner) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            // It begins with a dot and is left out of backups; somebody may remove it by hand.
        }
    }

    /** Removes what a killed restore left; nobody else is at work while the directories are held. */
    static void removeStarting(Path folder, String start) throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, start + "*")) {
            left.forEach(Folders::remove);
        }
    }

    /** Makes renames within a folder durable; where a folder cannot be opened, none of this is needed. */
    static void force(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows opens no folders.
        }
    }
}
