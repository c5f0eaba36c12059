package io.xlink.check;

import io.xlink.config.ConfigException;
import io.xlink.config.IniEntry;
import io.xlink.config.IniSection;
import io.xlink.config.Passcodes;
import io.xlink.config.Problem;
import io.xlink.config.keys.SystemKeys;
import io.xlink.model.LocalDay;
import io.xlink.model.QueuePath;
import io.xlink.source.jdbc.Database;
import io.xlink.source.jdbc.Databases;
import io.xlink.source.jdbc.LoginRefusedException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The databases of external systems, found and reached as the importer does it. */
public final class DatabaseSources implements DataSourceCheck, AutoCloseable {
    private final Databases databases;
    private final Passcodes passcodes;

    /** @param conf the configuration directory */
    public DatabaseSources(Path conf) {
        this.databases = new Databases(conf);
        this.passcodes = new Passcodes(conf);
    }

    @Override
    public List<Problem> check(IniSection section) {
        List<Problem> problems = new ArrayList<>();
        try {
            databases.of(section);
        } catch (ConfigException e) {
            problems.add(atValue(section, e.problem()));
        }
        try {
            passcodes.password(section);
        } catch (ConfigException e) {
            if (problems.stream()
                    .noneMatch(problem -> problem.line() == e.problem().line())) {
                problems.add(e.problem());
            }
        }
        return problems;
    }

    @Override
    public Optional<DatabaseReport> logIn(IniSection section, Consumer<Problem> problems) {
        String source = section.text(SystemKeys.DSN.name()).orElse("");
        Optional<String> product = check(section).isEmpty()
                ? asked(section, problems, database -> Optional.of(database.product()), Optional.empty())
                : Optional.empty();
        return Optional.of(new DatabaseReport(section.name(), source, product));
    }

    @Override
    public List<SqlReport> sql(
            IniSection section, Set<QueuePath> mapped, LocalDay day, boolean explain, Consumer<Problem> problems) {
        return check(section).isEmpty()
                ? asked(
                        section,
                        problems,
                        database -> new SqlCheck(database, day, explain, problems).of(section, mapped),
                        List.of())
                : List.of();
    }

    /** What a database is asked. */
    @FunctionalInterface
    private interface Question<T> {
        T ask(Database database) throws SQLException;
    }

    private <T> T asked(IniSection section, Consumer<Problem> problems, Question<T> question, T otherwise) {
        Database database = databases.of(section);
        try {
            return question.ask(database);
        } catch (LoginRefusedException e) {
            problems.accept(error(section, e.getMessage(), "Correct User and Pwd; ask whether the user is locked"));
        } catch (SQLException e) {
            problems.accept(error(
                    section,
                    "the data source " + database.name() + " (" + database.shown() + ") cannot be reached: "
                            + e.getMessage(),
                    "Look at its host and port, whether the database runs, and at the firewall"));
        }
        return otherwise;
    }

    private static Problem error(IniSection section, String what, String remedy) {
        return atValue(section, section.error(SystemKeys.DSN, what, remedy).problem());
    }

    /** What is wrong with a source is wrong with its name, not with the key. */
    private static Problem atValue(IniSection section, Problem problem) {
        Optional<IniEntry> source =
                section.entry(SystemKeys.DSN.name()).filter(entry -> entry.line() == problem.line());
        return source.isEmpty()
                ? problem
                : Problem.error(
                        problem.file(), problem.line(), source.get().valueColumn(), problem.what(), problem.remedy());
    }

    @Override
    public void close() throws SQLException {
        databases.close();
    }
}
