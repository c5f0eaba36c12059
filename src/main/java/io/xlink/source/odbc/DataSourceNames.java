package io.xlink.source.odbc;

import com.sun.jna.Platform;
import io.xlink.config.ConfigText;
import io.xlink.config.IniFile;
import io.xlink.config.IniSection;
import io.xlink.config.NearestName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds data sources by name, in any case: {@code odbc.ini} in the configuration directory, then in unixODBC's own files
 * ({@code $ODBCINI} or {@code ~/.odbc.ini}, then {@code $ODBCSYSINI/odbc.ini} or {@code /etc/odbc.ini}). Windows keeps
 * them in its registry; there the driver manager is asked.
 */
public final class DataSourceNames {
    private final OdbcFiles files;
    private final boolean windows;

    /** @param conf the configuration directory */
    public DataSourceNames(Path conf) {
        this(Optional.of(conf));
    }

    private DataSourceNames(Optional<Path> conf) {
        this(new OdbcFiles(conf, System.getenv(), Path.of(System.getProperty("user.home"))), Platform.isWindows());
    }

    /** Without a configuration directory. */
    static DataSourceNames ofTheMachine() {
        return new DataSourceNames(Optional.empty());
    }

    DataSourceNames(OdbcFiles files, boolean windows) {
        this.files = files;
        this.windows = windows;
    }

    /**
     * Looks a name up; connects to nothing.
     *
     * @throws io.xlink.config.ConfigException when a file of definitions is there, but cannot be read
     */
    public Resolution find(String name) {
        return windows ? ask(name) : read(name);
    }

    private Resolution read(String name) {
        List<String> known = new ArrayList<>();
        for (Path path : files.dataSources()) {
            Optional<IniFile> file = file(path);
            Optional<IniSection> section = file.flatMap(f -> f.section(name));
            if (section.isPresent() && !isList(section.get())) {
                return found(section.get(), files.own().filter(path::equals).isPresent());
            }
            file.ifPresent(f -> f.sections().stream().filter(s -> !isList(s)).forEach(s -> known.add(s.name())));
        }
        String places = files.dataSources().stream().map(Path::toString).collect(Collectors.joining(", "));
        return Resolution.failed("no data source " + name + " stands in " + places, remedy(name, known));
    }

    /**
     * A data source that is defined nowhere, but written out with its driver.
     *
     * @param definition with {@code Driver}
     */
    Resolution written(Attributes definition) {
        String driver = definition.value("Driver").orElse("");
        List<SourceProblem> problems = new ArrayList<>();
        Optional<Path> library = windows ? Optional.empty() : library(driver, "the connection string", problems);
        DataSource source = new DataSource(driver, Optional.empty(), 0, driver, library, Optional.of(definition), true);
        return new Resolution(Optional.of(source), problems);
    }

    /** The section in which some tools list what else is in the file. */
    private static boolean isList(IniSection section) {
        return section.name().equalsIgnoreCase("ODBC Data Sources")
                || section.name().equalsIgnoreCase("ODBC");
    }

    private static String remedy(String name, List<String> known) {
        return NearestName.of(name, known)
                .map(near -> "Did you mean " + near + "?")
                .orElseGet(() -> known.isEmpty()
                        ? "Add a section [" + name + "] with Driver= to one of them"
                        : "Add a section of this name, or use one of: " + String.join(", ", known));
    }

    private Resolution found(IniSection section, boolean own) {
        String driver = section.text("Driver").orElse("");
        List<SourceProblem> problems = new ArrayList<>();
        Optional<Path> library = Optional.empty();
        if (driver.isEmpty()) {
            problems.add(new SourceProblem(
                    at(section) + " names no driver",
                    "Add Driver= with a section of odbcinst.ini, or a library's path"));
        } else {
            library = library(driver, at(section), problems);
        }
        return new Resolution(
                Optional.of(new DataSource(
                        section.name(),
                        Optional.of(section.file()),
                        section.line(),
                        driver,
                        library,
                        Optional.of(Attributes.of(section)),
                        own)),
                problems);
    }

    /** The library of a driver, which is a section of odbcinst.ini or the library itself. */
    private Optional<Path> library(String driver, String where, List<SourceProblem> problems) {
        List<String> known = new ArrayList<>();
        for (Path path : files.drivers()) {
            Optional<IniFile> file = file(path);
            Optional<IniSection> section = file.flatMap(f -> f.section(driver));
            if (section.isPresent()) {
                Optional<String> named =
                        section.get().text("Driver64").or(() -> section.get().text("Driver"));
                if (named.isEmpty()) {
                    problems.add(new SourceProblem(
                            at(section.get()) + " names no library",
                            "Add Driver= with the path of the driver's library"));
                    return Optional.empty();
                }
                return existing(named.get(), at(section.get()), problems);
            }
            file.ifPresent(f -> f.sections().stream()
                    .map(IniSection::name)
                    .filter(n -> !n.equalsIgnoreCase("ODBC"))
                    .forEach(known::add));
        }
        if (DriverLibrary.isLibrary(driver)) {
            return existing(driver, where, problems);
        }
        String remedy = NearestName.of(driver, known)
                .map(near -> "Did you mean " + near + "?")
                .orElse("Install the driver" + (known.isEmpty() ? "" : ", or use one of: " + String.join(", ", known)));
        problems.add(new SourceProblem(
                where + " names the driver " + driver + ", which "
                        + files.drivers().get(1) + " does not have",
                remedy));
        return Optional.empty();
    }

    private Optional<Path> existing(String library, String where, List<SourceProblem> problems) {
        Optional<Path> found = DriverLibrary.find(library, files.environment().getOrDefault("LD_LIBRARY_PATH", ""));
        if (found.isEmpty()) {
            problems.add(new SourceProblem(
                    where + " names the library " + library + ", which is not there",
                    "Install the package of the driver, or correct the path"));
        }
        return found;
    }

    private static Optional<IniFile> file(Path path) {
        return ConfigText.readIfPresent(path).isPresent() ? Optional.of(IniFile.read(path)) : Optional.empty();
    }

    private static String at(IniSection section) {
        return section.file() + ":" + section.line() + ": [" + section.name() + "]";
    }

    private static Resolution ask(String name) {
        try {
            Map<String, String> known = KnownSources.all();
            for (Map.Entry<String, String> source : known.entrySet()) {
                if (source.getKey().equalsIgnoreCase(name)) {
                    DataSource found = new DataSource(
                            source.getKey(),
                            Optional.empty(),
                            0,
                            source.getValue(),
                            Optional.empty(),
                            Optional.empty(),
                            false);
                    return new Resolution(Optional.of(found), List.of());
                }
            }
            return Resolution.failed(
                    "the ODBC driver manager knows no data source " + name,
                    NearestName.of(name, known.keySet())
                            .map(near -> "Did you mean " + near + "?")
                            .orElse("Add a system DSN of this name in \"ODBC Data Sources (64-bit)\""));
        } catch (OdbcException e) {
            return Resolution.failed(e.what(), e.remedy());
        }
    }
}
