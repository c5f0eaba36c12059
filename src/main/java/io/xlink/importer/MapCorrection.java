package io.xlink.importer;

import io.xlink.acdmap.AcdMap;
import io.xlink.acdmap.AcdMapEdit;
import io.xlink.acdmap.MapCheck;
import io.xlink.acdmap.MapFinding;
import io.xlink.config.ConfigException;
import io.xlink.model.Catalogue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks the mappings of a server against its queue tree, and corrects acd_map.ini where that is asked for
 * (specification, section 3, {@code AutomaticMappingCorrection}). The old file is kept beside it as
 * {@code Acd_map<yyMMddHHmmss>.ini}.
 */
final class MapCorrection {
    private static final Logger LOG = LoggerFactory.getLogger(MapCorrection.class);
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyMMddHHmmss");
    /** Somebody may save the file at the same moment; whoever does so again and again is at work on it. */
    private static final int ATTEMPTS = 3;

    private final Path conf;
    private final boolean automatic;
    private final Clock clock;
    private final Consumer<AcdMap> corrected;

    /**
     * @param conf the configuration directory
     * @param automatic whether the file is corrected; otherwise there are only warnings
     * @param clock with the zone of local time, for the name of the old file
     * @param corrected gets the mappings as they were read from the corrected file
     */
    MapCorrection(Path conf, boolean automatic, Clock clock, Consumer<AcdMap> corrected) {
        this.conf = conf;
        this.automatic = automatic;
        this.clock = clock;
        this.corrected = corrected;
    }

    /**
     * Checks the mappings of one server as they are in the file now. A file that cannot be read or written is left as it
     * is, with an error in the log.
     *
     * @param server its name in {@code [DB]}
     */
    synchronized void check(String server, Catalogue catalogue) {
        for (int attempt = 1; ; attempt++) {
            try {
                AcdMapEdit edit = AcdMapEdit.read(conf);
                List<MapFinding> findings = MapCheck.of(edit.map(), server, catalogue);
                if (automatic && findings.stream().anyMatch(MapFinding::correctable)) {
                    correct(edit, findings);
                }
                findings.stream()
                        .filter(finding -> !automatic || !finding.correctable())
                        .forEach(finding ->
                                LOG.warn("{}", finding.warning(edit.map().file())));
                return;
            } catch (ConfigException e) {
                if (attempt == ATTEMPTS) {
                    LOG.error("Invalid Mapping(s) of server {} are not corrected: {}", server, e.getMessage());
                    return;
                }
            }
        }
    }

    private void correct(AcdMapEdit edit, List<MapFinding> findings) {
        Path file = edit.map().file();
        Path kept = kept(file);
        List<String> told = new ArrayList<>();
        for (MapFinding finding : findings) {
            String line = edit.line(finding.line().line()).strip();
            String where = file + ":" + finding.line().line() + ": ";
            switch (finding.kind()) {
                case MOVED ->
                    told.add("Invalid Mapping detected and automatically corrected: " + where + line + " is now "
                            + edit.corrected(finding).strip() + ", because " + finding.why());
                case DUPLICATE ->
                    told.add("Invalid Mapping(s) detected and automatically removed: " + where + line + ", because "
                            + finding.why());
                case UNCLEAR -> {}
            }
        }
        edit.correct(findings).save(Optional.of(kept));
        told.forEach(LOG::warn);
        LOG.warn("{} was corrected; the old one is kept as {}", file, kept.getFileName());
        corrected.accept(AcdMap.read(conf));
    }

    /** A name that is not taken, though another correction may have been made in the same second. */
    private Path kept(Path file) {
        String name = "Acd_map" + LocalDateTime.now(clock).format(STAMP);
        Path kept = file.resolveSibling(name + ".ini");
        for (int number = 2; Files.exists(kept); number++) {
            kept = file.resolveSibling(name + "-" + number + ".ini");
        }
        return kept;
    }
}
