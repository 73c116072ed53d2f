const picture = /(?<!\\)!\[[^\][\n]{0,500}\]\((?:[^()\n]|\([^()\n]{0,200}\)){0,2000}\)/g;
const link =
  /(?<!\\)\[([^\][\n]{1,500})\](?:\((?:[^()\n]|\([^()\n]{0,200}\)){0,2000}\)|\[[^\][\n]{0,100}\])/g;
const footnoteMark = /(?<!\\)\[\^[^\][\s]{1,50}\]/g;
const code = /(?<!\\)`{1,3}([^`\n]{1,1000})`{1,3}/g;
const struck = /(?<!\\)~~(?=\S)([^~\n]{1,2000})~~/g;
const box = /^(\s*(?:[-*+]|\d{1,3}[.)])\s+)\[[ xX]\]\s+/gm;

/** Removes the marks of links (their words stay), pictures, footnotes, code, struck words and boxes to tick. */
export function plainMarkdown(text: string): string {
  return text
    .replace(picture, "")
    .replace(link, "$1")
    .replace(footnoteMark, "")
    .replace(code, "$1")
    .replace(struck, "$1")
    .replace(box, "$1");
}

/** What a line is that holds no words of the document: a footnote's own text, the address of a link, a drawn line. */
export function lineBesideText(line: string): "footnote" | "address" | "rule" | null {
  if (/^ {0,3}\[\^[^\]\s]{1,50}\]:/.test(line)) return "footnote";
  if (/^ {0,3}\[[^\]\n]{1,100}\]:\s+\S+\s*$/.test(line)) return "address";
  return /^ {0,3}([-*_])(?:\s*\1){2,}\s*$/.test(line) ? "rule" : null;
}
