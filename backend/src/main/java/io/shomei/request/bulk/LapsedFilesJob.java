package io.shomei.request.bulk;

import io.shomei.jobs.LapseJob;
import jakarta.enterprise.context.ApplicationScoped;

/** Ends files to which no second officer agreed in time. */
@ApplicationScoped
class LapsedFilesJob implements LapseJob {
    private final RequestFiles files;

    LapsedFilesJob(RequestFiles files) {
        this.files = files;
    }

    @Override
    public String name() {
        return "lapsed-request-files";
    }

    @Override
    public int chunk() {
        return 20;
    }

    @Override
    public int end(int most) {
        return files.endLapsed(most);
    }
}
