package io.xlink.iwfm.protocol;

import io.xlink.iwfm.wire.CatalogueRequest;
import io.xlink.iwfm.wire.ClientFrame;
import io.xlink.iwfm.wire.ExportPage;
import io.xlink.iwfm.wire.ServerCatalogue;
import io.xlink.iwfm.wire.ServerFrame;
import io.xlink.model.ActivityQuery;
import io.xlink.model.ActivitySlice;
import io.xlink.model.Catalogue;
import io.xlink.model.ExportQuery;
import io.xlink.model.ExportSlice;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/** A request of one frame that asks for something: the catalogue, or a slice of what the server holds. */
final class Question<P, T> extends Request<P, T> {
    private final String what;
    private final int minor;
    private final ClientFrame frame;
    private final Function<ServerFrame, P> part;
    private final Answer<P, T> answer;

    /** Puts the parts of an answer together. */
    private interface Answer<P, T> {
        T of(List<P> parts) throws MalformedException;
    }

    private Question(
            IwfmThreads threads,
            String what,
            int minor,
            ClientFrame.Builder frame,
            Function<ServerFrame, P> part,
            Answer<P, T> answer) {
        super(threads);
        this.what = what;
        this.minor = minor;
        this.frame = frame.build();
        this.part = part;
        this.answer = answer;
    }

    /** What the server knows by name. */
    static Question<ServerCatalogue, Catalogue> catalogue(IwfmThreads threads) {
        return new Question<>(
                threads,
                "catalogue",
                0,
                ClientFrame.newBuilder().setCatalogue(CatalogueRequest.getDefaultInstance()),
                frame -> frame.hasCatalogue() ? frame.getCatalogue() : null,
                CatalogueCodec::fromWire);
    }

    /** One slice of the call data that the server holds. */
    static Question<ExportPage, ExportSlice> export(ExportQuery query, IwfmThreads threads) {
        return new Question<>(
                threads,
                "export",
                0,
                ClientFrame.newBuilder().setExport(ExportCodec.toWire(query)),
                frame -> frame.hasExportPage() ? frame.getExportPage() : null,
                ExportCodec::fromWire);
    }

    /** One slice of the activities that the server holds. */
    static Question<ExportPage, ActivitySlice> activities(ActivityQuery query, IwfmThreads threads) {
        return new Question<>(
                threads,
                "export of activities",
                Peer.ACTIVITIES,
                ClientFrame.newBuilder().setExport(ActivityExportCodec.toWire(query)),
                frame -> frame.hasExportPage() ? frame.getExportPage() : null,
                ActivityExportCodec::fromWire);
    }

    @Override
    String what() {
        return what;
    }

    @Override
    boolean isImport() {
        return false;
    }

    @Override
    int minor() {
        return minor;
    }

    @Override
    Iterator<ClientFrame> frames(long number, Peer peer) {
        return List.of(frame.toBuilder().setRequest(number).build()).iterator();
    }

    @Override
    P part(ServerFrame said) {
        return part.apply(said);
    }

    @Override
    T whole(List<P> parts) throws MalformedException {
        return answer.of(parts);
    }
}
