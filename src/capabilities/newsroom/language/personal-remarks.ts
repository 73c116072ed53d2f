import { personalData, personalDataInLinks } from "./personal-data.ts";
import { type Block, type Found, type Remark, type RemarkKind, shortHash } from "./remark.ts";
import { piecesOf } from "./sentences-of.ts";

/** A proposal begins with a capital where the words do for which it stands. */
const likeWritten = (instead: string, passage: string): string =>
  /^\p{Lu}\P{Lu}/u.test(passage) ? `${instead.charAt(0).toUpperCase()}${instead.slice(1)}` : instead;

/**
 * A remark on a block. `at` is where the stretch begins that the finding counts from; with `written` the places are
 * those of the words as they were written.
 */
export function remarkOn(
  kind: RemarkKind,
  block: Block,
  { from, to, why, instead, about = "" }: Found,
  { at = 0, written = false } = {},
): Remark {
  const place = (unit: number) => (written || block.places === null ? unit : block.places[unit]!);
  const passage = written ? block.written.slice(from, to) : block.text.slice(at + from, at + to);
  return {
    kind,
    passage,
    field: block.field,
    where: block.where,
    block: block.index,
    from: place(at + from),
    to: place(at + to),
    why,
    ...(instead && { instead: likeWritten(instead, passage) }),
    key: shortHash(`${kind}\n${passage.normalize("NFC").trim()}\n${about}`),
  };
}

/** The personal data in a text, with the same keys as among all remarks. */
export const personalRemarks = (blocks: readonly Block[]): Remark[] =>
  blocks.flatMap((block) => [
    ...piecesOf(block.text).flatMap(({ at, text }) =>
      personalData(text).map((found) => remarkOn("personal-data", block, found, { at })),
    ),
    ...personalDataInLinks(block.links).map((found) =>
      remarkOn("personal-data", block, found, { written: true }),
    ),
  ]);
