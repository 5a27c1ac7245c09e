package io.shomei.session;

import static io.shomei.policy.Policy.Proof.CERT;
import static io.shomei.policy.Policy.Proof.ID;
import static io.shomei.policy.Policy.Proof.OTP;
import static io.shomei.policy.Policy.Proof.PASSWORD;
import static io.shomei.policy.Policy.Proof.PIN;
import static io.shomei.policy.Policy.Proof.SITE_CERT;
import static org.assertj.core.api.Assertions.assertThat;

import io.shomei.kernel.Role;
import io.shomei.policy.Policy.Authentication;
import io.shomei.policy.Policy.MethodScope;
import io.shomei.policy.Policy.MethodSwitch;
import io.shomei.policy.Policy.Proof;
import io.shomei.policy.Policy.Reproof;
import io.shomei.policy.Policy.StepUp;
import io.shomei.web.Entrance;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which ways of a policy an account has. */
class MethodsTest {
    private static final List<Proof> BY_CERTIFICATE = List.of(CERT, PIN);
    private static final List<Proof> BY_ID = List.of(ID, PIN);

    @Test
    void acquiringACertificateEndsTheOtherWaysOnlyWhereThePolicySaysSoPerPerson() {
        assertThat(Methods.of(auth(MethodScope.SUBJECT, MethodSwitch.ON_ACQUISITION), Role.ADMINISTRATOR, true))
                .containsExactly(BY_CERTIFICATE);
        assertThat(Methods.of(auth(MethodScope.SUBJECT, MethodSwitch.ON_ACQUISITION), Role.ADMINISTRATOR, false))
                .containsExactly(BY_CERTIFICATE, BY_ID);
        assertThat(Methods.of(auth(MethodScope.SUBJECT, MethodSwitch.BY_ENTITLEMENT), Role.USER, true))
                .containsExactly(BY_CERTIFICATE);
        // Nobody entitles an administrator, and nobody could give the other ways back.
        assertThat(Methods.of(auth(MethodScope.SUBJECT, MethodSwitch.BY_ENTITLEMENT), Role.ADMINISTRATOR, true))
                .containsExactly(BY_CERTIFICATE, BY_ID);
        assertThat(Methods.of(auth(MethodScope.TENANT, MethodSwitch.ON_ACQUISITION), Role.USER, true))
                .containsExactly(BY_CERTIFICATE, BY_ID);
    }

    @Test
    void aOneTimePasswordIsAStepOfItsOwn() {
        List<Proof> method = List.of(CERT, PASSWORD, OTP);
        assertThat(Methods.matching(List.of(List.of(CERT), method), Set.of(CERT, PASSWORD)))
                .contains(method);
        assertThat(Methods.matching(List.of(method), Set.of(CERT))).isEmpty();
    }

    @Test
    void certificatesArePresentedWhereTheyAreAskedFor() {
        assertThat(Methods.entranceOf(List.of(CERT))).isEqualTo(Entrance.CERT);
        assertThat(Methods.entranceOf(List.of(SITE_CERT, ID, PASSWORD))).isEqualTo(Entrance.CERT);
        assertThat(Methods.entranceOf(BY_ID)).isEqualTo(Entrance.PORTAL);
    }

    @Test
    void aMethodIsReadAsItWasWritten() {
        List<Proof> method = List.of(SITE_CERT, ID, PASSWORD, OTP);
        assertThat(Methods.text(method)).isEqualTo("SITE_CERT+ID+PASSWORD+OTP");
        assertThat(Methods.read(Methods.text(method))).isEqualTo(method);
    }

    private static Authentication auth(MethodScope scope, MethodSwitch when) {
        return new Authentication(
                List.of(BY_CERTIFICATE, BY_ID),
                scope,
                List.of(when),
                List.of(),
                new StepUp(Reproof.NONE, Reproof.NONE, Reproof.NONE, Reproof.NONE),
                false,
                false);
    }
}
