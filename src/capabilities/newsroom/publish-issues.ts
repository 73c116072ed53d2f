import type { Queryable } from "#platform/database/database.ts";
import { recordingIssues } from "./bulletins/voice/recording-issues.ts";
import { consentIssues } from "./commendations/consent-issues.ts";
import type { ContentItem, ContentRevision } from "./content-queries.ts";
import { issuesToPublish, type RequirementIssue } from "./content-requirements.ts";
import { linksAskedOf } from "./links-asked.ts";
import { declaredIssues } from "./media-library/ai-mark/declared-issues.ts";
import { mediaByIds } from "./media-library/media-queries.ts";
import { isId, picturesOf } from "./media-library/public-media.ts";

/** What still hinders publishing this text at a moment (null: none is set), its links and rights as they stand now. */
export async function publishIssues(
  q: Queryable,
  item: ContentItem,
  text: ContentRevision,
  at: Date | null,
): Promise<RequirementIssue[]> {
  const shown = picturesOf(text);
  const praised = await consentIssues(q, text);
  const heard = await recordingIssues(q, item.agencyId, { kind: item.kind, ...text });
  const media = await mediaByIds(q, item.agencyId, shown.filter(isId));
  const issues = issuesToPublish({ kind: item.kind, ...text }, await linksAskedOf(q, item), shown, media, at);
  // What was approved before this was asked goes out as it was approved.
  const asked =
    item.approvedRevisionId === text.id ? issues.filter(({ key }) => key !== "ai-missing") : issues;
  return [...asked, ...declaredIssues(text.aiUse, media.values()), ...praised, ...heard];
}
