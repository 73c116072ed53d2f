import { plug as budget } from "#budget/plug";
import { plug as channels } from "#channels/plug";
import { plug as documents } from "#documents/plug";
import { plug as events } from "#events/plug";
import { plug as feedback } from "#feedback/plug";
import { plug as indices } from "#indices/plug";
import { plug as listening } from "#listening/plug";
import { plug as newsroom } from "#newsroom/plug";
import { plug as organization } from "#organization/plug";
import { plug as plan } from "#plan/plug";
import { learnSampleFiles } from "#platform/files/sample-files.ts";
import { learnAbbreviations } from "#platform/search/abbreviations-of.ts";
import { learnAuditWords } from "#platform/work/audit-words.ts";
import { learnMail } from "#platform/work/compose-mail.ts";
import { learnDaysOff } from "#platform/work/days-off.ts";
import { learnNoticeMatters } from "#platform/work/notice-matters.ts";
import type { Plug } from "#platform/work/plug.ts";
import { learnPublicParts } from "#platform/work/public-parts.ts";
import { plug as procedures } from "#procedures/plug";
import { plug as reports } from "#reports/plug";
import { plug as restructuring } from "#restructuring/plug";
import { plug as site } from "#site/plug";
import { plug as timeliness } from "#timeliness/plug";

/** The capabilities that this installation runs, lowest first. */
export const plugs: Plug[] = [
  organization,
  documents,
  plan,
  newsroom,
  channels,
  procedures,
  feedback,
  events,
  timeliness,
  listening,
  indices,
  reports,
  restructuring,
  site,
  budget,
];

for (const { auditWords, sample, daysOff, noticeMatters, composeMail, publicParts, abbreviations } of plugs) {
  if (auditWords) learnAuditWords(auditWords);
  if (noticeMatters) learnNoticeMatters(noticeMatters);
  if (composeMail) learnMail(composeMail);
  if (publicParts) learnPublicParts(publicParts);
  if (daysOff) learnDaysOff(daysOff);
  if (abbreviations) learnAbbreviations(abbreviations);
  if (sample?.files) learnSampleFiles(sample.files);
}
