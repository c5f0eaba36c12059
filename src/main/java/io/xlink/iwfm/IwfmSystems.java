package io.xlink.iwfm;

import java.util.Optional;

/** Where {@code iwfm:NAME} finds its server. One bean of this type in the registry is enough. */
public interface IwfmSystems {

    /** The server of that name, or empty when there is none. Names are case-sensitive. */
    Optional<IwfmSystem> find(String name);
}
