import { diffArrays } from "diff";

/** One place where two texts differ, as a newsroom reads it: what it was sent, and what holds now. */
export interface Difference {
  place: string;
  before: string;
  now: string;
}

/** More than so many say less than the text itself does. */
const MOST = 12;

const paragraphs = (text: string): string[] =>
  text
    .normalize("NFC")
    .split(/\n{2,}/)
    .map((one) => one.trim())
    .filter(Boolean);

/** Where they differ, paragraph by paragraph; null: in too many places to be named. */
export function differencesOf(
  before: { title: string; summary: string; whole: string },
  now: { title: string; summary: string; whole: string },
): Difference[] | null {
  const named = [
    { place: "Tiêu đề", before: before.title.trim(), now: now.title.trim() },
    { place: "Tóm tắt", before: before.summary.trim(), now: now.summary.trim() },
  ].filter((one) => one.before !== one.now);
  const body: Difference[] = [];
  let removed: string[] = [];
  const close = (added: string[]) => {
    if (removed.length + added.length === 0) return;
    body.push({ place: "Nội dung", before: removed.join("\n"), now: added.join("\n") });
    removed = [];
  };
  // The summary stands in the whole text of most kinds, too: told once.
  const isTold = (one: string) => named.some((other) => other.before === one || other.now === one);
  for (const part of diffArrays(paragraphs(before.whole), paragraphs(now.whole))) {
    const told = part.value.filter((one) => !isTold(one));
    if (part.removed) {
      close([]);
      removed = told;
    } else close(part.added ? told : []);
  }
  close([]);
  const all = [...named, ...body];
  return all.length > MOST ? null : all;
}
