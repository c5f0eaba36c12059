package io.xlink.config.keys;

import java.util.Optional;

/** When imports run by themselves: {@link ImportMode}. */
public enum Mode implements KeyType {
    MODE;

    @Override
    public String words() {
        return "`every 15 00:05` `daily 02:30` `none`";
    }

    @Override
    public Optional<Fault> fault(String text) {
        try {
            ImportMode.of(text);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return KeyType.unless(false, e.getMessage(), ImportMode.FORMS);
        }
    }
}
