package io.xlink.backup;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings configuration and state back from a backup. What a backup would hold of the two directories is replaced as a whole;
 * watched folders and logs within them stay.
 *
 * @param created when the backup was made
 * @param program version of the program that made it
 * @param files how many files were restored
 * @param aside the folders in which the earlier files are, empty when there were none
 */
public record Restore(Instant created, String program, int files, List<Path> aside) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss");

    public Restore {
        aside = List.copyOf(aside);
    }

    /**
     * Restores a backup. All of it is unpacked and compared before anything is touched.
     *
     * @param file the backup
     * @param conf the configuration directory, made when there is none
     * @param data the data directory, made when there is none
     * @param force whether configuration and state that are there are set aside; otherwise they are a reason to refuse
     * @throws BackupException when the backup is not whole, a program works with the data directory, or there is something already
     */
    public static Restore read(Path file, Path conf, Path data, boolean force, Clock clock) {
        StateDirectories state = new StateDirectories(conf, data);
        try (Archive archive = Archive.open(file)) {
            Files.createDirectories(state.conf());
            Files.createDirectories(state.data());
            try (HeldData held = HeldData.take(state.data())) {
                for (Area area : Area.values()) {
                    if (!force && !state.files(area).isEmpty()) {
                        throw new BackupException(state.of(area) + " holds "
                                + (area == Area.CONF ? "a configuration" : "state")
                                + " already. Name other directories with --conf and --data, or set what is there aside with"
                                + " --force");
                    }
                }
                return restore(
                        archive,
                        state,
                        StateDirectories.ASIDE + TIME.format(clock.instant().atZone(ZoneId.systemDefault())));
            }
        } catch (IOException e) {
            throw new BackupException(
                    "cannot restore " + file + ": "
                            + (e instanceof FileSystemException ? e.toString() : e.getMessage()),
                    e);
        }
    }

    private static Restore restore(Archive archive, StateDirectories state, String aside) throws IOException {
        List<ReplacedArea> areas = new ArrayList<>();
        try {
            for (Area area : Area.values()) {
                Folders.removeStarting(state.of(area), StateDirectories.STAGED);
            }
            for (Area area : Area.values()) {
                ReplacedArea one = new ReplacedArea(state, area, aside);
                areas.add(one);
                one.unpack(archive);
            }
            List<Path> kept = exchange(areas, state, aside);
            Manifest manifest = archive.manifest();
            return new Restore(
                    manifest.created(), manifest.program(), manifest.files().size(), kept);
        } finally {
            areas.forEach(ReplacedArea::close);
        }
    }

    /** From the first rename to the last one neither program starts with the data directory. */
    private static List<Path> exchange(List<ReplacedArea> areas, StateDirectories state, String aside)
            throws IOException {
        Path unfinished = state.data().resolve(StateDirectories.UNFINISHED);
        Files.writeString(unfinished, aside + System.lineSeparator());
        Folders.force(state.data());
        List<Path> kept = new ArrayList<>();
        try {
            for (ReplacedArea one : areas) {
                one.exchange().ifPresent(kept::add);
            }
        } catch (IOException e) {
            throw new BackupException(
                    "the restore was broken off half way: " + e + ". What was there is in folders named " + aside
                            + " of " + state.conf() + " and " + state.data()
                            + ". Remove the cause and run the restore again with --force",
                    e);
        }
        Files.delete(unfinished);
        Folders.force(state.data());
        return kept;
    }
}
