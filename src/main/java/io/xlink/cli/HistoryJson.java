package io.xlink.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.xlink.importer.ledger.Answer;
import io.xlink.importer.ledger.Entry;
import io.xlink.importer.ledger.LedgerReader;
import io.xlink.importer.ledger.RanQuery;
import io.xlink.importer.ledger.ReadFile;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.List;

/** The ledger as a JSON array: one object an import, with files, statements and receipts; times in UTC. */
final class HistoryJson {
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private HistoryJson() {}

    /** Writes a line an import, so that a long list need not be held. */
    static void write(List<Entry> entries, LedgerReader ledger, PrintWriter out) throws SQLException {
        out.print('[');
        String separator = System.lineSeparator();
        for (Entry entry : entries) {
            out.print(separator + GSON.toJson(object(entry, ledger)));
            separator = "," + System.lineSeparator();
        }
        out.println(entries.isEmpty() ? "]" : System.lineSeparator() + "]");
    }

    private static JsonObject object(Entry entry, LedgerReader ledger) throws SQLException {
        JsonObject json = new JsonObject();
        json.addProperty("id", entry.id());
        json.addProperty("system", entry.system());
        json.addProperty("kind", HistoryText.kind(entry.kind()));
        json.addProperty("origin", entry.origin().toString());
        json.addProperty("state", entry.state().toString());
        json.addProperty("started", entry.started().toString());
        entry.ended().ifPresent(ended -> json.addProperty("ended", ended.toString()));
        json.addProperty("attempts", entry.attempts());
        JsonArray days = new JsonArray();
        entry.days().forEach(day -> days.add(day.toString()));
        json.add("days", days);
        json.addProperty("rows", entry.rows());
        json.addProperty("rejected", entry.rejected());
        json.addProperty("stored", entry.stored());
        json.addProperty("refused", entry.refused());
        json.addProperty("notComputed", entry.notComputed());
        json.addProperty("mapping", entry.mapping());
        entry.error().ifPresent(error -> json.addProperty("error", error));
        json.add("files", files(ledger.files(entry.id())));
        json.add("statements", statements(ledger.statements(entry.id())));
        json.add("receipts", receipts(ledger.answers(entry.id())));
        return json;
    }

    private static JsonArray files(List<ReadFile> files) {
        JsonArray array = new JsonArray();
        for (ReadFile file : files) {
            JsonObject json = new JsonObject();
            json.addProperty("path", file.path());
            json.addProperty("size", file.size());
            json.addProperty("modified", file.modified().toString());
            file.sha256().ifPresent(sum -> json.addProperty("sha256", sum));
            json.addProperty("rows", file.rows());
            json.addProperty("rejected", file.rejected());
            array.add(json);
        }
        return array;
    }

    private static JsonArray statements(List<RanQuery> statements) {
        JsonArray array = new JsonArray();
        for (RanQuery query : statements) {
            JsonObject json = new JsonObject();
            json.addProperty("text", query.text());
            json.addProperty("rows", query.rows());
            array.add(json);
        }
        return array;
    }

    private static JsonArray receipts(List<Answer> answers) {
        JsonArray array = new JsonArray();
        for (Answer answer : answers) {
            JsonObject json = new JsonObject();
            json.addProperty("server", answer.server());
            json.addProperty("day", answer.day().toString());
            json.addProperty("id", answer.importId().toString());
            json.addProperty("stored", answer.stored());
            json.addProperty("refused", answer.refused());
            array.add(json);
        }
        return array;
    }
}
