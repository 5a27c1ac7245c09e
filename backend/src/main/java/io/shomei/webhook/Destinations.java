package io.shomei.webhook;

import io.shomei.web.AddressRange;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses messages may be sent to. A customer's name may lead into the network the platform itself stands in; what answers
 * there believes us. So every address that is not of the public Internet is refused, after the name was resolved, and the connection goes to
 * the address that was looked at: a name that leads elsewhere a moment later changes nothing.
 */
@ApplicationScoped
class Destinations {
    /** IANA's special-purpose registries (RFC 6890), and what lies in IPv6 addresses that stand for IPv4 ones. */
    private static final List<AddressRange> SPECIAL = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    "::/96",
                    "64:ff9b::/96",
                    "64:ff9b:1::/48",
                    "100::/64",
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16",
                    "3fff::/20",
                    "fc00::/7",
                    "fe80::/10",
                    "fec0::/10",
                    "ff00::/8")
            .map(AddressRange::parse)
            .toList();

    private final List<AddressRange> allowed;

    Destinations(WebhookConfig config) {
        this.allowed = config.allowedNetworks().orElse(List.of()).stream()
                .map(AddressRange::parse)
                .toList();
    }

    /**
     * The address to connect to.
     *
     * @throws IOException when the name has none, or one of them must not be connected to
     */
    InetAddress of(String host) throws IOException {
        InetAddress[] addresses;
        try {
            addresses = InetAddress.getAllByName(host);
        } catch (UnknownHostException unknown) {
            throw new IOException("the host name has no address", unknown);
        }
        if (!Arrays.stream(addresses).allMatch(this::isPermitted)) {
            throw new IOException("the host name leads to an address that messages are not sent to");
        }
        return addresses[0];
    }

    boolean isPermitted(InetAddress address) {
        return allowed.stream().anyMatch(range -> range.contains(address))
                || SPECIAL.stream().noneMatch(range -> range.contains(address));
    }
}
