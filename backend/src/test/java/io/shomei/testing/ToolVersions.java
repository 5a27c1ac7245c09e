package io.shomei.testing;

import io.shomei.pki.Tool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** Which versions of other implementations are on this machine: those that the tests have just asked. */
public final class ToolVersions {
    private static final Pattern VERSION = Pattern.compile("\\d+(?:\\.\\d+)+");
    private static final Pattern RELEASE = Pattern.compile("\\d+(?:\\.\\d+)?");

    private ToolVersions() {}

    /** As the tool tells it. */
    public static String of(String tool, Path directory) throws IOException, InterruptedException {
        return switch (tool) {
            case "JDK" -> Runtime.version().toString();
            case "Bouncy Castle" -> new BouncyCastleProvider().getVersionStr();
            case "OpenSSL" -> asked(directory, "openssl", "version");
            case "GnuTLS" -> asked(directory, "certtool", "--version");
            case "NSS" -> asked(directory, "modutil", "-nocertdb", "-list");
            case "Python cryptography" ->
                asked(directory, "python3", "-c", "import cryptography; print(cryptography.__version__)");
            case "nginx" -> asked(directory, "nginx", "-v");
            case "osslsigncode" -> asked(directory, "osslsigncode", "--version");
            default -> throw new IllegalArgumentException("How does " + tool + " tell its version?");
        };
    }

    /** The first two numbers of a version: what a tool can do does not change within them. */
    public static String release(String version) {
        return first(RELEASE, version);
    }

    private static String asked(Path directory, String... command) throws IOException, InterruptedException {
        return first(VERSION, Tool.ok(directory, command));
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("There is no version in: " + text);
        }
        return matcher.group();
    }
}
