import { Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import type { PlacedMedia } from "../content-fields.ts";
import type { MediaRule } from "../kinds/index.ts";
import { mediaByIds } from "./media-queries.ts";

/** A text leads only with a picture of the agency's library. @throws Unacceptable */
export async function needOwnPicture({ tx, actor }: Work, imageId: string | null): Promise<void> {
  if (imageId === null) return;
  const found = (await mediaByIds(tx, actor.agencyId, [imageId])).get(imageId);
  if (found?.sort === "picture") return;
  const message = "Ảnh đại diện không có trong kho ảnh của cơ quan; hãy chọn ảnh khác.";
  throw new Unacceptable(message, [{ field: "imageId", message }]);
}

/** Beside the text stand only media of the agency's library, of the sort that their place takes. @throws Unacceptable */
export async function needOwnMedia(
  { tx, actor }: Work,
  media: PlacedMedia[],
  rules: MediaRule[],
): Promise<void> {
  const known = await mediaByIds(
    tx,
    actor.agencyId,
    media.map(({ mediaId }) => mediaId),
  );
  const sortOf = (role: string) => rules.find((rule) => rule.role === role)?.sort;
  const strange = media.find(({ mediaId, role }) => {
    const sort = known.get(mediaId)?.sort;
    return sort === undefined || (sortOf(role) ?? sort) !== sort;
  });
  if (!strange) return;
  const message =
    "Có tệp không ở trong kho của cơ quan, hoặc không đúng loại tệp của chỗ ấy; hãy chọn tệp khác.";
  throw new Unacceptable(message, [{ field: `media-${strange.role}`, message }]);
}
