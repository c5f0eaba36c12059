package io.xlink.model;

import java.util.List;

/**
 * What a server knows by name: the vocabulary that mappings refer to.
 *
 * @param server the server's own name
 * @param queues all queues, each after its parent
 * @param valueTypes all value types
 * @param externalSystems names of the external systems it accepts data from
 * @param activities activities and the external activities that they claim
 * @param employees employees and their external agent ids
 * @param anyEmployee whether agents that no employee claims are accepted too
 */
public record Catalogue(
        String server,
        List<Queue> queues,
        List<ValueType> valueTypes,
        List<String> externalSystems,
        List<Activity> activities,
        List<Employee> employees,
        boolean anyEmployee) {

    public Catalogue {
        queues = List.copyOf(queues);
        valueTypes = List.copyOf(valueTypes);
        externalSystems = List.copyOf(externalSystems);
        activities = List.copyOf(activities);
        employees = List.copyOf(employees);
    }

    /**
     * A queue.
     *
     * @param id greater than 0
     * @param parent id of the parent queue, 0 at the top
     */
    public record Queue(int id, int parent, String name) {}

    /** What is counted of a queue, such as calls offered. */
    public record ValueType(int id, String name) {}

    /** A name or id that an external system uses for something of the server. */
    public record ExternalName(String system, String name) {}

    /** What an agent can be doing; an external activity belongs to exactly one. */
    public record Activity(int id, String name, List<ExternalName> external) {
        public Activity {
            external = List.copyOf(external);
        }
    }

    /** A person, with the agent ids that external systems know them by. */
    public record Employee(int id, String name, List<ExternalName> external) {
        public Employee {
            external = List.copyOf(external);
        }
    }
}
