package io.shomei.request.bulk;

import io.shomei.policy.Policy;
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

    /** The same, where the policy lets officers have that done. */
    RowWork offered(RequestFileFormat format, Policy policy) {
        RowWork work = of(format);
        work.require(policy);
        return work;
    }
}
