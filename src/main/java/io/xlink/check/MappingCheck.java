package io.xlink.check;

import io.xlink.acdmap.AcdMap;
import io.xlink.acdmap.CallDataMapper;
import io.xlink.acdmap.ImportScripts;
import io.xlink.acdmap.MapLine;
import io.xlink.acdmap.Source;
import io.xlink.config.ConfigException;
import io.xlink.config.IniEntry;
import io.xlink.config.IniSection;
import io.xlink.config.NearestName;
import io.xlink.config.Problem;
import io.xlink.config.Problem.Severity;
import io.xlink.config.SystemKind;
import io.xlink.config.keys.CsvCallKeys;
import io.xlink.model.QueuePath;
import io.xlink.source.sql.UniversalCallFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether mappings name servers, systems, queues and value types that exist, and which queues none names. */
final class MappingCheck {
    private static final int SHOWN = 5;

    private final AcdMap map;
    private final ImportScripts scripts;
    private final Map<String, IniSection> systems = new LinkedHashMap<>();
    private final Map<String, Optional<CallTree>> trees = new LinkedHashMap<>();
    private final Findings findings;
    private final Repetitions repetitions;

    MappingCheck(AcdMap map, ImportScripts scripts, List<IniSection> externalSystems, Findings findings) {
        this.map = map;
        this.scripts = scripts;
        this.findings = findings;
        this.repetitions = new Repetitions(map.file());
        externalSystems.forEach(section -> {
            systems.put(section.name(), section);
            trees.put(section.name(), SystemKind.of(section).hasCsvCalls() ? CallTree.of(section) : Optional.empty());
        });
    }

    /** @param servers the names of {@code [DB]} */
    void run(Set<String> servers) {
        // Without any server that is said once, and not again of each mapping.
        AcdMap known = servers.isEmpty() ? map : map.forServers(servers);
        findings.addAll(known.warnings());
        findings.addAll(CallDataMapper.leftOut(known, scripts));
        Map<String, Set<QueuePath>> mapped = new LinkedHashMap<>();
        for (MapLine line : map.lines()) {
            line.source().ifPresent(source -> {
                mapped.computeIfAbsent(source.system(), s -> new HashSet<>()).add(source.path());
                source(line, source);
            });
        }
        findings.addAll(repetitions.problems());
        if (!map.lines().isEmpty()) {
            trees.forEach((name, tree) -> tree.ifPresent(t -> unmapped(t, mapped.getOrDefault(name, Set.of()))));
        }
    }

    private void source(MapLine line, Source source) {
        IniSection section = systems.get(source.system());
        if (section == null) {
            tell(
                    line,
                    0,
                    "there is no external system [" + source.system() + "] in isps_Ul.ini",
                    NearestName.of(source.system(), systems.keySet())
                            .map(name -> "Did you mean " + name + "?")
                            .orElse("Add the section, or remove the mapping"));
        } else if (!SystemKind.of(section).hasCalls()) {
            tell(
                    line,
                    0,
                    "[" + source.system() + "] describes no call data, so nothing can be mapped of it",
                    "Give the section its keys, or remove the mapping");
        } else if (SystemKind.of(section).hasCallsInDatabase()) {
            valueType(line, source, section);
        } else {
            trees.get(source.system())
                    .flatMap(tree -> tree.missing(source))
                    .ifPresent(missing -> tell(line, missing.at(), missing.what(), missing.remedy()));
        }
    }

    /** Which queues there are, only the database knows. */
    private void valueType(MapLine line, Source source, IniSection section) {
        List<String> known;
        try {
            known = UniversalCallFormat.of(section).valueTypeNames();
        } catch (ConfigException e) {
            // That is told of the section itself.
            return;
        }
        if (!known.contains(source.valueType())) {
            tell(
                    line,
                    source.toString().length() - source.valueType().length(),
                    source.valueType() + " is not in ValueTypes of [" + section.name() + "]",
                    NearestName.of(source.valueType(), known)
                            .map(near -> "Did you mean " + near + "?")
                            .orElse("Add it there, or correct the mapping"));
        }
    }

    private void tell(MapLine line, int at, String what, String remedy) {
        repetitions.add(line.line(), line.rightColumn() + at, Severity.ERROR, what, remedy);
    }

    private void unmapped(CallTree tree, Set<QueuePath> mapped) {
        IniSection section = tree.section();
        List<QueuePath> left = new ArrayList<>(tree.queues());
        left.removeAll(mapped);
        if (left.isEmpty()) {
            return;
        }
        String names = String.join(
                ", ", left.stream().limit(SHOWN).map(QueuePath::toString).toList());
        Optional<IniEntry> groups = section.entry(CsvCallKeys.GROUPS.name());
        findings.add(Problem.advice(
                section.file(),
                groups.map(IniEntry::line).orElse(section.line()),
                groups.map(IniEntry::valueColumn).orElse(1),
                "[" + section.name() + "] has queues that are not mapped: " + names
                        + (left.size() > SHOWN ? " and " + (left.size() - SHOWN) + " more" : ""),
                "Map them in acd_map.ini, unless their figures are not wanted"));
    }
}
