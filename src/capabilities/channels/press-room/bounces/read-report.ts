import PostalMime, { type Attachment } from "postal-mime";
import type { ReturnVerdict } from "./bounce.ts";
import { findReturnTag, type ReturnTag } from "./return-tag.ts";

/** What a mail server says of one recipient (RFC 3464). */
interface ReportedRecipient {
  address: string;
  /** Codes alone: "550 5.1.1"; words may name people. */
  said: string;
}

/** A letter that says what became of one of ours. */
export interface Report {
  verdict: ReturnVerdict;
  tag: ReturnTag;
  recipients: ReportedRecipient[];
}

/** So many bytes of a letter are looked at: what reports stands before the letter that is returned. */
export const LONGEST_LOOKED = 256_000;
const LONGEST_PART = 64_000;
const MOST_GROUPS = 100;
const MOST_NESTED = 12;
/** Where servers say to which address a letter came. */
const ADDRESSED = ["to", "delivered-to", "x-original-to", "envelope-to", "x-envelope-to", "x-delivered-to"];
/** Under which a letter of ours carries its tag. */
const CARRIED = /^x-return-id:(.*)$/im;

const wordsOf = ({ content }: Attachment): string => String(content).slice(0, LONGEST_PART);

/** Groups of fields, folded lines joined, names in small letters. */
const groupsOf = (text: string): Map<string, string>[] =>
  text
    .replaceAll("\r\n", "\n")
    .replace(/\n[ \t]+/g, " ")
    .split(/\n{2,}/)
    .slice(0, MOST_GROUPS)
    .map(
      (group) =>
        new Map(
          group.split("\n").flatMap((line) => {
            const at = line.indexOf(":");
            return at > 0
              ? [[line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim()] as const]
              : [];
          }),
        ),
    );

/** "550 5.1.1": the server's reply code and what it means; x.0.0 means nothing. */
function codesOf(group: Map<string, string>): string {
  const diagnosis = group.get("diagnostic-code") ?? "";
  const enhanced = [diagnosis, group.get("status") ?? ""].flatMap(
    (text) => /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(text)?.[0] ?? [],
  );
  const telling = enhanced.find((code) => !code.endsWith(".0.0"));
  const reply = /\b[45]\d\d\b/.exec(diagnosis)?.[0];
  return [reply, telling ?? (reply ? null : enhanced[0])].filter(Boolean).join(" ");
}

const addressIn = (group: Map<string, string>, name: string): string =>
  (group.get(name)?.split(";").at(-1) ?? "").replace(/[<>\s]/g, "").toLowerCase();

function recipientsWith(groups: Map<string, string>[], action: string): ReportedRecipient[] {
  return groups
    .filter(
      (group) =>
        group
          .get("action")
          ?.toLowerCase()
          .split(/[\s;(]/)[0] === action,
    )
    .flatMap((group) =>
      ["original-recipient", "final-recipient"].flatMap((name) => {
        const address = addressIn(group, name);
        return address ? [{ address, said: codesOf(group) }] : [];
      }),
    );
}

/**
 * Reads what came into the mailbox. Null: it says nothing of a letter of ours: an answer by itself, a person's mail, or
 * a report that carries no tag that we made, and so may be anybody's.
 */
export async function readReport(
  raw: Uint8Array,
): Promise<{ report: Report | null; messageId: string | null }> {
  const mail = await PostalMime.parse(raw.subarray(0, LONGEST_LOOKED), {
    ...{ attachmentEncoding: "utf8" as const, forceRfc822Attachments: true },
    ...{ maxNestingDepth: MOST_NESTED, maxHeadersSize: LONGEST_PART },
  }).catch(() => null);
  if (!mail) return { report: null, messageId: null };
  const messageId = mail.messageId ?? null;
  const none = { report: null, messageId };
  const header = (name: string) => mail.headers.filter(({ key }) => key === name).map(({ value }) => value);
  const type = header("content-type")[0]?.toLowerCase() ?? "";
  if (!type.startsWith("multipart/report")) return none;
  const part = (...types: string[]) => mail.attachments.find(({ mimeType }) => types.includes(mimeType));
  const status = part("message/delivery-status");
  const complaint = part("message/feedback-report");
  const about = status ?? complaint;
  if (!about) return none;
  const groups = groupsOf(wordsOf(about));
  const returned = part("text/rfc822-headers", "message/rfc822");
  const carried = returned && CARRIED.exec(wordsOf(returned).replaceAll("\r", "").split("\n\n")[0]!)?.[1];
  const tag = findReturnTag(
    [
      ...ADDRESSED.flatMap(header),
      groups[0]?.get("original-envelope-id") ?? "",
      groups[0]?.get("original-mail-from") ?? "",
      carried ?? "",
    ].join("\n"),
  );
  if (!tag) return none;
  if (!status)
    return groups[0]?.get("feedback-type")?.toLowerCase() === "abuse"
      ? { report: { verdict: "complaint", tag, recipients: [] }, messageId }
      : none;
  const failed = recipientsWith(groups, "failed");
  if (failed.length > 0) return { report: { verdict: "bounce", tag, recipients: failed }, messageId };
  const delayed = recipientsWith(groups, "delayed");
  return delayed.length > 0 ? { report: { verdict: "delay", tag, recipients: delayed }, messageId } : none;
}
