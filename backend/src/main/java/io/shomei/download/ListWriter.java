package io.shomei.download;

import io.shomei.download.ListRow.Application;
import io.shomei.pki.Digests;
import io.shomei.request.RequestField;
import io.shomei.text.TabbedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the list that officers have always downloaded: tab-separated, one heading line, 46 columns. */
final class ListWriter {
    private static final List<String> HEADINGS = List.of(
            "発行・更新申請-申請ID",
            "発行・更新申請-操作ID",
            "ignoreInvalidRecordフラグ",
            "主体者DN",
            "ドメインID",
            "発行・更新申請-日時",
            "発行・更新申請-処理完了日時",
            "発行・更新申請-登録担当者ID",
            "申請種別",
            "業務モデル",
            "証明書プロファイルID",
            "状態",
            "利用管理者氏名",
            "利用管理者所属",
            "利用管理者mail",
            "利用管理者FQDN",
            "利用管理者ソフトウェア名・バージョン",
            "CSR",
            "dNSName",
            "発行・更新申請-確認項目フラグ",
            "発行・更新申請-トランザクションID",
            "発行・更新申請-認証局連携APIエラーコード",
            "発行・更新申請-証明書",
            "発行・更新申請-シリアル番号",
            "発行・更新申請-FingerPrint",
            "発行・更新申請-証明書有効開始",
            "発行・更新申請-証明書有効期限",
            "URL期限",
            "アクセスPIN",
            "その他送信先アドレス",
            "その他送信先アドレス2",
            "失効申請-申請ID",
            "失効申請-操作ID",
            "失効申請-日時",
            "失効申請-処理完了日時",
            "失効申請-登録担当者ID",
            "失効申請-失効理由コード",
            "失効申請-失効理由コメント",
            "失効申請-確認項目フラグ",
            "失効申請-トランザクションID",
            "失効申請-認証局連携APIエラーコード",
            "失効申請-利用管理者mail",
            "旧証明書シリアル番号",
            "証明書リプレース依頼メール送信フラグ",
            "ダウンロード方法",
            "最終更新日");
    /** What was applied for, as it is chosen on the upload page. */
    private static final String ISSUE = "1";

    private static final String RENEWAL = "2";

    private static final Application NONE = new Application(null, null, null, null, null, List.of(), null);

    private static final HexFormat HEX = HexFormat.ofDelimiter(":").withUpperCase();

    private final TabbedWriter out;
    private final DateTimeFormatter time;

    ListWriter(TabbedWriter out, ZoneId zone) {
        this.out = out;
        this.time = DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm:ss").withZone(zone);
    }

    void headings() {
        line(HEADINGS);
    }

    void row(ListRow row) {
        Application application = row.application();
        ListRow.Issued issued = row.issued();
        ListRow.Revocation revocation = row.revocation();
        Application revoking = revocation == null ? NONE : revocation.application();
        line(List.of(
                row.id(),
                text(application.file()),
                "SKIP".equals(application.onError()) ? "1" : "0",
                row.subjectDn(),
                text(row.domain()),
                time(application.at() != null || issued == null ? application.at() : issued.at()),
                time(issued == null ? null : issued.at()),
                text(application.submitter() != null || issued == null ? application.submitter() : issued.by()),
                row.replacedSerial() == null ? ISSUE : RENEWAL,
                "1",
                row.profile(),
                String.valueOf(row.status().code()),
                text(row.subscriberName()),
                text(row.subscriberUnit()),
                text(row.subscriberEmail()),
                row.client() ? "" : text(row.commonName()),
                text(row.subscriberSoftware()),
                application.csr(),
                row.client() ? "" : dnsNames(row),
                text(application.reviewItems()),
                row.id(),
                "",
                issued == null ? "" : Base64.getEncoder().encodeToString(issued.der()),
                issued == null ? "" : issued.serial(),
                issued == null ? "" : HEX.formatHex(Digests.sha1(issued.der())),
                time(issued == null ? null : issued.notBefore()),
                time(issued == null ? null : issued.notAfter()),
                time(row.collectBy()),
                // The PIN is nobody's business once it was handed out.
                "",
                text(row.holderEmail()),
                "",
                revocation == null ? "" : row.id(),
                text(revoking.file()),
                time(revocation == null || revoking.at() != null ? revoking.at() : revocation.at()),
                time(revocation == null ? null : revocation.at()),
                text(revocation == null || revoking.submitter() != null ? revoking.submitter() : revocation.by()),
                revocation == null ? "" : String.valueOf(revocation.code()),
                text(revocation == null ? null : revocation.comment()),
                text(revoking.reviewItems()),
                revocation == null ? "" : row.id(),
                "",
                revocation == null ? "" : mail(row, revoking),
                text(row.replacedSerial()),
                row.replacementAskedAt() == null ? "0" : "1",
                row.client() ? application.stated(RequestField.DELIVERY) : "",
                time(row.updatedAt())));
    }

    /** The address that the application for revocation states, or the one there was before. */
    private static String mail(ListRow row, Application revoking) {
        String stated = revoking.stated(RequestField.SUBSCRIBER_EMAIL);
        return stated.isEmpty() ? text(row.subscriberEmail()) : stated;
    }

    private static String dnsNames(ListRow row) {
        if (!row.application().cells().isEmpty()) {
            return row.application().stated(RequestField.DNS_NAMES);
        }
        return row.dnsNames().isEmpty() ? "" : "dNSName=" + row.dnsNames().replace(",", ",dNSName=");
    }

    private void line(List<String> values) {
        try {
            out.row(values);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private String time(@Nullable Instant at) {
        return at == null ? "" : time.format(at);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
