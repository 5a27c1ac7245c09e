import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shomei.client.ApiClient;
import io.shomei.client.ApiException;
import io.shomei.client.api.AuthorityApi;
import io.shomei.client.api.CertificateApi;
import io.shomei.client.api.ProfileApi;
import io.shomei.client.api.SessionApi;
import io.shomei.client.api.TenantApi;
import io.shomei.client.model.Authority;
import io.shomei.client.model.AuthorityState;
import io.shomei.client.model.Certificate;
import io.shomei.client.model.CertificateKind;
import io.shomei.client.model.CertificateOrder;
import io.shomei.client.model.CertificatePage;
import io.shomei.client.model.CertificateStatus;
import io.shomei.client.model.LogIn;
import io.shomei.client.model.OpenedSession;
import io.shomei.client.model.Problem;
import io.shomei.client.model.Profile;
import io.shomei.client.model.Role;
import io.shomei.client.model.Session;
import io.shomei.client.model.SessionState;
import io.shomei.client.model.Tenant;
import io.shomei.client.model.TenantState;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Uses the generated client for Java as an officer's program would. */
public final class SdkCheck {

    private static final Path DEMO = Path.of(System.getenv("DEMO"));
    private static int faults;

    public static void main(String[] args) throws Exception {
        JsonNode officer = officer();
        String name = officer.get("name").asText();
        char[] password = officer.get("p12Password").asText().toCharArray();
        SSLContext anybody = context(null);
        SSLContext known = context(keys(DEMO.resolve(officer.get("p12").asText()), password));

        List<Authority> authorities =
                new AuthorityApi(client("PORTAL", anybody)).listAuthorities().getItems();
        Authority root = authorities.get(0);
        check("listAuthorities needs no session and begins with the root", root.getSubjectDn(), root.getIssuerDn());
        check("an authority has its state", root.getState(), AuthorityState.ACTIVE);
        check("and its times", root.getNotAfter().isAfter(OffsetDateTime.now()), true);

        OpenedSession opened = new SessionApi(client("CERT", known)).openSession(new LogIn());
        check("openSession logs in with the certificate", opened.getState(), SessionState.ACTIVE);

        // As README.md of the client says.
        ApiClient client = client("CERT", known)
                .setRequestInterceptor(request -> request.header("Authorization", "Bearer " + opened.getToken()));

        Session session = new SessionApi(client).getSession();
        check("getSession tells the role", session.getAccount().getRole(), Role.OFFICER);
        check("and the name", session.getAccount().getName(), name);
        // The database keeps microseconds, the answer to the log-in tells nanoseconds.
        Duration apart = Duration.between(session.getOpenedAt(), opened.getOpenedAt()).abs();
        check("and when it was opened", apart.compareTo(Duration.ofMillis(2)) < 0, true);
        check("and for how long", Duration.parse(session.getIdleTimeout()).toMinutes() > 0, true);

        Tenant tenant = new TenantApi(client).getOwnTenant();
        String tenantId = session.getAccount().getTenant().getId();
        check("getOwnTenant tells the session's tenant", tenant.getId(), tenantId);
        check("its state", tenant.getState(), TenantState.ACTIVE);
        check("its name in Japanese", tenant.getNameJa(), "証明大学");
        boolean registered =
                tenant.getDomains().stream().anyMatch(domain -> domain.getName().equals("shomei.ac.jp"));
        check("and its domains", registered, true);

        List<Profile> profiles = new ProfileApi(client).listProfiles().getItems();
        Profile third = profiles.stream()
                .filter(profile -> profile.getId().equals("3"))
                .findFirst()
                .orElseThrow();
        boolean listed = authorities.stream()
                .anyMatch(authority -> authority.getName().equals(third.getAuthority()));
        check("listProfiles tells the kind", third.getKind(), CertificateKind.SERVER);
        check("and the authority, by its name", listed, true);

        String serial = session.getCertificate().getSerial();
        CertificateApi register = new CertificateApi(client);
        CertificatePage page = register.listCertificates(
                CertificateKind.OFFICER,
                CertificateStatus.ISSUED,
                null,
                null,
                serial,
                null,
                null,
                OffsetDateTime.now().plusDays(1),
                null,
                null,
                null,
                CertificateOrder.ISSUED_AT,
                20,
                null);
        check("listCertificates finds the officer's own", page.getTotal().getValue(), 1L);
        Certificate own = page.getItems().get(0);
        check("by its serial number", own.getSerial(), serial);
        check("with its kind", own.getKind(), CertificateKind.OFFICER);

        String unknown = UUID.randomUUID().toString();
        try {
            register.getCertificate(unknown);
            check("getCertificate of an unknown id is refused", "answered", "refused");
        } catch (ApiException refused) {
            check("getCertificate of an unknown id is refused", refused.getCode(), 404);
            Problem problem = client.getObjectMapper().readValue(refused.getResponseBody(), Problem.class);
            check("with a problem document", problem.getType(), "/problems/not-found");
            check("of the same status", problem.getStatus(), 404);
        }
        System.exit(faults == 0 ? 0 : 1);
    }

    private static void check(String what, Object actual, Object expected) {
        if (expected.equals(actual)) {
            System.out.println("ok: Java: " + what);
        } else {
            System.out.println("FAIL: Java: " + what + ": expected " + expected + ", was " + actual);
            faults++;
        }
    }

    private static ApiClient client(String entrance, SSLContext context) {
        ApiClient client = new ApiClient();
        client.updateBaseUri(System.getenv(entrance));
        return client.setHttpClientBuilder(HttpClient.newBuilder().sslContext(context));
    }

    private static JsonNode officer() throws Exception {
        for (JsonNode account : new ObjectMapper().readTree(DEMO.resolve("accounts.json").toFile())) {
            if (account.get("role").asText().equals("OFFICER")) {
                return account;
            }
        }
        throw new IllegalStateException("the demonstration has no officer");
    }

    private static KeyManager[] keys(Path p12, char[] password) throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(KeyStore.getInstance(p12.toFile(), password), password);
        return keys.getKeyManagers();
    }

    private static SSLContext context(KeyManager[] keys) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        try (InputStream pem = Files.newInputStream(DEMO.resolve("ca.pem"))) {
            for (var authority : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                trusted.setCertificateEntry("ca-" + trusted.size(), authority);
            }
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys, trust.getTrustManagers(), null);
        return context;
    }

    private SdkCheck() {}
}
