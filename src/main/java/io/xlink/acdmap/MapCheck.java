package io.xlink.acdmap;

import io.xlink.acdmap.MapFinding.Kind;
import io.xlink.model.Catalogue;
import io.xlink.model.Target;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Compares the mappings of one server with its queue tree (specification, section 3,
 * {@code AutomaticMappingCorrection}). Nothing that it proposes loses a mapping:
 *
 * <ul>
 *   <li>A target whose queue stands under another parent moves there, with all its lines.
 *   <li>It is a duplicate instead when the target under the right parent stands in the file too and has the same sources
 *       and script. When those differ, nobody but the administrator knows which of them is meant, and joining them could
 *       count calls twice: both stay, and a warning says so.
 *   <li>A target whose queue or value type does not exist is a duplicate when a valid target, with the same value type or
 *       queue where that one exists, has the same sources and script. Otherwise it stays, and a warning says so.
 * </ul>
 *
 * The order of sources counts only with a script, and a target with a line that was not understood is never the same as
 * another one.
 */
public final class MapCheck {
    private final Catalogue catalogue;
    private final Map<Integer, Integer> parents = new HashMap<>();
    private final Set<Integer> valueTypes = new HashSet<>();
    private final Map<Target, TargetLines> targets = new LinkedHashMap<>();
    /** Targets that are right, or will be: by their right ids. */
    private final Map<Target, TargetLines> valid = new LinkedHashMap<>();

    private final List<MapFinding> findings = new ArrayList<>();

    private MapCheck(AcdMap map, String server, Catalogue catalogue) {
        this.catalogue = catalogue;
        catalogue.queues().forEach(queue -> parents.put(queue.id(), queue.parent()));
        catalogue.valueTypes().forEach(type -> valueTypes.add(type.id()));
        map.lines().stream()
                .filter(line -> line.target().server().equals(server))
                .forEach(line -> targets.computeIfAbsent(line.target(), t -> new TargetLines())
                        .add(line));
    }

    /**
     * What is amiss with the mappings of a server, in the order of the file.
     *
     * @param server its name in {@code [DB]}; mappings of other servers are not looked at
     * @param catalogue what the server says about itself
     */
    public static List<MapFinding> of(AcdMap map, String server, Catalogue catalogue) {
        MapCheck check = new MapCheck(map, server, catalogue);
        check.findMoved();
        check.findUnknown();
        check.findings.sort(Comparator.comparingInt(finding -> finding.line().line()));
        return List.copyOf(check.findings);
    }

    private boolean exists(Target target) {
        return parents.containsKey(target.queue()) && valueTypes.contains(target.valueType());
    }

    private Target right(Target target) {
        return new Target(target.server(), parents.get(target.queue()), target.queue(), target.valueType());
    }

    private void findMoved() {
        Map<Target, List<Target>> moved = new LinkedHashMap<>();
        targets.forEach((target, lines) -> {
            if (exists(target)) {
                Target right = right(target);
                if (target.equals(right)) {
                    valid.put(target, lines);
                } else {
                    moved.computeIfAbsent(right, r -> new ArrayList<>()).add(target);
                }
            }
        });
        moved.forEach(this::judgeMoved);
    }

    private void judgeMoved(Target right, List<Target> wrong) {
        String why =
                "the server shows queue " + right.queue() + name(right.queue()) + " under parent " + right.parent();
        TargetLines standing = valid.get(right);
        int from = 0;
        if (standing == null) {
            TargetLines first = targets.get(wrong.get(0));
            if (!wrong.stream().skip(1).map(targets::get).allMatch(first::sameAs)) {
                wrong.forEach(target -> unclear(
                        target,
                        why + ", and its lines under several wrong parents differ, so it is"
                                + " not clear which of them are meant"));
                return;
            }
            first.all().forEach(line -> add(Kind.MOVED, line, OptionalInt.of(right.parent()), why));
            valid.put(right, first);
            standing = first;
            from = 1;
        }
        for (Target target : wrong.subList(from, wrong.size())) {
            if (targets.get(target).sameAs(standing)) {
                duplicate(target, why + ", where the same is mapped already");
            } else {
                unclear(
                        target,
                        why + ", where it is mapped with other sources or another script, so it is not clear"
                                + " which of them are meant");
            }
        }
    }

    private void findUnknown() {
        targets.forEach((target, lines) -> {
            if (!exists(target)) {
                judgeUnknown(target, lines);
            }
        });
    }

    private void judgeUnknown(Target target, TargetLines lines) {
        boolean queueExists = parents.containsKey(target.queue());
        boolean valueTypeExists = valueTypes.contains(target.valueType());
        String why = queueExists
                ? "the server has no value type " + target.valueType()
                : "the server has no queue " + target.queue()
                        + (valueTypeExists ? "" : " and no value type " + target.valueType());
        valid.entrySet().stream()
                .filter(other -> queueExists
                        ? other.getKey().queue() == target.queue()
                        : valueTypeExists && other.getKey().valueType() == target.valueType())
                .filter(other -> !lines.sources().isEmpty() && lines.sameAs(other.getValue()))
                .findFirst()
                .ifPresentOrElse(
                        other -> duplicate(target, why + ", and " + other.getKey() + " maps the same"),
                        () -> unclear(target, why));
    }

    private String name(int queue) {
        return catalogue.queues().stream()
                .filter(q -> q.id() == queue)
                .findFirst()
                .map(q -> " (" + q.name() + ")")
                .orElse("");
    }

    private void duplicate(Target target, String why) {
        targets.get(target).all().forEach(line -> add(Kind.DUPLICATE, line, OptionalInt.empty(), why));
    }

    /** Once for a target: a warning at each of its lines would say no more. */
    private void unclear(Target target, String why) {
        add(Kind.UNCLEAR, targets.get(target).all().get(0), OptionalInt.empty(), why);
    }

    private void add(Kind kind, MapLine line, OptionalInt parent, String why) {
        findings.add(new MapFinding(kind, line, parent, why));
    }
}
