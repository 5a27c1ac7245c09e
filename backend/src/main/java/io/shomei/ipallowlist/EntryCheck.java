package io.shomei.ipallowlist;

import io.shomei.ipallowlist.EntryFault.Code;
import io.shomei.ipallowlist.EntryFault.Column;
import io.shomei.web.AddressRange;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * From what people wrote to entries. A list is read as a whole: every fault is found, and with one of them it is no list.
 *
 * @param entries those without a fault, in their order
 */
public record EntryCheck(List<AllowedRange> entries, List<EntryFault> faults) {

    /** An entry as it was written. */
    public record Line(long row, String range, String memo) {}

    public static EntryCheck of(List<Line> lines) {
        List<AllowedRange> entries = new ArrayList<>();
        List<EntryFault> faults = new ArrayList<>();
        if (lines.size() > AllowedRange.MOST) {
            Line first = lines.get(AllowedRange.MOST);
            faults.add(new EntryFault(
                    first.row(), Column.RANGE, Code.TooManyEntries, List.of(String.valueOf(AllowedRange.MOST))));
            return new EntryCheck(entries, faults);
        }
        Map<AddressRange, Long> seen = new HashMap<>();
        for (Line line : lines) {
            int before = faults.size();
            Optional<AddressRange> range = range(line, faults);
            range.map(each -> seen.putIfAbsent(each, line.row()))
                    .ifPresent(row -> faults.add(
                            new EntryFault(line.row(), Column.RANGE, Code.Duplicate, List.of(String.valueOf(row)))));
            String memo = memo(line, faults);
            if (faults.size() == before) {
                entries.add(new AllowedRange(range.orElseThrow(), memo));
            }
        }
        return new EntryCheck(entries, faults);
    }

    private static Optional<AddressRange> range(Line line, List<EntryFault> faults) {
        String text = line.range().strip();
        Optional<InetAddress> address = AddressRange.address(text.replaceFirst("/.*", ""));
        if (address.isEmpty()) {
            faults.add(new EntryFault(line.row(), Column.RANGE, Code.NotAnAddress, List.of()));
            return Optional.empty();
        }
        AddressRange range;
        try {
            range = AddressRange.parse(text);
        } catch (IllegalArgumentException noSuchPrefix) {
            String longest = String.valueOf(address.get().getAddress().length * 8);
            faults.add(new EntryFault(line.row(), Column.RANGE, Code.PrefixOutOfRange, List.of(longest)));
            return Optional.empty();
        }
        // Who writes 192.0.2.7/24 may mean one address or 256 of them.
        if (!range.equals(range.whole())) {
            faults.add(new EntryFault(
                    line.row(),
                    Column.RANGE,
                    Code.HostBitsSet,
                    List.of(AddressRange.text(address.get()), range.whole().toString())));
            return Optional.empty();
        }
        return Optional.of(range);
    }

    private static String memo(Line line, List<EntryFault> faults) {
        String memo = line.memo().strip();
        if (memo.codePointCount(0, memo.length()) > AllowedRange.LONGEST_MEMO) {
            faults.add(new EntryFault(
                    line.row(), Column.MEMO, Code.MemoTooLong, List.of(String.valueOf(AllowedRange.LONGEST_MEMO))));
        } else if (memo.codePoints().anyMatch(Character::isISOControl)) {
            faults.add(new EntryFault(line.row(), Column.MEMO, Code.MemoNotOneLine, List.of()));
        }
        return memo;
    }
}
