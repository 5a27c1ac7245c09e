package io.shomei.lint.ocsp;

import io.shomei.lint.Findings;
import io.shomei.pki.CertId;
import io.shomei.pki.OcspResponseData;
import java.util.List;

/** Whoever asks about several compares them one by one. */
final class EveryCertificateAskedForIsAnswered implements OcspResponseRule {
    @Override
    public String source() {
        return "RFC 6960 2.2, 3.2";
    }

    @Override
    public void check(OcspTarget answer, Findings findings) {
        List<CertId> asked = answer.asked().certificates();
        List<OcspResponseData.Single> answers = answer.data().answers();
        if (asked.size() != answers.size()) {
            findings.add("%d certificates asked for, %d answered", asked.size(), answers.size());
            return;
        }
        for (int i = 0; i < asked.size(); i++) {
            findings.require(
                    asked.get(i).equals(answers.get(i).certificate()), "the certificate is not the one asked for");
        }
    }
}
