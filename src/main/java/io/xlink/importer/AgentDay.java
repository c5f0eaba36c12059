package io.xlink.importer;

import io.xlink.model.LocalDay;

/**
 * What one import replaces of an agent.
 *
 * @param agent the agent's id
 * @param day a day of local time
 */
record AgentDay(String agent, LocalDay day) {}
