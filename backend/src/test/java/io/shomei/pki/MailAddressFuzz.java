package io.shomei.pki;

import static org.assertj.core.api.Assertions.assertThat;

import io.shomei.fuzz.FuzzTarget;
import java.util.List;

/** A mail address. What is taken goes into a header and a command of SMTP as it is, so it holds nothing that would end them. */
public final class MailAddressFuzz implements FuzzTarget {

    @Override
    public List<byte[]> seeds() {
        return List.of(
                FuzzTarget.bytes("taro@shomei.ac.jp"),
                FuzzTarget.bytes("a.b+c=d@xn--wgv71a.jp"),
                FuzzTarget.bytes("\"quoted\"@a.jp"),
                FuzzTarget.bytes("a@b@c.jp"));
    }

    @Override
    public void take(byte[] input) {
        MailAddress.parse(FuzzTarget.text(input)).ifPresent(address -> {
            assertThat(address.toString())
                    .matches("[!-~]{1,64}@[a-z0-9.-]{1,253}")
                    .doesNotContainAnyWhitespaces();
            assertThat(address.toString()).doesNotContain("<", ">", "\"", "(", ")", ",", ";", ":");
            assertThat(MailAddress.parse(address.toString())).contains(address);
        });
    }
}
