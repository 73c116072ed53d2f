const sentences = new Intl.Segmenter("vi", { granularity: "sentence" });

/** A sentence that is too long by itself, cut where a word ends; a word without end is cut as well. */
function* cut(sentence: string, longest: number): Generator<string> {
  let rest = sentence;
  while (rest.length > longest) {
    const space = rest.slice(0, longest + 1).search(/\s\S*$/u);
    // Never between the two halves of one sign.
    const halved = /[\ud800-\udbff]$/.test(rest.slice(0, longest));
    const at = space > 0 ? space : longest - (halved ? 1 : 0);
    yield rest.slice(0, at);
    rest = rest.slice(at).trimStart();
  }
  yield rest;
}

/** A text in parts of at most so many characters, which end where sentences end. */
export function partsOf(text: string, longest: number): string[] {
  const parts: string[] = [];
  let part = "";
  for (const { segment } of sentences.segment(text))
    for (const piece of cut(segment, longest)) {
      // What is white at its end counts for nothing.
      if ((part + piece).trim().length > longest) {
        parts.push(part.trim());
        part = "";
      }
      part += piece;
    }
  return [...parts, part.trim()].filter((one) => one !== "");
}
