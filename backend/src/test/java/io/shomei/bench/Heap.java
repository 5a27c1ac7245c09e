package io.shomei.bench;

import java.util.concurrent.atomic.AtomicBoolean;

/** Looks at the heap of a server while something is done. */
final class Heap implements AutoCloseable {
    private final AtomicBoolean looking = new AtomicBoolean(true);
    private final Thread thread;
    private volatile long most;

    Heap(Server server) {
        thread = Thread.ofPlatform().start(() -> {
            while (looking.get()) {
                try {
                    most = Math.max(most, server.heap());
                    Thread.sleep(100);
                } catch (Exception stopping) {
                    return;
                }
            }
        });
    }

    /** The most octets in use so far. */
    long most() {
        return most;
    }

    @Override
    public void close() {
        looking.set(false);
        thread.interrupt();
    }
}
