package io.shomei.submission;

import static io.shomei.submission.SubmissionProblem.SUBMISSION_LINK_OTHER;

import io.shomei.certificate.Certificate;
import io.shomei.certificate.CertificateRegister;
import io.shomei.certificate.CertificateState;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.RequestFileId;
import io.shomei.kernel.TenantId;
import io.shomei.request.Subscriber;
import io.shomei.request.bulk.RequestFileKind;
import io.shomei.request.bulk.SubmittedFiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What links that renew certain certificates are for: nothing but these, each once. */
@ApplicationScoped
class LinkedCertificates {
    private final SubmissionLinkRepository links;
    private final SubmissionRepository submissions;
    private final CertificateRegister register;
    private final SubmittedFiles files;

    LinkedCertificates(
            SubmissionLinkRepository links,
            SubmissionRepository submissions,
            CertificateRegister register,
            SubmittedFiles files) {
        this.links = links;
        this.submissions = submissions;
        this.register = register;
        this.files = files;
    }

    /** Refuses to make a link for what nobody can renew by a CSR, or what is not the tenant's. */
    void requireRenewable(TenantId tenant, RequestFileKind kind, List<CertificateId> renews) {
        if (renews.isEmpty()) {
            return;
        }
        Set<CertificateId> renewable = register.withIds(tenant, renews).stream()
                .filter(each -> kind.byCsr().filter(each.kind()::equals).isPresent())
                .filter(each -> !(each.state() instanceof CertificateState.Revoked))
                .map(Certificate::id)
                .collect(Collectors.toSet());
        if (!renewable.containsAll(renews)) {
            throw SUBMISSION_LINK_OTHER.because("%s", renews);
        }
    }

    /** In the order in which the officer chose them; none where the link is for whatever its holder applies for. */
    @Transactional
    List<LinkedCertificate> of(SubmissionLink link) {
        if (link.renews().isEmpty()) {
            return List.of();
        }
        List<Submission> sent = submissions.of(link);
        Map<RequestFileId, SubmittedFiles.Stage> stages = files.stages(
                link.tenant(),
                sent.stream().flatMap(each -> Stream.ofNullable(each.file())).toList());
        Set<CertificateId> handedIn = sent.stream()
                .filter(each -> !isOver(stages.get(each.file())))
                .flatMap(each -> each.renewing().stream())
                .collect(Collectors.toSet());
        return links.certificates(link).stream()
                .map(each -> handedIn.contains(each.id()) ? each.handedIn() : each)
                .toList();
    }

    /** What became of it is in the register; what did not become anything can be handed in again. */
    private static boolean isOver(SubmittedFiles.@Nullable Stage stage) {
        return stage != null && stage.over();
    }

    /** Refuses what the link is not for. */
    void require(SubmissionLink link, HandedIn handed) {
        if (handed instanceof HandedIn.Renewals == link.renews().isEmpty()) {
            throw SUBMISSION_LINK_OTHER.because("");
        }
    }

    /** Refuses what came through the link meanwhile, which the running transaction has locked. */
    void requireStillOpen(SubmissionLink link, HandedIn handed) {
        if (handed instanceof HandedIn.Renewals renewals) {
            open(link, renewals);
        }
    }

    /** The certificates that are to be renewed, each once and all of them open. */
    private Map<CertificateId, LinkedCertificate> open(SubmissionLink link, HandedIn.Renewals handed) {
        Map<CertificateId, LinkedCertificate> open = of(link).stream()
                .filter(each -> each.state() == LinkedCertificate.State.OPEN)
                .collect(Collectors.toMap(LinkedCertificate::id, Function.identity()));
        if (!open.keySet().containsAll(handed.certificates())
                || Set.copyOf(handed.certificates()).size() < handed.renewals().size()) {
            throw SUBMISSION_LINK_OTHER.because("%s", handed.certificates());
        }
        return open;
    }

    /** The file that asks for the renewals: what is known of each certificate, with the new key's CSR. */
    SubmittedFiles.Source source(SubmissionLink link, HandedIn.Renewals handed) {
        Map<CertificateId, LinkedCertificate> open = open(link, handed);
        return files.ofRenewals(
                link.tenant(),
                link.kind(),
                handed.renewals().stream()
                        .map(each -> renewal(link, Objects.requireNonNull(open.get(each.certificate())), each))
                        .toList());
    }

    /** Where nobody is responsible for it, whoever got the link is from now on. */
    private static SubmittedFiles.Renewal renewal(
            SubmissionLink link, LinkedCertificate certificate, HandedIn.Renewal handed) {
        var subscriber = certificate.subscriber();
        boolean known = !text(subscriber.email()).isEmpty();
        return new SubmittedFiles.Renewal(
                certificate.serial(),
                certificate.commonName(),
                certificate.profile(),
                handed.csr(),
                new Subscriber(
                        known ? text(subscriber.name()) : link.holder().name(),
                        text(subscriber.unit()),
                        known ? text(subscriber.email()) : link.holder().email(),
                        handed.software() == null ? text(subscriber.software()) : handed.software()),
                handed.dnsNames() == null ? certificate.furtherNames() : handed.dnsNames());
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
