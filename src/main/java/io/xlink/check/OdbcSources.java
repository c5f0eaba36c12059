package io.xlink.check;

import io.xlink.config.ConfigException;
import io.xlink.config.IniEntry;
import io.xlink.config.IniSection;
import io.xlink.config.Passcodes;
import io.xlink.config.Problem;
import io.xlink.config.keys.SystemKeys;
import io.xlink.source.odbc.Database;
import io.xlink.source.odbc.DatabaseAccess;
import io.xlink.source.odbc.OdbcException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Data sources as the ODBC driver manager knows them. */
public final class OdbcSources implements DataSourceCheck {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final DatabaseAccess access;
    private final Passcodes passcodes;

    /** @param conf the configuration directory */
    public OdbcSources(Path conf) {
        this(new DatabaseAccess(conf), new Passcodes(conf));
    }

    OdbcSources(DatabaseAccess access, Passcodes passcodes) {
        this.access = access;
        this.passcodes = passcodes;
    }

    @Override
    public List<Problem> check(IniSection section) {
        List<Problem> problems = new ArrayList<>();
        try {
            access.dataSource(section).problems().forEach(p -> problems.add(error(section, p.what(), p.remedy())));
        } catch (ConfigException e) {
            problems.add(e.problem());
        }
        try {
            passcodes.password(section);
        } catch (ConfigException e) {
            problems.add(e.problem());
        }
        return problems;
    }

    @Override
    public Optional<DatabaseReport> logIn(IniSection section, Consumer<Problem> problems) {
        String source = section.text(SystemKeys.DSN.name()).orElse("");
        if (!check(section).isEmpty()) {
            return Optional.of(new DatabaseReport(section.name(), source, Optional.empty()));
        }
        try {
            Database database = access.logIn(section, LIMIT);
            return Optional.of(new DatabaseReport(
                    section.name(), source, Optional.of((database.name() + " " + database.version()).strip())));
        } catch (OdbcException e) {
            problems.accept(error(section, e.what(), e.remedy()));
            return Optional.of(new DatabaseReport(section.name(), source, Optional.empty()));
        }
    }

    private static Problem error(IniSection section, String what, String remedy) {
        Optional<IniEntry> source = section.entry(SystemKeys.DSN.name());
        return Problem.error(
                section.file(),
                source.map(IniEntry::line).orElse(section.line()),
                source.map(IniEntry::valueColumn).orElse(1),
                "[" + section.name() + "] " + what,
                remedy);
    }
}
