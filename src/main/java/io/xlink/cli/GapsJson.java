package io.xlink.cli;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.xlink.importer.gaps.Gap;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Gaps as a JSON object; docs/gaps.md lists its members. */
final class GapsJson {
    private GapsJson() {}

    static void write(List<SystemGaps> systems, LocalDate from, LocalDate to, ZoneId zone, PrintWriter out) {
        JsonArray known = new JsonArray();
        JsonArray gaps = new JsonArray();
        for (SystemGaps system : systems) {
            JsonObject one = new JsonObject();
            one.addProperty("system", system.system());
            one.addProperty("knownDays", system.knownDays());
            one.addProperty("learned", system.learned());
            known.add(one);
            system.gaps().forEach(gap -> gaps.add(of(system.system(), gap, zone)));
        }
        JsonObject object = new JsonObject();
        object.addProperty("from", from.toString());
        object.addProperty("to", to.toString());
        object.addProperty("count", gaps.size());
        object.addProperty(
                "intervals", systems.stream().mapToInt(SystemGaps::intervals).sum());
        object.add("systems", known);
        object.add("gaps", gaps);
        out.println(new GsonBuilder()
                .setPrettyPrinting()
                .disableHtmlEscaping()
                .create()
                .toJson(object));
    }

    private static JsonObject of(String system, Gap gap, ZoneId zone) {
        JsonObject object = new JsonObject();
        object.addProperty("system", system);
        if (gap.queue().isPresent()) {
            object.addProperty("queue", GapsText.name(gap));
        }
        object.addProperty("day", gap.day().toString());
        object.addProperty("from", gap.from().atZone(zone).toOffsetDateTime().toString());
        object.addProperty("to", gap.to().atZone(zone).toOffsetDateTime().toString());
        object.addProperty("minutes", gap.minutes());
        object.addProperty("intervals", gap.intervals());
        return object;
    }
}
