import { decodeWords, header, type ParsedMail } from "./parse-mail.ts";

const ONCE = ["From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Language"];

const invalidUtf8 = (text: string) => text.includes("\u{fffd}");

function wireProblems(raw: string): string[] {
  const problems: string[] = [];
  if (/(^|[^\r])\n|\r(?!\n)/.test(raw)) problems.push("lines end otherwise than with CRLF");
  if (raw.split("\r\n").some((line) => line.length > 998)) problems.push("a line is longer than 998");
  return problems;
}

/** RFC 2047: no longer than 75, whole characters in each word, none inside an address's brackets. */
function wordProblems(name: string, value: string): string[] {
  const problems: string[] = [];
  if (/[^\x20-\x7e\t]/.test(value)) problems.push(`${name} holds characters outside ASCII`);
  for (const [word] of value.matchAll(/=\?[^?\s]+\?[bq]\?[^?\s]*\?=/gi)) {
    if (word.length > 75) problems.push(`${name} has an encoded word longer than 75`);
    if (invalidUtf8(decodeWords(word))) problems.push(`${name} splits a character between encoded words`);
  }
  if (/<[^>]*=\?[^>]*>/.test(value)) problems.push(`${name} has an encoded word inside an address`);
  return problems;
}

function headerProblems(mail: ParsedMail, recipients: string[]): string[] {
  const problems: string[] = [];
  for (const name of ONCE) {
    const count = mail.headers.filter(([one]) => one.toLowerCase() === name.toLowerCase()).length;
    if (count !== 1) problems.push(`${name} stands ${count} times`);
  }
  for (const [name, value] of mail.headers) problems.push(...wordProblems(name, value));
  const to = header(mail, "to") ?? "";
  if (recipients.length !== 1 || !to.includes(recipients[0]!))
    problems.push("To is not the one recipient of the envelope");
  if (header(mail, "bcc") !== undefined || header(mail, "cc") !== undefined)
    problems.push("others are named beside the recipient");
  if (!/^<[^<>\s@]+@[^<>\s@]+>$/.test(header(mail, "message-id") ?? ""))
    problems.push("Message-ID is no identifier");
  if ([...decodeWords(header(mail, "subject") ?? "")].length > 90)
    problems.push("Subject is longer than 90 characters");
  return problems;
}

function listProblems(mail: ParsedMail): string[] {
  const problems: string[] = [];
  const unsubscribe = header(mail, "list-unsubscribe") ?? "";
  if (!/<https:\/\/[^>]+>/.test(unsubscribe) || !/<mailto:[^>]+>/.test(unsubscribe))
    problems.push("List-Unsubscribe lacks its https or mailto address");
  if (header(mail, "list-unsubscribe-post") !== "List-Unsubscribe=One-Click")
    problems.push("List-Unsubscribe-Post is not List-Unsubscribe=One-Click");
  if (!header(mail, "list-id")) problems.push("List-Id is missing");
  return problems;
}

function partProblems(mail: ParsedMail): string[] {
  const problems: string[] = [];
  const attached = mail.parts.filter(({ disposition }) => disposition === "attachment");
  const plain = mail.parts.find((part) => part.type === "text/plain" && !attached.includes(part));
  if (!plain?.text?.trim()) problems.push("a text/plain part is missing");
  for (const part of mail.parts.filter(({ text }) => text !== null))
    if (part.charset?.toLowerCase() !== "utf-8") problems.push(`${part.type} is not utf-8`);
  for (const { name, asciiName } of attached)
    if (!asciiName || !name || /[^\x20-\x7e]/.test(asciiName))
      problems.push("an attachment lacks a name in ASCII or its full name");
  for (const { type, text } of mail.parts) {
    if (type !== "text/html" || text === null) continue;
    if (/<img[^>]+src=["']?https?:/i.test(text)) problems.push("a picture is fetched from outside");
    if (/<script/i.test(text)) problems.push("the HTML has a script");
  }
  return problems;
}

/** What a newsroom's server or reader would stumble over (contract, section 4). */
export const checkMail = (raw: string, mail: ParsedMail, recipients: string[]): string[] => [
  ...wireProblems(raw),
  ...headerProblems(mail, recipients),
  ...listProblems(mail),
  ...partProblems(mail),
];
