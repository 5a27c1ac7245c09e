package io.shomei.account.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A printed card with two random digits in each of 49 cells, of which three are asked for. */
public final class GridCard {
    /** Columns A to G and rows 1 to 7. */
    public static final int SIZE = 7;

    private static final int CELL = 2;
    private static final int ASKED = 3;

    private final String digits;

    private GridCard(String digits) {
        if (digits.length() != SIZE * SIZE * CELL) {
            throw new IllegalArgumentException("a card has " + SIZE * SIZE + " cells");
        }
        this.digits = digits;
    }

    static GridCard random(SecureRandom random) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < SIZE * SIZE * CELL; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return new GridCard(digits.toString());
    }

    /** The card whose cells these are, row by row: what {@link Secrets#issue} returned. */
    public static GridCard of(String cells) {
        return new GridCard(cells);
    }

    /** What stands at a position such as {@code C5}. */
    public String cell(String position) {
        int column = position.charAt(0) - 'A';
        int row = position.charAt(1) - '1';
        int from = (row * SIZE + column) * CELL;
        return digits.substring(from, from + CELL);
    }

    /** All cells, row by row: to be printed, or sealed. */
    String exposeCells() {
        return digits;
    }

    /** Three positions, each another, to ask for. */
    static List<String> challenge(SecureRandom random) {
        List<String> positions = new ArrayList<>();
        for (int row = 0; row < SIZE; row++) {
            for (int column = 0; column < SIZE; column++) {
                positions.add("" + (char) ('A' + column) + (char) ('1' + row));
            }
        }
        Collections.shuffle(positions, random);
        return List.copyOf(positions.subList(0, ASKED));
    }

    /** Whether these are the digits at the positions, in their order, however they are separated. */
    boolean answers(List<String> positions, String typed) {
        StringBuilder expected = new StringBuilder();
        positions.forEach(position -> expected.append(cell(position)));
        return MessageDigest.isEqual(
                expected.toString().getBytes(StandardCharsets.US_ASCII),
                typed.replaceAll("[\\s,-]", "").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "•••";
    }
}
