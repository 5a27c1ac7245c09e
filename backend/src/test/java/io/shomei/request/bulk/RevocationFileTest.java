package io.shomei.request.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import io.shomei.audit.Actor;
import io.shomei.certificate.CertificateRegister;
import io.shomei.certificate.CertificateState;
import io.shomei.certificate.Holder;
import io.shomei.certificate.Holders;
import io.shomei.certificate.Subscriber;
import io.shomei.issuance.Issuance;
import io.shomei.issuance.Order;
import io.shomei.issuance.Outcome;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.Ids;
import io.shomei.notification.Attachment;
import io.shomei.pki.DistinguishedName;
import io.shomei.pki.KeySpec;
import io.shomei.profile.Profiles;
import io.shomei.tenant.PermittedNames;
import io.shomei.testing.Csrs;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Mailbox;
import io.shomei.testing.Person;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.Steps;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The file that revokes a person's certificate which was renewed. That of a server is sent and uploaded in ReplacedCertificatesTest. */
@ShomeiTest
class RevocationFileTest {
    private static final String DN = "CN=Hanako Yamada,O=University a,L=Chiyoda-ku,ST=Tokyo,C=JP";

    @Inject
    Fixtures given;

    @Inject
    Steps steps;

    @Inject
    RevocationFile file;

    @Inject
    Issuance issuance;

    @Inject
    Profiles profiles;

    @Inject
    Holders holders;

    @Inject
    CertificateRegister register;

    @Inject
    Ids ids;

    private Fixtures.Organisation tenant;
    private Person sato;

    @BeforeEach
    void anOfficer() {
        tenant = given.tenant("a").withDomain("a.ac.jp");
        sato = tenant.officer("Hanako Sato");
    }

    @Test
    void itHasTheAddressesThatRowsAboutPeopleNeed() {
        CertificateId earlier = certified(null);
        Holder holder = new Holder("山田花子", "工学部", "hanako." + sato.email());
        QuarkusTransaction.requiringNew().run(() -> holders.enter(tenant.id(), Map.of(earlier, holder)));
        CertificateId successor = certified(earlier);

        Attachment attached = file.of(tenant.id(), List.of(successor)).getFirst();
        JsonPath end = steps.carriedOut(sato, "CLIENT", "REVOKE", attached.content());

        assertThat(end.getLong("progress.done")).isEqualTo(1);
        assertThat(register.find(tenant.id(), earlier).orElseThrow().state())
                .isInstanceOf(CertificateState.Revoked.class);
        assertThat(Mailbox.await(holder.email(), "[Shomei] クライアント証明書失効完了通知").text())
                .contains("Hanako Yamada");
    }

    @Test
    void thereIsNoneThatCouldNotBeUploaded() {
        CertificateId earlier = certified(null);

        assertThat(file.of(tenant.id(), List.of(certified(earlier)))).isEmpty();
        assertThat(file.of(tenant.id(), List.of(earlier))).isEmpty();
    }

    private CertificateId certified(@Nullable CertificateId earlier) {
        byte[] key = Csrs.key(KeySpec.RSA_2048).getPublic().getEncoded();
        Order order = new Order(
                new CertificateId(ids.next()),
                profiles.get("13"),
                DistinguishedName.parse(DN),
                PermittedNames.NONE,
                Order.Key.of(KeySpec.RSA_2048, key),
                new Subscriber("鈴木一郎", "情報基盤センター", "responsible." + sato.email(), null),
                null,
                null,
                null,
                null);
        Outcome outcome = issuance.issue(
                        tenant.id(),
                        List.of(earlier == null ? order : order.renewing(earlier)),
                        Actor.PLATFORM,
                        _ -> {})
                .getFirst();
        assertThat(outcome).isInstanceOf(Outcome.Issued.class);
        return outcome.id();
    }
}
