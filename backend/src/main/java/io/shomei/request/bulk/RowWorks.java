package io.shomei.request.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

/** Finds what works on the rows of a format. */
@ApplicationScoped
class RowWorks {
    private final Instance<RowWork> all;

    RowWorks(Instance<RowWork> all) {
        this.all = all;
    }

    RowWork of(RequestFileFormat format) {
        return all.select(format.work()).get();
    }
}
