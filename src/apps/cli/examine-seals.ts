import { formatDayAndTime } from "#platform/clock/vietnam-time.ts";
import type { Database } from "#platform/database/database.ts";
import { actName } from "#platform/work/audit-words.ts";
import type { Finding } from "#platform/work/plug.ts";
import { type Breach, verifySeals } from "#platform/work/verify-seals.ts";

const WAITS_TOO_LONG = 60 * 60_000;

const breaches: Record<Breach, string> = {
  changed: "nội dung đã bị sửa sau khi niêm phong",
  checkpoint: "mốc thay cho phần đã gỡ không khớp với lần gỡ ghi trong nhật ký",
  removed: "dòng này đã bị xóa",
  "seal-changed": "dấu niêm phong đã bị sửa, bị đổi chỗ hoặc do người khác thêm vào",
  "seal-missing": "thiếu dấu niêm phong ngay trước dòng này",
  unsealed: "dòng này được thêm vào mà không qua niêm phong",
  backdated:
    "dòng này được thêm vào sau thời điểm nó tự ghi hơn một giờ: có người chèn, hoặc đồng hồ máy chủ từng sai",
};

const thousands = (n: number) => n.toLocaleString("vi-VN");

/** Whether the audit is still the one that was sealed, and whether sealing goes on. */
export async function examineSeals(database: Database): Promise<Finding[]> {
  const { broken, seals, purged, withoutEntry, last, waiting, waitingSince } = await verifySeals(database);
  const stuck = waitingSince !== null && Date.now() - waitingSince.getTime() > WAITS_TOO_LONG;
  const name = "Niêm phong nhật ký";
  const chain: Finding = broken
    ? {
        name,
        ok: false,
        advice: [
          `đứt ở ${broken.position === null ? "dòng không có số" : `số ${thousands(broken.position)}`}`,
          `${broken.entryId === null ? "mốc" : `dòng ${broken.entryId}`}, lúc ${formatDayAndTime(broken.at)}, việc “${actName(broken.act)}”`,
          `${breaches[broken.breach]}. Giữ nguyên hiện trạng, báo người phụ trách an toàn thông tin, so với bản sao lưu gần nhất`,
        ].join(": "),
      }
    : {
        name,
        ok: true,
        advice: last
          ? `${thousands(seals)} dòng liền mạch${withoutEntry > 0 ? `, trong đó ${thousands(withoutEntry)} dòng đã gỡ cùng dữ liệu mẫu` : ""}${purged ? `; đến số ${thousands(purged.position)} đã gỡ theo thời hạn lưu, mã ${purged.hash}` : ""}; số cuối ${thousands(last.position)}, lúc ${formatDayAndTime(last.sealedAt)}, mã ${last.hash}`
          : "chưa có dòng nào được niêm phong",
      };
  const advice = `${thousands(waiting)} dòng chờ niêm phong${waitingSince ? `, cũ nhất lúc ${formatDayAndTime(waitingSince)}` : ""}`;
  return [
    chain,
    {
      name: "Dòng chờ niêm phong",
      ok: !stuck,
      advice: stuck ? `${advice}: máy chủ có đang chạy không? Xem lỗi trên màn hình máy chủ` : advice,
    },
  ];
}
