package io.xlink.check;

import io.xlink.config.IniFile;
import io.xlink.config.IniSection;
import io.xlink.config.Inspection;
import io.xlink.config.NearestName;
import io.xlink.config.PasswordAdvice;
import io.xlink.config.Problem;
import io.xlink.config.keys.ServerKeys;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is worth saying about servers beside what keeps them from being used: sections without a server, passwords. */
final class ServersCheck {
    private static final String SYSTEM = "IES System";

    private final Inspection inspection;
    private final Findings findings;

    ServersCheck(Inspection inspection, Findings findings) {
        this.inspection = inspection;
        this.findings = findings;
    }

    void run() {
        inspection.systems().ifPresent(this::sections);
        inspection.settings().map(PasswordAdvice::of).ifPresent(findings::addAll);
    }

    /** The names in {@code [DB]}, those of lines that cannot be used too. */
    static Set<String> names(Inspection inspection) {
        return inspection.db().stream()
                .map(entry -> entry.value().split(",", 2)[0].strip())
                .collect(Collectors.toSet());
    }

    private void sections(IniFile systems) {
        List<IniSection> known = inspection.serverSections();
        Set<String> names = names(inspection);
        for (IniSection section : systems.sections()) {
            Optional<String> name = section.text(ServerKeys.NAME.name());
            if (!known.contains(section)) {
                mistyped(section);
            } else if (name.isEmpty()) {
                findings.add(Problem.warning(
                        section.file(),
                        section.line(),
                        1,
                        "[" + section.name() + "] has no Name, so no line of [DB] can refer to it",
                        "Write Name= with the name that [DB] of isps_Ul.ini uses"));
            } else if (!names.contains(name.get())) {
                findings.add(Problem.advice(
                        section.file(),
                        section.line(),
                        1,
                        "no line of [DB] names " + name.get() + ", so nothing is sent there",
                        "Add a line with the name, user and password, or remove the section"));
            }
        }
    }

    private void mistyped(IniSection section) {
        String begin = section.name()
                .substring(0, Math.min(SYSTEM.length(), section.name().length()));
        NearestName.of(begin.toLowerCase(Locale.ROOT), List.of(SYSTEM))
                .ifPresent(system -> findings.add(Problem.warning(
                        section.file(),
                        section.line(),
                        1,
                        "[" + section.name() + "] is no [" + SYSTEM + " ...] section, so it is not read",
                        "Did you mean [" + SYSTEM + " ...]?")));
    }
}
