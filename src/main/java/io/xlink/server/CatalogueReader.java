package io.xlink.server;

import io.xlink.config.NearestName;
import io.xlink.model.Catalogue;
import io.xlink.model.Catalogue.Activity;
import io.xlink.model.Catalogue.Employee;
import io.xlink.model.Catalogue.ExternalName;
import io.xlink.model.Catalogue.Queue;
import io.xlink.model.Catalogue.ValueType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads the catalogue's part of {@code server.yaml}. */
final class CatalogueReader {
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    private final YamlObject root;

    CatalogueReader(YamlObject root) {
        this.root = root;
    }

    Catalogue read() {
        String name = mappingName(root.at("name"), root.text("name"), "the server's name");
        List<Queue> queues = new ArrayList<>();
        readQueues(root, 0, queues, new HashSet<>());
        Set<String> systems = systems();
        boolean any = anyEmployee();
        return new Catalogue(
                name,
                queues,
                valueTypes(),
                List.copyOf(systems),
                activities(systems),
                any ? List.of() : employees(systems),
                any);
    }

    /** Each queue goes in before its children; refusing an id that stood before also ends YAML aliases that recur. */
    private void readQueues(YamlObject above, int parent, List<Queue> queues, Set<Integer> ids) {
        for (Node node : above.list("queues")) {
            YamlObject queue = new YamlObject(root.file(), node, "a queue", List.of("id", "name", "queues"));
            int id = uniqueId(queue, "queue", ids);
            queues.add(new Queue(id, parent, queue.text("name")));
            readQueues(queue, id, queues, ids);
        }
    }

    private List<ValueType> valueTypes() {
        Set<Integer> ids = new HashSet<>();
        return root.list("valueTypes").stream()
                .map(node -> new YamlObject(root.file(), node, "a value type", List.of("id", "name")))
                .map(type -> new ValueType(uniqueId(type, "value type", ids), type.text("name")))
                .toList();
    }

    private Set<String> systems() {
        Set<String> systems = new LinkedHashSet<>();
        for (Node node : root.list("externalSystems")) {
            String system = mappingName(node, root.text(node, "an external system"), "an external system's name");
            if (!systems.add(system)) {
                throw root.error(node, "external system '" + system + "' stands twice", "Keep one of them");
            }
        }
        return systems;
    }

    private List<Activity> activities(Set<String> systems) {
        List<Activity> activities = new ArrayList<>();
        Set<Integer> ids = new HashSet<>();
        Claims claims = new Claims("activity", systems);
        for (Node node : root.list("activities")) {
            YamlObject activity = new YamlObject(root.file(), node, "an activity", List.of("id", "name", "external"));
            int id = uniqueId(activity, "activity", ids);
            String name = activity.text("name");
            activities.add(new Activity(id, name, claims.read(activity, name, text -> "")));
        }
        if (!ids.contains(ActivityCheck.PRESENT)) {
            activities.add(0, new Activity(ActivityCheck.PRESENT, "Present", List.of()));
        }
        return activities;
    }

    private boolean anyEmployee() {
        if (!(root.at("employees") instanceof ScalarNode scalar)
                || root.value("employees").isEmpty()) {
            return false;
        }
        if (scalar.getValue().equals("any")) {
            return true;
        }
        throw root.error(
                scalar,
                "'employees' is '" + scalar.getValue() + "', neither a list nor 'any'",
                "List the employees, or write employees: any to accept every agent");
    }

    private List<Employee> employees(Set<String> systems) {
        List<Employee> employees = new ArrayList<>();
        Set<Integer> ids = new HashSet<>();
        Claims claims = new Claims("agent", systems);
        for (Node node : root.list("employees")) {
            YamlObject employee = new YamlObject(root.file(), node, "an employee", List.of("id", "name", "external"));
            int id = uniqueId(employee, "employee", ids);
            String name = employee.text("name");
            employees.add(new Employee(
                    id,
                    name,
                    claims.read(
                            employee,
                            name,
                            text -> DIGITS.matcher(text).matches() ? "" : "does not consist of digits only")));
        }
        return employees;
    }

    private int uniqueId(YamlObject object, String what, Set<Integer> ids) {
        int id = object.id();
        if (!ids.add(id)) {
            throw root.error(
                    object.at("id"), what + " id " + id + " stands twice", "Give each " + what + " its own id");
        }
        return id;
    }

    /** A name that stands in mapping lines, where a colon would end it. */
    private String mappingName(Node at, String name, String what) {
        if (name.indexOf(':') >= 0) {
            throw root.error(
                    at,
                    what + " '" + name + "' contains ':', which separates the parts of a mapping",
                    "Choose another");
        }
        return name;
    }

    /** External names, each of which belongs to one owner only. */
    private final class Claims {
        private final String key;
        private final Collection<String> systems;
        private final Map<ExternalName, String> owners = new HashMap<>();

        Claims(String key, Collection<String> systems) {
            this.key = key;
            this.systems = systems;
        }

        /** @param fault says what is wrong with a name, empty when nothing is */
        List<ExternalName> read(YamlObject owner, String ownerName, Function<String, String> fault) {
            List<ExternalName> names = new ArrayList<>();
            for (Node node : owner.list("external")) {
                YamlObject claim = new YamlObject(root.file(), node, "an external " + key, List.of("system", key));
                ExternalName name = new ExternalName(system(claim), claim.text(key));
                String what = "external " + key + " '" + name.name() + "' of " + name.system();
                String problem = fault.apply(name.name());
                if (!problem.isEmpty()) {
                    throw root.error(claim.at(key), what + " " + problem, "Write the id that the system reports");
                }
                String other = owners.putIfAbsent(name, ownerName);
                if (other != null) {
                    throw root.error(
                            claim.at(key),
                            what + " already belongs to '" + other + "'",
                            "Leave it with one of the two");
                }
                names.add(name);
            }
            return names;
        }

        private String system(YamlObject claim) {
            String system = claim.text("system");
            if (!systems.contains(system)) {
                String remedy = NearestName.of(system, systems)
                        .map(near -> "Did you mean '" + near + "'?")
                        .orElse("Add it to externalSystems");
                throw root.error(
                        claim.at("system"), "external system '" + system + "' is not in externalSystems", remedy);
            }
            return system;
        }
    }
}
