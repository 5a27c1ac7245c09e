package io.shomei.request.bulk;

import static io.shomei.request.RequestField.ACCESS_PIN;
import static io.shomei.request.RequestField.CSR;
import static io.shomei.request.RequestField.DELIVERY;
import static io.shomei.request.RequestField.DNS_NAMES;
import static io.shomei.request.RequestField.FQDN;
import static io.shomei.request.RequestField.HOLDER_EMAIL;
import static io.shomei.request.RequestField.HOLDER_NAME;
import static io.shomei.request.RequestField.HOLDER_UNIT;
import static io.shomei.request.RequestField.P12_FILE_NAME;
import static io.shomei.request.RequestField.PROFILE;
import static io.shomei.request.RequestField.RESERVED;
import static io.shomei.request.RequestField.REVOCATION_COMMENT;
import static io.shomei.request.RequestField.REVOCATION_REASON;
import static io.shomei.request.RequestField.SERIAL;
import static io.shomei.request.RequestField.SOFTWARE;
import static io.shomei.request.RequestField.SUBJECT_DN;
import static io.shomei.request.RequestField.SUBSCRIBER_EMAIL;
import static io.shomei.request.RequestField.SUBSCRIBER_NAME;
import static io.shomei.request.RequestField.SUBSCRIBER_UNIT;

import io.shomei.request.RequestField;
import java.util.ArrayList;
import java.util.List;

/**
 * The columns of request files. There are two layouts; an operation uses some of a layout's columns and leaves the others empty.
 */
final class RequestFileColumns {
    static final List<RequestField> SERVER_LAYOUT = List.of(
            SUBJECT_DN,
            PROFILE,
            RESERVED,
            SERIAL,
            REVOCATION_REASON,
            REVOCATION_COMMENT,
            CSR,
            SUBSCRIBER_NAME,
            SUBSCRIBER_UNIT,
            SUBSCRIBER_EMAIL,
            FQDN,
            SOFTWARE,
            DNS_NAMES);

    static final List<RequestField> CLIENT_LAYOUT = List.of(
            SUBJECT_DN,
            PROFILE,
            DELIVERY,
            SERIAL,
            REVOCATION_REASON,
            REVOCATION_COMMENT,
            CSR,
            SUBSCRIBER_NAME,
            SUBSCRIBER_UNIT,
            SUBSCRIBER_EMAIL,
            HOLDER_NAME,
            P12_FILE_NAME,
            HOLDER_UNIT,
            HOLDER_EMAIL,
            ACCESS_PIN);

    private RequestFileColumns() {}

    /** Joins a layout with one letter per column: R required, o optional, - empty. */
    static List<ColumnRule> of(RequestFileKind kind, List<RequestField> layout, String requirements) {
        if (layout.size() != requirements.length()) {
            throw new IllegalArgumentException("%d columns, %s".formatted(layout.size(), requirements));
        }
        List<ColumnRule> columns = new ArrayList<>(layout.size());
        for (int i = 0; i < layout.size(); i++) {
            columns.add(new ColumnRule(kind, layout.get(i), ColumnRule.Requirement.of(requirements.charAt(i))));
        }
        return List.copyOf(columns);
    }
}
