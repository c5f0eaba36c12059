package io.xlink.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Services of Windows by WinSW, which the administrator puts beside the configuration that is written here. */
final class WinswService implements OsService {
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final String WINSW = "https://github.com/winsw/winsw/releases (WinSW-x64.exe)";

    private final Path directory;

    WinswService() {
        this(Path.of(System.getenv().getOrDefault("ProgramData", "C:\\ProgramData"), "Xlink", "service"));
    }

    /** @param directory where configurations of services are */
    WinswService(Path directory) {
        this.directory = directory;
    }

    @Override
    public String definition(ServiceSettings settings) {
        return WinswXml.of(settings);
    }

    @Override
    public List<String> install(ServiceSettings settings) throws ServiceException, InterruptedException {
        Path xml = directory.resolve(settings.name() + ".xml");
        Path program = program(settings.name());
        try {
            Files.createDirectories(directory);
            Files.createDirectories(settings.data());
            Files.writeString(xml, definition(settings));
        } catch (IOException e) {
            throw new ServiceException(
                    "cannot write " + xml + ": " + e.getMessage(), "Run the command as administrator", e);
        }
        List<String> done = new ArrayList<>(List.of("Wrote " + xml));
        if (Files.exists(program)) {
            winsw(settings.name(), "install");
            done.add("The service " + settings.name() + " starts with the machine");
        } else {
            done.add("Next: 1. download " + WINSW);
            done.add("      2. save it as " + program);
            done.add("      3. as administrator: \"" + program + "\" install");
            done.add("      4. xlink service start --name " + settings.name());
        }
        return done;
    }

    @Override
    public void remove(String name) throws ServiceException, InterruptedException {
        if (status(name).running()) {
            stop(name);
        }
        winsw(name, "uninstall");
        try {
            Files.delete(directory.resolve(name + ".xml"));
        } catch (IOException e) {
            throw new ServiceException("cannot remove the file: " + e.getMessage(), "Remove it by hand", e);
        }
    }

    @Override
    public void start(String name) throws ServiceException, InterruptedException {
        winsw(name, "start");
    }

    @Override
    public void stop(String name) throws ServiceException, InterruptedException {
        winsw(name, "stopwait");
    }

    @Override
    public ServiceStatus status(String name) throws ServiceException, InterruptedException {
        String text = winsw(name, "status");
        return new ServiceStatus(text.contains("Started") || text.contains("running"), name + ": " + text);
    }

    private Path program(String name) throws ServiceException {
        ServiceSettings.checkName(name);
        return directory.resolve(name + ".exe");
    }

    private String winsw(String name, String verb) throws ServiceException, InterruptedException {
        Path program = program(name);
        if (!Files.exists(program)) {
            throw new ServiceException("there is no " + program, "Download " + WINSW + " and save it there");
        }
        CommandRun run = CommandRun.of(List.of(program.toString(), verb), LIMIT);
        if (run.exitCode() != 0 && !verb.equals("status")) {
            throw new ServiceException(
                    "\"" + program + "\" " + verb + " failed: " + run.output(), "Run the command as administrator");
        }
        return run.output();
    }
}
