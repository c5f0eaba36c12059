package io.xlink.iwfm.protocol;

import io.xlink.iwfm.wire.CatalogueRequest;
import io.xlink.iwfm.wire.ClientFrame;
import io.xlink.iwfm.wire.ServerCatalogue;
import io.xlink.iwfm.wire.ServerFrame;
import io.xlink.model.Catalogue;
import java.util.Iterator;
import java.util.List;

/** What the server knows by name. */
final class CatalogueQuestion extends Request<ServerCatalogue, Catalogue> {
    CatalogueQuestion(IwfmThreads threads) {
        super(threads);
    }

    @Override
    String what() {
        return "catalogue";
    }

    @Override
    boolean isImport() {
        return false;
    }

    @Override
    Iterator<ClientFrame> frames(long number, Peer peer) {
        return List.of(ClientFrame.newBuilder()
                        .setRequest(number)
                        .setCatalogue(CatalogueRequest.getDefaultInstance())
                        .build())
                .iterator();
    }

    @Override
    ServerCatalogue part(ServerFrame frame) {
        return frame.hasCatalogue() ? frame.getCatalogue() : null;
    }

    @Override
    Catalogue whole(List<ServerCatalogue> parts) throws MalformedException {
        return CatalogueCodec.fromWire(parts);
    }
}
