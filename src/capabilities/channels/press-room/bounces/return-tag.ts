import { createHmac, timingSafeEqual } from "node:crypto";
import { signingKey } from "../../accounts/credentials.ts";
import type { Returns } from "../../connectors/connector.ts";

/** Which letter an address is of: a release, a letter after it in its thread, or a mail of a guidance letter. */
const kinds = { release: "r", "follow-up": "c", letter: "l" } as const;
export type ReturnKind = keyof typeof kinds;

export interface ReturnTag {
  kind: ReturnKind;
  /** Of who gets the release, or of the mail. */
  id: string;
  /** How often one to the same address had come back before. */
  round: number;
}

const LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
/** Servers may write addresses in small letters: the alphabet has no others. */
const PATTERN = "[rcl][a-z2-7]{43}";
const ID_LETTERS = 26;
const MOST_ROUNDS = LETTERS.length - 1;
/** The part of an address before the @ has at most 64 letters; so many are left for the mailbox's own name. */
export const LONGEST_NAME = 64 - 44 - 1;

function inLetters(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => LETTERS[Number.parseInt(five.padEnd(5, "0"), 2)])
    .join("");
}

function idIn(letters: string): string {
  const bits = [...letters].map((one) => LETTERS.indexOf(one).toString(2).padStart(5, "0")).join("");
  const hex = (bits.slice(0, 128).match(/.{4}/g) ?? [])
    .map((four) => Number.parseInt(four, 2).toString(16))
    .join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

const signature = (body: string): string =>
  inLetters(createHmac("sha256", signingKey()).update(`press-return ${body}`).digest().subarray(0, 10));

/** Opaque, and ours alone: nobody makes one for another's letter. */
function returnTag({ kind, id, round }: ReturnTag): string {
  const bytes = Buffer.from(id.replaceAll("-", ""), "hex");
  const body = `${kinds[kind]}${LETTERS[Math.min(round, MOST_ROUNDS)]}${inLetters(bytes)}`;
  return `${body}${signature(body)}`;
}

/** The first tag of ours in a text; null: none is, whatever looks like one. */
export function findReturnTag(text: string): ReturnTag | null {
  for (const [tag] of text.toLowerCase().matchAll(new RegExp(`(?<![a-z0-9])${PATTERN}(?![a-z0-9])`, "g"))) {
    const body = tag.slice(0, 2 + ID_LETTERS);
    if (!timingSafeEqual(Buffer.from(tag.slice(body.length)), Buffer.from(signature(body)))) continue;
    const [kind] = Object.entries(kinds).find(([, letter]) => letter === tag[0])!;
    return { kind: kind as ReturnKind, id: idIn(body.slice(2)), round: LETTERS.indexOf(tag[1]!) };
  }
  return null;
}

/** To where one letter comes back: under an address of its own, where the mailbox takes such. */
export function returnsTo(
  { address, usesTags }: { address: string; usesTags: boolean },
  tag: ReturnTag,
): Returns {
  const made = returnTag(tag);
  const [name, domain] = address.split("@");
  return { path: usesTags ? `${name}+${made}@${domain}` : address, tag: made };
}
