import { runsInText } from "#newsroom";
import { plainText } from "../reading/clean-html.ts";
import type { ReadItem } from "../reading/read-feed.ts";

/** So many characters of an item are looked at, and so many of their runs kept. */
const CHARACTERS = 60_000;
const MOST_RUNS = 4_000;

/** By what an item is compared with our texts, of all that its feed holds; the words themselves are not kept. */
export function printOf(
  { title, summary, html }: ReadItem,
  names: (text: string) => boolean,
): { runs: number[]; namesAgency: boolean } {
  const words = plainText(html ?? summary ?? "", CHARACTERS);
  return {
    runs: [...runsInText(words)].slice(0, MOST_RUNS),
    namesAgency: [title, summary, words, html].some((part) => part !== null && names(part)),
  };
}
