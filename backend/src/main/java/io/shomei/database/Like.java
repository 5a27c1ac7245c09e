package io.shomei.database;

/** Patterns for {@code like}, whatever characters people look for. */
public final class Like {
    private Like() {}

    /** Finds the text anywhere; blanks around it do not count. */
    public static String containing(String text) {
        return containingAll(text.strip());
    }

    /** Finds the text anywhere, with the blanks around it. */
    public static String containingAll(String text) {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
