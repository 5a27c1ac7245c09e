package io.shomei.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A page of docs/ that tests make from the sources, or from what they saw. It is kept with the sources, so that whoever reads it
 * needs to run nothing; {@code -Dshomei.write-docs=true} writes it anew.
 */
public final class MadePage {
    private final Path file;

    /**
     * @param name of the file in docs/
     */
    public MadePage(String name) {
        this.file = Path.of("..", "docs", name);
    }

    /** Whether pages are written anew. */
    public static boolean isWritten() {
        return Boolean.getBoolean("shomei.write-docs");
    }

    /** What it says now. */
    public String text() throws IOException {
        return Files.readString(file);
    }

    /** Holds the page to what it has to say. */
    public void says(String text) throws IOException {
        if (isWritten()) {
            Files.writeString(file, text);
        }
        assertThat(text())
                .as("%s is made by this test; run it with -Dshomei.write-docs=true to write it anew", file)
                .isEqualTo(text);
    }

    /** The sentences of a Javadoc comment in one line of Markdown. */
    public static String line(String comment) {
        return comment.replaceAll("(?m)^\\s*\\*", " ")
                .replaceAll("\\{@code ([^}]*)}", "`$1`")
                .replaceAll("\\{@link [\\w.#]*?(\\w+)}", "`$1`")
                .replaceAll("\\s+", " ")
                .replace("|", "\\|")
                .strip();
    }
}
