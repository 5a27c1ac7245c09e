package io.shomei.timestamp.clock;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * All NTP servers that were named. More than half must answer; of their answers the middle one counts, by how far our clock is
 * off, and the worse of the two middle ones: so at least half of those who answered confirm it, and a single server that is
 * wrong decides nothing among three.
 */
final class NtpReference implements TimeReference {
    private final List<NtpServer> servers;

    NtpReference(List<NtpServer> servers) {
        this.servers = List.copyOf(servers);
    }

    @Override
    public String name() {
        return "ntp";
    }

    @Override
    public boolean isRequired() {
        return true;
    }

    @Override
    public Offset measure() throws SilentReference {
        List<Offset> answers = new ArrayList<>();
        List<String> silent = new ArrayList<>();
        for (NtpServer server : servers) {
            try {
                answers.add(server.measure());
            } catch (SilentReference failed) {
                silent.add(failed.reason());
            }
        }
        if (answers.size() * 2 <= servers.size()) {
            throw new SilentReference(String.join("; ", silent));
        }
        answers.sort(Comparator.comparing(offset -> offset.ahead().abs()));
        return answers.get(answers.size() / 2);
    }
}
