package io.shomei.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.shomei.pki.AlternativeName;
import io.shomei.pki.DnsName;
import io.shomei.pki.MailAddress;
import io.shomei.tenant.PermittedNames.Check;
import io.shomei.tenant.PermittedNames.Objection;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Hosts and mailboxes lie in domains that the tenant has today. */
class PermittedNamesTest {
    private static final Instant NOW = Instant.parse("2026-11-25T00:00:00Z");
    private static final Domain OPEN = new Domain("a.ac.jp", NOW, false);
    private static final Domain LAPSED = new Domain("lab.a.ac.jp", NOW.minusMillis(1), true);
    private static final Domain WILD = new Domain("cloud.a.ac.jp", NOW.plusSeconds(1), true);
    private static final List<Domain> DOMAINS = List.of(OPEN, LAPSED, WILD);

    @Test
    void whatLiesInAnOpenDomainIsPermitted() {
        List<AlternativeName> names =
                List.of(host("a.ac.jp"), host("www.a.ac.jp"), host("*.cloud.a.ac.jp"), mailbox("taro@mail.a.ac.jp"));
        assertThat(PermittedNames.check(names, DOMAINS, NOW)).isInstanceOfSatisfying(Check.Good.class, good -> {
            assertThat(good.names().all()).isEqualTo(names);
            assertThat(good.names().hosts()).containsExactly("a.ac.jp", "www.a.ac.jp", "*.cloud.a.ac.jp");
        });
    }

    @Test
    void everythingAgainstThemIsSaidTogether() {
        AlternativeName foreign = mailbox("taro@example.org");
        AlternativeName similar = host("evil-a.ac.jp");
        AlternativeName late = mailbox("taro@lab.a.ac.jp");
        AlternativeName wild = host("*.a.ac.jp");
        AlternativeName above = host("*.ac.jp");
        AlternativeName other = new AlternativeName.Uri("https://www.a.ac.jp/");
        assertThat(PermittedNames.check(
                        List.of(host("a.ac.jp"), foreign, similar, late, wild, above, other), DOMAINS, NOW))
                .isEqualTo(new Check.Bad(List.of(
                        new Objection.NotPermitted(foreign),
                        new Objection.NotPermitted(similar),
                        new Objection.DeadlinePassed(late, LAPSED),
                        new Objection.NoWildcards(wild, OPEN),
                        new Objection.NotPermitted(above),
                        new Objection.NotPermitted(other))));
    }

    @Test
    void aNameOfNoDomainIsNobodys() {
        assertThat(Stream.of(host("localhost"), new AlternativeName.Dns(new DnsName("jp.example"))))
                .allSatisfy(name -> assertThat(PermittedNames.check(List.of(name), List.of(), NOW))
                        .isEqualTo(new Check.Bad(List.of(new Objection.NotPermitted(name)))));
    }

    private static AlternativeName host(String text) {
        return AlternativeName.ofHost(text).orElseThrow();
    }

    private static AlternativeName mailbox(String text) {
        return new AlternativeName.Email(MailAddress.parse(text).orElseThrow());
    }
}
