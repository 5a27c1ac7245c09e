package io.shomei.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** How the characters of a text file are written. */
public enum TextEncoding {
    /** With the vendors' additions that Windows calls Shift_JIS, so that what people typed can at least be shown. */
    SHIFT_JIS("Shift_JIS", Charset.forName("windows-31j"), ""),
    UTF_8("UTF-8", StandardCharsets.UTF_8, ""),
    UTF_8_BOM("UTF-8-BOM", StandardCharsets.UTF_8, "EFBBBF"),
    UTF_16LE("UTF-16LE", StandardCharsets.UTF_16LE, "FFFE"),
    UTF_16BE("UTF-16BE", StandardCharsets.UTF_16BE, "FEFF");

    private final String label;
    private final Charset charset;
    private final byte[] byteOrderMark;

    TextEncoding(String label, Charset charset, String byteOrderMark) {
        this.label = label;
        this.charset = charset;
        this.byteOrderMark = HexFormat.of().parseHex(byteOrderMark);
    }

    /** The name people see. */
    public String label() {
        return label;
    }

    public static Optional<TextEncoding> ofLabel(String label) {
        return Arrays.stream(values())
                .filter(encoding -> encoding.label.equals(label))
                .findFirst();
    }

    /** The encoding whose byte order mark these bytes begin with. */
    static Optional<TextEncoding> ofByteOrderMark(byte[] start) {
        return Arrays.stream(values())
                .filter(encoding -> encoding.byteOrderMark.length > 0 && startsWith(start, encoding.byteOrderMark))
                .findFirst();
    }

    public Charset charset() {
        return charset;
    }

    /** The octets such a file begins with; none where the encoding has no mark. */
    public byte[] byteOrderMark() {
        return byteOrderMark.clone();
    }

    private static boolean startsWith(byte[] start, byte[] mark) {
        return start.length >= mark.length && Arrays.equals(start, 0, mark.length, mark, 0, mark.length);
    }
}
