package io.shomei.testing;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.security.KeyStore;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Opens the files that are handed out to holders and those who answer for them. */
public final class KeyFiles {
    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");

    private KeyFiles() {}

    /** A key file with its password. */
    public static KeyStore opened(byte[] file, String pin) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(file), pin.toCharArray());
        return store;
    }

    /** The access PINs in an archive, by the mail addresses of the holders. */
    public static Map<String, String> pins(byte[] zip) throws Exception {
        Map<String, String> pins = new HashMap<>();
        for (String line : entry(zip, "accesspin.txt")) {
            pins.put(line.split("\t")[1], line.split("\t")[2]);
        }
        pins.remove("利用者E-mail");
        return pins;
    }

    /** The lines of a text in an archive. */
    public static String[] entry(byte[] zip, String name) throws Exception {
        return new String(octets(zip, name), SHIFT_JIS).split("\r\n");
    }

    /** A file in an archive. */
    public static byte[] octets(byte[] zip, String name) throws Exception {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return in.readAllBytes();
                }
            }
        }
        throw new AssertionError("there is no " + name);
    }
}
