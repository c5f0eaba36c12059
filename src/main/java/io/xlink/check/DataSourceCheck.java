package io.xlink.check;

import io.xlink.config.IniSection;
import io.xlink.config.Problem;
import io.xlink.model.LocalDay;
import io.xlink.model.QueuePath;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Says whether the database that an external system's section names can be found and reached (specification, section 5). */
public interface DataSourceCheck {

    /** Looks for no database. */
    DataSourceCheck NONE = new DataSourceCheck() {
        @Override
        public List<Problem> check(IniSection section) {
            return List.of();
        }

        @Override
        public Optional<DatabaseReport> logIn(IniSection section, Consumer<Problem> problems) {
            return Optional.empty();
        }

        @Override
        public List<SqlReport> sql(
                IniSection section, Set<QueuePath> mapped, LocalDay day, boolean explain, Consumer<Problem> problems) {
            return List.of();
        }
    };

    /**
     * Looks the data source up and reads the password; connects to nothing.
     *
     * @param section one with data in a database
     */
    List<Problem> check(IniSection section);

    /**
     * Logs in, once, and out again; waits only for a limited time.
     *
     * @param section one with data in a database
     * @param problems is given the reason when that fails, unless {@link #check} has told it already
     * @return how it ended; empty when nobody tried
     */
    Optional<DatabaseReport> logIn(IniSection section, Consumer<Problem> problems);

    /**
     * What the database would be asked for a day.
     *
     * @param section one with data in a database
     * @param mapped the queues that mappings name
     * @param explain whether it is asked, too
     * @param problems is given what is amiss, unless {@link #check} has told it already
     */
    List<SqlReport> sql(
            IniSection section, Set<QueuePath> mapped, LocalDay day, boolean explain, Consumer<Problem> problems);
}
