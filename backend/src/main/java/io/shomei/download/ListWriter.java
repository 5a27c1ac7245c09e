package io.shomei.download;

import io.shomei.certificate.Certificate;
import io.shomei.pki.Digests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
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
    /** Columns of a request file that hold the CSR and the additional names. */
    private static final int CSR_CELL = 6;

    private static final int DNS_NAMES_CELL = 12;

    private static final HexFormat HEX = HexFormat.ofDelimiter(":").withUpperCase();

    private final Writer out;
    private final DateTimeFormatter time;

    ListWriter(Writer out, ZoneId zone) {
        this.out = out;
        this.time = DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm:ss").withZone(zone);
    }

    void headings() {
        line(HEADINGS);
    }

    void row(ListRow row) {
        boolean revoked = row.revokedAt() != null;
        line(List.of(
                row.id(),
                text(row.requestFile()),
                "SKIP".equals(row.onError()) ? "1" : "0",
                row.subjectDn(),
                domain(row.commonName()),
                time(row.requestedAt() == null ? row.issuedAt() : row.requestedAt()),
                time(row.issuedAt()),
                text(row.submitter() == null ? row.issuedBy() : row.submitter()),
                "1",
                "1",
                row.profile(),
                String.valueOf(row.status().code()),
                text(row.subscriberName()),
                text(row.subscriberUnit()),
                text(row.subscriberEmail()),
                row.commonName(),
                text(row.subscriberSoftware()),
                cell(row, CSR_CELL),
                row.cells().isEmpty() ? dnsNames(row.dnsNames()) : cell(row, DNS_NAMES_CELL),
                text(row.reviewItems()),
                row.id(),
                "",
                Base64.getEncoder().encodeToString(row.der()),
                row.serial(),
                HEX.formatHex(Digests.sha1(row.der())),
                time(row.notBefore()),
                time(row.notAfter()),
                time(row.collectBy()),
                // The PIN is nobody's business once it was handed out.
                "",
                "",
                "",
                revoked ? row.id() : "",
                "",
                time(row.revokedAt()),
                time(row.revokedAt()),
                text(row.revokedBy()),
                row.revocationCode() == null ? "" : String.valueOf(row.revocationCode()),
                text(row.revocationComment()),
                "",
                "",
                "",
                revoked ? text(row.subscriberEmail()) : "",
                "",
                "0",
                row.status() == Certificate.Status.WAITING_FOR_DOWNLOAD || row.collectBy() != null ? "URL" : "",
                time(row.updatedAt())));
    }

    private void line(List<String> values) {
        try {
            for (int i = 0; i < values.size(); i++) {
                if (i > 0) {
                    out.write('\t');
                }
                out.write(values.get(i).replaceAll("[\\p{Cntrl}]", " "));
            }
            out.write("\r\n");
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

    private static String cell(ListRow row, int index) {
        return index < row.cells().size() ? row.cells().get(index) : "";
    }

    private static String domain(String commonName) {
        return commonName.substring(commonName.indexOf('.') + 1);
    }

    private static String dnsNames(String names) {
        return names.isEmpty() ? "" : "dNSName=" + names.replace(",", ",dNSName=");
    }
}
