package io.shomei.keys;

import io.quarkus.logging.Log;
import io.shomei.pki.WeakKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The lists of keys that anybody can have, as configured. */
@ApplicationScoped
public class WeakKeyLists {
    private final KeysConfig config;

    WeakKeyLists(KeysConfig config) {
        this.config = config;
    }

    /**
     * Opens the lists, before any application is looked at.
     *
     * @throws IllegalStateException where one cannot be used
     */
    public void establish() {
        WeakKeys keys = WeakKeys.open(config.weakKeyLists().orElse(List.of()));
        keys.install();
        Log.infof("%d weak keys are known from %d lists", keys.size(), keys.lists());
    }
}
