package io.xlink.backup;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * Makes a backup of configuration and state in one file. The service may run meanwhile: each database is copied as it is at one
 * moment.
 *
 * @param files how many files it holds
 * @param bytes how many bytes they have, unpacked
 */
public record Backup(int files, long bytes) {

    /**
     * Writes a backup. It is whole when it is there, and only its owner may read it, because it holds passwords.
     *
     * @param conf the configuration directory
     * @param data the data directory; may be missing when the service has never run
     * @param file must not exist, and must lie in neither
     * @param program this program's version
     * @throws BackupException when it cannot be made
     */
    public static Backup write(Path conf, Path data, Path file, String program, Clock clock) {
        StateDirectories state = new StateDirectories(conf, data);
        Path target = file.toAbsolutePath().normalize();
        requirePlace(state, target);
        Path beside = null;
        try {
            beside = Files.createTempDirectory(target.getParent(), ".backup-", OwnerOnly.directory(target));
            Path part = Files.createFile(beside.resolve("backup.zip"), OwnerOnly.file(target));
            Manifest manifest;
            try (ArchiveWriter archive = new ArchiveWriter(part)) {
                // State first: files that its rejects name were written before it was, so they are there.
                add(archive, state, Area.DATA, beside);
                add(archive, state, Area.CONF, beside);
                manifest = archive.finish(program, clock.instant().truncatedTo(ChronoUnit.SECONDS));
            }
            Files.move(part, target);
            Folders.force(target.getParent());
            return new Backup(
                    manifest.files().size(),
                    manifest.files().stream().mapToLong(Manifest.Entry::size).sum());
        } catch (IOException | SQLException e) {
            throw new BackupException("cannot make the backup " + file + ": " + reason(e), e);
        } finally {
            Folders.remove(beside);
        }
    }

    private static void requirePlace(StateDirectories state, Path target) {
        if (!Files.isDirectory(state.conf())) {
            throw new BackupException("there is no configuration directory " + state.conf() + ". Name it with --conf");
        }
        if (Files.exists(target)) {
            throw new BackupException(target + " is there already. Name another file, or remove that one");
        }
        if (target.startsWith(state.conf()) || target.startsWith(state.data())) {
            throw new BackupException(
                    target + " is within what is backed up. Name a file elsewhere, best on another disk");
        }
        if (!Files.isDirectory(target.getParent())) {
            throw new BackupException("there is no directory " + target.getParent() + ". Make it first");
        }
    }

    private static void add(ArchiveWriter archive, StateDirectories state, Area area, Path beside)
            throws IOException, SQLException {
        Map<String, Path> files = state.files(area);
        // Databases first, and the importer's before the server's, which so has all that the importer counts as
        // delivered.
        for (boolean databases : new boolean[] {true, false}) {
            for (Map.Entry<String, Path> file : files.entrySet()) {
                String name = area.prefix() + file.getKey();
                try {
                    if (DatabaseCopy.isDatabase(file.getValue()) == databases) {
                        add(archive, name, file.getValue(), databases, beside);
                    }
                } catch (NoSuchFileException e) {
                    // Files of the service come and go; one that has gone is not part of its state.
                }
            }
        }
    }

    private static void add(ArchiveWriter archive, String name, Path file, boolean database, Path beside)
            throws IOException, SQLException {
        if (!database) {
            archive.add(name, file, file);
            return;
        }
        Path copy = beside.resolve("copy.db");
        Files.deleteIfExists(copy);
        DatabaseCopy.make(file, copy);
        archive.add(name, copy, file);
        Files.delete(copy);
    }

    private static String reason(Exception e) {
        return e instanceof FileSystemException ? e.toString() : e.getMessage();
    }
}
