package io.xlink.service;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Services of systemd, by unit files in {@code /etc/systemd/system} and {@code systemctl}. */
final class SystemdService implements OsService {
    /** Longer than a start or stop may take by the unit. */
    private static final Duration LIMIT = Duration.ofSeconds(90);

    private final Path units;
    private final Path running;
    private final String systemctl;

    SystemdService() {
        this(Path.of("/etc/systemd/system"), Path.of("/run/systemd/system"), "systemctl");
    }

    /**
     * @param units where unit files of the administrator are
     * @param running a directory that is there while systemd runs the machine
     * @param systemctl the program
     */
    SystemdService(Path units, Path running, String systemctl) {
        this.units = units;
        this.running = running;
        this.systemctl = systemctl;
    }

    @Override
    public String definition(ServiceSettings settings) {
        return SystemdUnit.of(settings);
    }

    @Override
    public List<String> install(ServiceSettings settings) throws ServiceException, InterruptedException {
        requireSystemd();
        UserPrincipal account = account(settings.account().orElseThrow());
        Path unit = unit(settings.name());
        requireOurs(unit, settings.name());
        List<String> done = new ArrayList<>();
        try {
            prepare(settings.data(), account, done);
            Path part = unit.resolveSibling("." + unit.getFileName() + ".part");
            Files.writeString(part, definition(settings));
            Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-r--r--"));
            Files.move(part, unit, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw unwritable(unit, e);
        }
        done.add("Wrote " + unit);
        systemctl("daemon-reload");
        systemctl("enable", unit.getFileName().toString());
        done.add("The service " + settings.name() + " starts with the machine, as " + account.getName());
        return done;
    }

    /** Makes the data directory when there is none. */
    private static void prepare(Path data, UserPrincipal account, List<String> done) throws IOException {
        if (!Files.exists(data)) {
            Files.createDirectories(data);
            Files.setOwner(data, account);
            Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-x---"));
            done.add("Made " + data);
        } else if (!Files.getOwner(data).equals(account)) {
            done.add(data + " belongs to " + Files.getOwner(data).getName()
                    + "; the service must be able to write there: " + "chown -R " + account.getName() + " '" + data
                    + "'");
        }
    }

    @Override
    public void remove(String name) throws ServiceException, InterruptedException {
        requireSystemd();
        Path unit = unit(name);
        if (!Files.exists(unit)) {
            throw new ServiceException("there is no " + unit, "Name the service with --name");
        }
        requireOurs(unit, name);
        systemctl("disable", "--now", unit.getFileName().toString());
        try {
            Files.delete(unit);
        } catch (IOException e) {
            throw unwritable(unit, e);
        }
        systemctl("daemon-reload");
    }

    @Override
    public void start(String name) throws ServiceException, InterruptedException {
        requireSystemd();
        ServiceSettings.checkName(name);
        CommandRun run = CommandRun.of(List.of(systemctl, "start", name + ".service"), LIMIT);
        if (run.exitCode() != 0) {
            throw new ServiceException(
                    "the service " + name + " does not start (" + run.output() + ")",
                    "\"journalctl -u " + name + " -n 20\" says why");
        }
    }

    @Override
    public void stop(String name) throws ServiceException, InterruptedException {
        requireSystemd();
        ServiceSettings.checkName(name);
        systemctl("stop", name + ".service");
    }

    @Override
    public ServiceStatus status(String name) throws ServiceException, InterruptedException {
        requireSystemd();
        ServiceSettings.checkName(name);
        String[] lines = systemctl(
                        "show",
                        name + ".service",
                        "--property=LoadState,ActiveState,SubState,MainPID,ActiveEnterTimestamp,UnitFileState,Result")
                .lines()
                .toArray(String[]::new);
        Map<String, String> state = new HashMap<>();
        for (String line : lines) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                state.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        return status(name, state);
    }

    private static ServiceStatus status(String name, Map<String, String> state) {
        if (state.getOrDefault("LoadState", "").equals("not-found")) {
            return new ServiceStatus(false, name + " is not installed. \"xlink service install\" does that");
        }
        boolean runs = state.getOrDefault("ActiveState", "").equals("active");
        StringBuilder text = new StringBuilder(name).append(": ").append(state.get("ActiveState"));
        text.append(" (").append(state.get("SubState")).append(')');
        if (runs) {
            text.append(", process ").append(state.get("MainPID"));
            text.append(", since ").append(state.get("ActiveEnterTimestamp"));
        } else if (!state.getOrDefault("Result", "success").equals("success")) {
            text.append(", ended by ").append(state.get("Result"));
            text.append("; \"journalctl -u ").append(name).append(" -n 20\" says why");
        }
        boolean enabled = state.getOrDefault("UnitFileState", "").equals("enabled");
        text.append(enabled ? ", starts with the machine" : ", does not start with the machine");
        return new ServiceStatus(runs, text.toString());
    }

    private Path unit(String name) throws ServiceException {
        ServiceSettings.checkName(name);
        return units.resolve(name + ".service");
    }

    private void requireSystemd() throws ServiceException {
        if (!Files.isDirectory(running)) {
            throw new ServiceException(
                    "this machine is not run by systemd",
                    "Let your init system start \"xlink run --conf DIR --data DIR\" and end it with SIGTERM;"
                            + " \"xlink service install --dry-run\" shows what a unit of systemd would say");
        }
    }

    /** A unit of the same name that somebody else wrote stays as it is. */
    private static void requireOurs(Path unit, String name) throws ServiceException {
        try {
            if (Files.exists(unit) && !Files.readString(unit).startsWith(SystemdUnit.MARK)) {
                throw new ServiceException(
                        unit + " was not written by \"xlink service install\"",
                        "Name another service with --name instead of " + name + ", or remove the file");
            }
        } catch (IOException e) {
            throw new ServiceException("cannot read " + unit + ": " + e.getMessage(), "Run the command as root", e);
        }
    }

    private static UserPrincipal account(String name) throws ServiceException {
        try {
            return Path.of("/").getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(name);
        } catch (UserPrincipalNotFoundException e) {
            throw new ServiceException(
                    "there is no account " + name,
                    "Make it with \"useradd --system --no-create-home --shell /usr/sbin/nologin " + name
                            + "\", or name another with --user",
                    e);
        } catch (IOException e) {
            throw new ServiceException(
                    "cannot look up the account " + name + ": " + e.getMessage(), "Name another with --user", e);
        }
    }

    private static ServiceException unwritable(Path unit, IOException e) {
        String reason = e instanceof AccessDeniedException ? "permission denied" : e.toString();
        return new ServiceException("cannot write " + unit + ": " + reason, "Run the command as root (sudo)", e);
    }

    private String systemctl(String... arguments) throws ServiceException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(systemctl));
        command.addAll(List.of(arguments));
        CommandRun run = CommandRun.of(command, LIMIT);
        if (run.exitCode() != 0) {
            throw new ServiceException(
                    "\"systemctl " + String.join(" ", arguments) + "\" failed: " + run.output(),
                    "Run the command as root (sudo)");
        }
        return run.output();
    }
}
