export interface StrippedText {
  text: string;
  bold: boolean;
  italic: boolean;
  /** The first words that alone were marked. */
  emphasis: string | null;
}

const headingMark = /^ {0,3}#{1,6}[ \t]+/;
const nextMark = /[*_]/g;
const escapes = /\\([\\`*_{}[\]()#+\-.!|>])/g;

function isWordCharacter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}

/**
 * Removes the marks of bold and italic (`**`, `__`, `*`, `_`) and of headings (`#`) and says what they marked.
 * A star that begins a line and is followed by a space is a bullet and stays; lone stars stay.
 */
export function stripMarks(source: string): StrippedText {
  const lines = source.split("\n");
  const heading = lines.every((line) => headingMark.test(line));
  const plain = lines.map((line) => line.replace(headingMark, "").replace(/^ {0,3}> ?/, "")).join("\n");

  let text = "";
  let marked = 0;
  let visible = 0;
  let open: { mark: string; early: boolean; words: string } | null = null;
  const nextClosing = closingFinder(plain);
  let emphasis: string | null = null;
  let bold = false;
  let italic = false;
  for (let at = 0; at < plain.length; ) {
    const character = plain[at]!;
    if (character === "*" || character === "_") {
      let length = 1;
      while (length < 3 && plain[at + length] === character) length += 1;
      const mark = character.repeat(length);
      const before = plain[at - 1];
      const after = plain[at + length];
      const closes = open !== null && open.mark === mark && before !== undefined && !/\s/.test(before);
      const inWord = character === "_" && isWordCharacter(before) && isWordCharacter(after);
      const opens =
        open === null &&
        after !== undefined &&
        !/\s/.test(after) &&
        after !== character &&
        !inWord &&
        nextClosing(at + length, mark);
      if (closes && open) {
        const words = open.words.trim();
        if (emphasis === null && open.early) emphasis = words;
        marked += words.replace(/\s+/g, "").length;
        if (length >= 2) bold = true;
        if (length !== 2) italic = true;
        open = null;
        at += length;
        continue;
      }
      if (opens) {
        open = { mark, early: text.length <= 40 && text.trim().length <= 12, words: "" };
        at += length;
        continue;
      }
      text += mark;
      if (open) open.words += mark;
      visible += length;
      at += length;
      continue;
    }
    nextMark.lastIndex = at;
    const plainTo = nextMark.exec(plain)?.index ?? plain.length;
    const words = plain.slice(at, plainTo);
    visible += words.replace(/\s+/g, "").length;
    text += words;
    if (open) open.words += words;
    at = plainTo;
  }
  const all = visible > 0 && marked >= visible * 0.9;
  return {
    text: text.replace(escapes, "$1"),
    bold: heading || (all && bold),
    italic: all && italic,
    emphasis: all ? null : emphasis,
  };
}

/** Tells whether the same mark follows directly after something visible; each mark is sought through the text once. */
function closingFinder(text: string): (from: number, mark: string) => boolean {
  const found = new Map<string, number>();
  return (from, mark) => {
    let at = found.get(mark) ?? 0;
    if (at === -1) return false;
    if (at < from) {
      at = text.indexOf(mark, from);
      while (at !== -1 && (/\s/.test(text[at - 1] ?? " ") || text[at + mark.length] === mark[0]))
        at = text.indexOf(mark, at + 1);
      found.set(mark, at);
    }
    return at !== -1;
  };
}
