package io.xlink.iwfm.protocol;

import io.xlink.model.ActivityQuery;
import io.xlink.model.ActivitySlice;
import io.xlink.model.Catalogue;
import io.xlink.model.ExportQuery;
import io.xlink.model.ExportSlice;
import io.xlink.model.Import;
import io.xlink.model.Receipt;
import java.util.concurrent.CompletionStage;

/**
 * What stands behind a listener. Called on worker threads, which may block. A stage that fails becomes a failure with
 * the exception's message and may be retried; fail with {@link RequestFailedException} to say that it may not.
 */
public interface RequestHandler {

    /**
     * Stores an import. Those of one client come in the order in which they ended on the wire. One that is about the
     * same external system, kind and day as another comes when that one's stage has ended, so that the later one wins;
     * others may come before, as many as the window allows. The same id may come again after a cut and must then give
     * the same receipt; it never comes a second time while its stage is open.
     *
     * @param what of either kind; of call data, a parent, queue, value type and length of interval stands at most once,
     *     of activities, an agent and activity
     * @param user who sends it
     * @return completes when the import is durable
     */
    CompletionStage<Receipt> store(Import what, String user);

    CompletionStage<Catalogue> catalogue(String user);

    CompletionStage<ExportSlice> export(ExportQuery query, String user);

    CompletionStage<ActivitySlice> exportActivities(ActivityQuery query, String user);
}
