package io.shomei.ipallowlist;

import static io.shomei.ipallowlist.IpAllowlistProblem.IP_ALLOWLIST_FILE_MISSING;
import static io.shomei.kernel.Role.IS_ADMINISTRATOR;
import static io.shomei.kernel.Role.IS_OFFICER;
import static io.shomei.kernel.Role.IS_OPERATOR;

import io.shomei.api.IpAllowlistCheck;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** The operation {@code checkIpAllowlist} for a file: one operation of the contract that takes two types of content. */
@RunOnVirtualThread
@Path("")
class IpAllowlistFileResource {
    private final IpAllowlistResource answers;

    IpAllowlistFileResource(IpAllowlistResource answers) {
        this.answers = answers;
    }

    @POST
    @Path("/api/v1/ip-allowlist/check")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces({MediaType.APPLICATION_JSON, "application/problem+json"})
    @RolesAllowed({IS_OPERATOR, IS_OFFICER, IS_ADMINISTRATOR})
    public IpAllowlistCheck checkFile(@RestForm @Nullable FileUpload file) {
        if (file == null || file.fileName() == null) {
            throw IP_ALLOWLIST_FILE_MISSING.because("");
        }
        try {
            IpAllowlistFile read = IpAllowlistFile.read(file.uploadedFile());
            return answers.answer(read.check(), read.encoding());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
