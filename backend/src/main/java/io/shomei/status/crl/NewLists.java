package io.shomei.status.crl;

import io.shomei.authority.Authorities;
import io.shomei.jobs.Job;
import jakarta.enterprise.context.ApplicationScoped;

/** Makes the first lists of an authority that has just begun to issue, and of parts that it has just got. */
@ApplicationScoped
class NewLists implements Job {
    private final Authorities authorities;
    private final CrlPublisher publisher;

    NewLists(Authorities authorities, CrlPublisher publisher) {
        this.authorities = authorities;
        this.publisher = publisher;
    }

    @Override
    public String name() {
        return Authorities.LISTS_JOB;
    }

    @Override
    public void run(String authority) {
        // Another copy of the platform may have made it a moment ago.
        authorities.refresh();
        publisher.publishDue(authorities.find(authority).orElseThrow());
    }
}
