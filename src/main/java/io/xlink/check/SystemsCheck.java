package io.xlink.check;

import io.xlink.config.IniSection;
import io.xlink.config.KeyCheck;
import io.xlink.config.Problem;
import io.xlink.config.SystemKind;
import io.xlink.source.csv.CsvActivityFormat;
import io.xlink.source.csv.CsvCallFormat;
import io.xlink.source.sql.UniversalActivityFormat;
import io.xlink.source.sql.UniversalCallFormat;

/** Whether the sections of external systems can be imported as they are. */
final class SystemsCheck {
    private final DataSourceCheck dataSources;
    private final FolderCheck folders;
    private final Findings findings;

    SystemsCheck(DataSourceCheck dataSources, FolderCheck folders, Findings findings) {
        this.dataSources = dataSources;
        this.folders = folders;
        this.findings = findings;
    }

    void check(IniSection section) {
        SystemKind kind = SystemKind.of(section);
        if (kind.isDead()) {
            findings.add(Problem.advice(
                    section.file(),
                    section.line(),
                    1,
                    "[" + section.name() + "] describes nothing to import, so it is left alone",
                    "Remove it, or give it ColumnNames for files or QueueSQL for a database"));
            return;
        }
        findings.addAll(KeyCheck.withoutEffect(section, kind.places()));
        if (kind.hasCsvCalls()) {
            findings.addAll(Mistakes.of(section, CsvCallFormat::of));
            folders.calls(section);
        }
        if (kind.hasCsvActivities()) {
            findings.addAll(Mistakes.of(section, CsvActivityFormat::of));
            folders.activities(section);
            findings.addAll(ActivityColumns.outside(section));
        }
        if (kind.hasCallsInDatabase()) {
            findings.addAll(Mistakes.of(section, UniversalCallFormat::of));
        }
        if (kind.hasActivitiesInDatabase()) {
            findings.addAll(Mistakes.of(section, UniversalActivityFormat::of));
        }
        if (kind.hasDatabase()) {
            findings.addAll(dataSources.check(section));
        }
    }
}
