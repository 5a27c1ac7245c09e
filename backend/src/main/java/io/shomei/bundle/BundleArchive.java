package io.shomei.bundle;

import io.shomei.authority.Authority;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A ZIP file with the certificates of authorities, for devices that ask for them, and a key file for each certificate. It opens only when
 * it was finished: half an archive is not to look like a whole one.
 */
final class BundleArchive {
    private final ZipOutputStream zip;

    BundleArchive(OutputStream out) {
        zip = new ZipOutputStream(out);
    }

    /**
     * The root alone in DER, which holds one certificate, and all of them in PEM; on their way at once.
     *
     * @param authorities the root first
     */
    void addAuthorities(List<Authority> authorities) throws IOException {
        add("cacert.crt", authorities.getFirst().certificate().encoded());
        StringBuilder all = new StringBuilder();
        authorities.forEach(each -> all.append(each.certificate().pem()));
        add("cacert.pem", all.toString().getBytes(StandardCharsets.US_ASCII));
        zip.flush();
        // What is encrypted cannot be made smaller.
        zip.setLevel(Deflater.NO_COMPRESSION);
    }

    void add(String name, byte[] file) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(file);
        zip.closeEntry();
    }

    void finish() throws IOException {
        zip.finish();
        zip.flush();
    }
}
