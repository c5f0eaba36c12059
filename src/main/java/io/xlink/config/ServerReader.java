package io.xlink.config;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Joins the lines of {@code [DB]} with the {@code [IES System ...]} sections (specification, section 3). Nothing that it
 * says quotes a line, because the password is part of it.
 */
final class ServerReader {
    private static final Pattern INDEX = Pattern.compile("[1-9][0-9]{0,5}");
    private static final String SYSTEM = "ies system";
    private static final String TRUST = "TrustCertificates";
    private static final String ENCODED = "$$$:";

    private final IniFile systems;
    private final List<Problem> warnings;
    private final Map<String, IniSection> byName = new LinkedHashMap<>();

    ServerReader(IniFile systems, List<Problem> warnings) {
        this.systems = systems;
        this.warnings = warnings;
        for (IniSection section : systems.sections()) {
            if (section.name().toLowerCase(Locale.ROOT).startsWith(SYSTEM)) {
                section.text("Name").ifPresent(name -> add(name, section));
            }
        }
    }

    private void add(String name, IniSection section) {
        IniSection first = byName.putIfAbsent(name, section);
        if (first != null) {
            warnings.add(Problem.warning(
                    section.file(),
                    section.line(),
                    1,
                    "Name " + name + " stands in [" + first.name() + "] of line " + first.line()
                            + " too, and that one counts",
                    "Give each system a name of its own"));
        }
    }

    List<WfmServer> read(IniSection db) {
        List<WfmServer> servers = new ArrayList<>();
        Map<String, Integer> lines = new HashMap<>();
        for (IniEntry entry : db.entries()) {
            if (!INDEX.matcher(entry.key()).matches()) {
                warn(
                        db,
                        entry,
                        "this line of [DB] does not begin with an index, so it is not read",
                        "Write index=NAME,0,user,password with an index from 1");
                continue;
            }
            WfmServer server = server(db, entry);
            Integer first = lines.putIfAbsent(server.name(), entry.line());
            if (first == null) {
                servers.add(server);
            } else {
                warn(
                        db,
                        entry,
                        "server " + server.name() + " stands in line " + first + " too, and that one counts",
                        "Remove one of them");
            }
        }
        if (servers.isEmpty()) {
            throw new ConfigException(
                    db.file(), db.line(), 1, "[DB] names no server", "Write a line 1=NAME,0,user,password below it");
        }
        servers.sort(Comparator.comparingInt(WfmServer::index));
        return servers;
    }

    private void warn(IniSection db, IniEntry entry, String what, String remedy) {
        warnings.add(Problem.warning(db.file(), entry.line(), entry.column(), what, remedy));
    }

    private WfmServer server(IniSection db, IniEntry entry) {
        String[] parts = entry.value().split(",", 4);
        if (parts.length < 4) {
            throw error(db, entry, "is not NAME,0,user,password", "Write these four parts, with commas between them");
        }
        String name = parts[0].strip();
        IniSection system = byName.get(name);
        if (system == null) {
            throw error(
                    db,
                    entry,
                    "no [IES System ...] section of " + systems.file() + " has the Name \"" + name + "\"",
                    byName.isEmpty()
                            ? "Add one with this Name and a Url"
                            : "Write one of these names, or add a section: " + String.join(", ", byName.keySet()));
        }
        String user = parts[2].strip();
        if (user.isEmpty()) {
            throw error(db, entry, "has no user", "Write index=NAME,0,user,password");
        }
        IwfmUrl url = IwfmUrl.of(system);
        int index = Integer.parseInt(entry.key());
        return new WfmServer(
                index,
                name,
                user,
                password(db, entry, parts[3].strip()),
                url.tls(),
                url.host(),
                url.port(),
                trust(system, url));
    }

    /** A key of ours: the certificates to trust, relative to isps.cfg. */
    private static Optional<Path> trust(IniSection system, IwfmUrl url) {
        Optional<String> text = system.text(TRUST);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!url.tls()) {
            throw system.error(
                    TRUST,
                    TRUST + " would do nothing, because the Url is iwfm://, which is without TLS",
                    "Write iwfms:// in the Url, or remove " + TRUST);
        }
        try {
            Path file = system.file().resolveSibling(text.get());
            if (Files.isReadable(file) && Files.isRegularFile(file)) {
                return Optional.of(file);
            }
            throw system.error(
                    TRUST, TRUST + " " + file + " cannot be read", "Put the PEM file there or correct the path");
        } catch (InvalidPathException e) {
            throw system.error(TRUST, TRUST + " " + text.get() + " is no path", "Correct it");
        }
    }

    private static Secret password(IniSection db, IniEntry entry, String text) {
        if (text.isEmpty()) {
            throw error(db, entry, "has no password", "Write it behind the third comma");
        }
        if (text.startsWith(ENCODED)) {
            throw error(
                    db,
                    entry,
                    "has an encoded password; those come with \"xlink passcode\", which this version does not have yet",
                    "Write the plain password; that one works");
        }
        return new Secret(text);
    }

    private static ConfigException error(IniSection db, IniEntry entry, String what, String remedy) {
        return new ConfigException(db.file(), entry.line(), entry.column(), "[DB] " + entry.key() + " " + what, remedy);
    }
}
