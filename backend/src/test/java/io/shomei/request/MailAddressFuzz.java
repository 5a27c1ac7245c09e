package io.shomei.request;

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
        String text = FuzzTarget.text(input);
        if (MailAddress.fault(text).isEmpty()) {
            assertThat(text).matches("[!-~]{1,64}@[A-Za-z0-9.-]{1,253}").doesNotContainAnyWhitespaces();
            assertThat(text).doesNotContain("<", ">", "\"", "(", ")", ",", ";", ":");
        }
    }
}
