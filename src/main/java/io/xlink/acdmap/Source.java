package io.xlink.acdmap;

import io.xlink.model.QueuePath;

/**
 * The right side of a mapping line: one value type of one queue of an external system. All names are case-sensitive
 * (specification, section 3, acd_map.ini).
 *
 * @param system name of the external system, its section in isps_Ul.ini
 * @param path where the queue stands in the system's tree
 * @param valueType name of the value type
 */
public record Source(String system, QueuePath path, String valueType) {
    @Override
    public String toString() {
        return system + ":" + path + ":" + valueType;
    }
}
