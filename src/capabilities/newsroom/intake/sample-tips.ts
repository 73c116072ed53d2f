import { and, eq } from "drizzle-orm";
import { SAMPLE_AGENCY_ID, samplePersonId, sampleUnitId } from "#organization";
import type { Actor, Role } from "#platform/auth/actor.ts";
import type { Database } from "#platform/database/database.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { type Work, work } from "#platform/work/work.ts";
import { contentItem, contentRevision } from "../tables.ts";
import { declineTip } from "./decline-tip.ts";
import { mergeTip } from "./merge-tip.ts";
import { sendTip } from "./send-tip.ts";
import { takeTip } from "./take-tip.ts";
import type { TipKind } from "./tip.ts";
import { joinTip } from "./use-tip.ts";

const actor = (email: string, name: string, role: Role, unit: string): Actor => ({
  personId: samplePersonId(email),
  name,
  agencyId: SAMPLE_AGENCY_ID,
  appointments: [{ role, unitId: sampleUnitId(unit) }],
});
const contributor = actor("contributor", "Nguyễn Văn Mẫu", "contributor", "phong-mau-a");
const head = actor("head", "Phạm Văn Mẫu", "head", "phong-mau-a");
const finance = actor("finance", "Đỗ Văn Mẫu", "finance", "khtc");
const office = actor("office", "Hoàng Thị Mẫu", "office", "van-phong");
const editor = actor("editor", "Lê Thị Mẫu", "editor", "ttbcxb");

const HOUR = 3_600_000;

/** Tips of several units: waiting, taken, used in a published text, merged, declined. */
export async function loadSampleTips(database: Database): Promise<void> {
  const step = <T>(who: Actor, hoursAgo: number, act: (current: Work) => Promise<T>) =>
    work(database, who, act, { at: new Date(Date.now() - hoursAgo * HOUR) });
  const send = (who: Actor, hoursAgo: number, kind: TipKind, words: string) =>
    step(who, hoursAgo, (current) =>
      sendTip(current, { id: uuidv7(), unitId: who.appointments[0]!.unitId!, kind, words, media: [] }),
    );
  const [told] = await database
    .select({ id: contentItem.id })
    .from(contentItem)
    .innerJoin(contentRevision, eq(contentRevision.id, contentItem.currentRevisionId))
    .where(
      and(
        eq(contentItem.agencyId, SAMPLE_AGENCY_ID),
        eq(contentRevision.title, "Công khai danh mục thủ tục hành chính tại ba nơi"),
      ),
    );
  const used = await send(
    office,
    1500,
    "result",
    "Văn phòng vừa đối chiếu xong danh mục thủ tục ở quầy, trên hệ thống của tỉnh và trên cổng: ba nơi đã khớp nhau.",
  );
  const same = await send(
    head,
    1490,
    "news",
    "Bảng niêm yết thủ tục văn hóa ở Bộ phận Một cửa đã được thay bản mới, khớp với cổng thông tin.",
  );
  await step(editor, 1480, (current) =>
    joinTip(current, { id: used, itemId: told!.id, storyId: null, credited: false }),
  );
  await step(editor, 1479, (current) => mergeTip(current, { id: same, intoId: used }));
  const declined = await send(
    contributor,
    120,
    "photos",
    "Ảnh liên hoan cuối quý của phòng, gửi để đăng cổng.",
  );
  await step(editor, 118, (current) =>
    declineTip(current, { id: declined, reason: "Không thuộc nội dung tuyên truyền cải cách hành chính." }),
  );
  const taken = await send(
    finance,
    50,
    "initiative",
    "Kế toán lập sẵn mẫu đề nghị thanh toán có ô gợi ý; số hồ sơ phải trả lại để sửa trong tháng giảm từ 14 còn 5 (số giả định).",
  );
  await step(editor, 47, (current) => takeTip(current, { id: taken }));
  await send(
    contributor,
    5,
    "practice",
    "Mỗi sáng thứ Hai, phòng dành 15 phút xem lại hồ sơ sắp đến hạn. Ba tháng nay không hồ sơ nào trễ (số giả định). Phòng khác muốn làm theo thì chỉ cần một bảng tính chung.",
  );
}
