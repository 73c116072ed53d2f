import { formatDate, today, VIETNAM } from "#platform/clock/vietnam-time.ts";
import type { Command } from "#platform/work/plug.ts";
import { purgeAudit } from "#platform/work/purge-audit.ts";
import { verifySeals } from "#platform/work/verify-seals.ts";

/** Takes lines of the audit out that are older than the settings keep them; without that setting none are. */
export const auditPurge: Command = {
  name: "audit purge",
  summary: "Gỡ phần nhật ký quá thời hạn lưu: gandan audit purge --reason 'LÝ DO, SỐ QUYẾT ĐỊNH'",
  needsDatabase: true,
  args: 0,
  flags: { reason: "value" },
  refuse: ({ flags }) =>
    String(flags.reason ?? "").trim()
      ? null
      : "Hãy nêu lý do, số quyết định: gandan audit purge --reason 'LÝ DO'",
  run: async ({ database, config, ownerUrl, flags, answer, stderr }) => {
    if (config.auditYears === null) {
      stderr(
        "Nhật ký đang được giữ mãi. Muốn gỡ phần cũ thì đặt thời hạn lưu bằng GANDAN_AUDIT_YEARS (số năm, ít nhất 2).",
      );
      return 2;
    }
    if ((await verifySeals(database)).broken) {
      stderr("Niêm phong nhật ký đang đứt nên không gỡ gì; hãy xem gandan doctor.");
      return 2;
    }
    const day = today().subtract({ years: config.auditYears });
    const before = new Date(day.toZonedDateTime(VIETNAM).epochMilliseconds);
    const purged = await purgeAudit(ownerUrl, { before, reason: String(flags.reason).trim() });
    answer(
      { before: day.toString(), purged },
      purged
        ? `Đã gỡ ${purged.entries} dòng trước ngày ${formatDate(day)}. Mốc thay thế: số ${purged.position}, mã ${purged.hash}; hãy ghi lại ở nơi khác.`
        : `Không có dòng nào trước ngày ${formatDate(day)} để gỡ.`,
    );
    return 0;
  },
};
