package io.xlink.model;

/**
 * The left side of a mapping in acd_map.ini: one value type of one queue on one server.
 *
 * @param server name of the server, from {@code [DB]}
 * @param parent id of the parent queue, 0 at the top
 * @param queue id of the queue
 * @param valueType id of the value type
 */
public record Target(String server, int parent, int queue, int valueType) {
    @Override
    public String toString() {
        return server + ":" + parent + ":" + queue + ":" + valueType;
    }
}
