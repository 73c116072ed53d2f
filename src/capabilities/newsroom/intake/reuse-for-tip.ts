import type { Work } from "#platform/work/work.ts";
import { reuseContent } from "../pool/reuse-content.ts";
import { keepUse, mayUse } from "./use-tip.ts";

/**
 * Takes over what another agency published of the same news as a tip, with its credit, and uses the tip for it. Gives
 * the draft's id.
 */
export async function reuseForTip(
  work: Work,
  { id, agency, slug, unitId }: { id: string; agency: string; slug: string; unitId: string | null },
): Promise<string> {
  const found = await mayUse(work, id);
  const itemId = await reuseContent(work, { agency, slug, unitId: unitId ?? found.unitId });
  await keepUse(
    work,
    found,
    { itemId, storyId: null, practiceId: null },
    {
      act: "reuse-for-tip",
      begun: true,
      credited: false,
      what: "Việc trong tin của bạn đã có cơ quan khác đăng; bài ấy đang được lấy về đăng lại, ghi nguồn",
    },
  );
  return itemId;
}
