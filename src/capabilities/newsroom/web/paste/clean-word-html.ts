import { safeLinkAddress } from "#platform/rich-text/rich-text.ts";
import { makeFootnotes } from "./word-footnotes.ts";
import { makeLists } from "./word-lists.ts";

/** Never text: styles, Office's own tags, drawings, comments, what was deleted under tracked changes. */
const DROPPED = [
  "style, script, meta, link, title, xml, o\\:p, del, img, object, iframe",
  "[style*='mso-element:comment-list'], [style*='mso-element: comment-list'], .MsoCommentReference",
  "a.msocomanchor, [style*='display:none'], [style*='mso-hide:all']",
  "br[clear], br[style*='page-break']",
].join(", ");

const MERGED = ["colspan", "rowspan"];

/**
 * Cleans what Word puts on the clipboard before the editor reads it. Headings, nested lists, tables, links and
 * emphasis stay; footnotes become text at the end; styles, comments and deleted text go; pictures go, because they
 * lie on the writer's disk. HTML of other programs is left to the editor's own rules.
 */
export function cleanWordHtml(html: string): string {
  if (!isFromWord(html)) return html;
  const document = new DOMParser().parseFromString(html.replace(/<!--[\s\S]*?-->/g, ""), "text/html");
  const { body } = document;
  // What is left of "<![if …]>" is a comment to the parser.
  for (const comment of nodesIn(body, NodeFilter.SHOW_COMMENT)) comment.parentNode?.removeChild(comment);
  makeLists(body);
  makeFootnotes(body);
  for (const element of body.querySelectorAll(DROPPED)) element.remove();
  for (const element of [...body.querySelectorAll("*")]) {
    if (/^[ovwm]\d*:/i.test(element.tagName)) element.replaceWith(...element.childNodes);
  }
  makeHeadings(body);
  for (const cell of body.querySelectorAll("thead td")) rename(cell, "th");
  for (const quote of body.querySelectorAll("p.MsoQuote, p.MsoIntenseQuote")) {
    quote.replaceWith(inside(document.createElement("blockquote"), quote.cloneNode(true)));
  }
  for (const element of body.querySelectorAll("*")) {
    keepEmphasis(element);
    keepAttributes(element);
  }
  for (const mark of body.querySelectorAll("h2 strong, h3 strong, h4 strong, h2 b, h3 b, h4 b"))
    mark.replaceWith(...mark.childNodes);
  tidySpaces(body);
  return body.innerHTML;
}

/** Whether the HTML was written by Word, on the clipboard or in a mail. */
const isFromWord = (html: string): boolean =>
  /urn:schemas-microsoft-com:office|class=["']?Mso|mso-(list|bidi|fareast|ansi|element)/i.test(html);

/** Pictures that the clipboard only names; they cannot be read from the page. */
export const countForeignPictures = (html: string): number =>
  [...html.matchAll(/<(?:img|v:imagedata)\b[^>]*\bsrc\s*=\s*["']?([^"'\s>]+)/gi)].filter(
    ([, address]) => !/^\/media\//.test(address ?? ""),
  ).length;

const inside = (outer: Element, inner: Node): Element => {
  outer.append(inner);
  return outer;
};

function rename(element: Element, tag: string): void {
  const renamed = element.ownerDocument.createElement(tag);
  for (const { name, value } of element.attributes) renamed.setAttribute(name, value);
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
}

/** The highest heading of what was pasted becomes the text's own highest (2); no level lies deeper than 4. */
function makeHeadings(body: Element): void {
  for (const title of body.querySelectorAll("p.MsoTitle")) rename(title, "h1");
  for (const paragraph of body.querySelectorAll("p[style*='mso-outline-level']")) {
    const level = /mso-outline-level:\s*([1-6])/.exec(paragraph.getAttribute("style") ?? "")?.[1];
    if (level) rename(paragraph, `h${level}`);
  }
  const headings = [...body.querySelectorAll("h1, h2, h3, h4, h5, h6")];
  const highest = Math.min(...headings.map(({ tagName }) => Number(tagName[1])));
  for (const heading of headings) {
    if ((heading.textContent ?? "").trim() === "") heading.remove();
    else rename(heading, `h${Math.min(4, Number(heading.tagName[1]) - highest + 2)}`);
  }
}

function keepEmphasis(element: Element): void {
  if (element.matches("table, thead, tbody, tr, td, th, ul, ol, li, h1, h2, h3, h4")) return;
  const style = `;${element.getAttribute("style") ?? ""}`;
  if (/;\s*font-weight:\s*(bold|[6-9]00)/i.test(style)) wrap(element, "strong");
  if (/;\s*font-style:\s*italic/i.test(style)) wrap(element, "em");
  if (/;\s*text-decoration:\s*underline/i.test(style) && !element.matches("a, u")) wrap(element, "u");
}

function wrap(element: Element, tag: string): void {
  if (element.closest(tag)) return;
  const inner = element.ownerDocument.createElement(tag);
  inner.append(...element.childNodes);
  element.append(inner);
}

function keepAttributes(element: Element): void {
  for (const { name, value } of [...element.attributes]) {
    const kept =
      (MERGED.includes(name) && element.matches("td, th")) ||
      (["start", "type"].includes(name) && element.matches("ol")) ||
      (name === "href" && /^[a-z]+:/i.test(value) && safeLinkAddress(value) !== null);
    if (!kept) element.removeAttribute(name);
  }
}

/** Word fills with hard spaces and empty paragraphs; neither means anything in a text without styles. */
function tidySpaces(body: Element): void {
  for (const wrapping of body.querySelectorAll("span, font, ins"))
    wrapping.replaceWith(...wrapping.childNodes);
  body.normalize();
  for (const node of nodesIn(body, NodeFilter.SHOW_TEXT)) {
    const text = (node.nodeValue ?? "").replace(/[\s\u00a0]+/g, " ");
    const between = text === " " && node.parentElement?.matches("body, ul, ol, table, thead, tbody, tr");
    if (between) node.parentNode?.removeChild(node);
    else {
      const first = node === node.parentNode?.firstChild && node.parentElement?.matches("p, h2, h3, h4");
      node.nodeValue = first ? text.trimStart() : text;
    }
  }
  for (const paragraph of body.querySelectorAll("p")) {
    const alone = paragraph.parentElement?.matches("td, th") && paragraph.parentElement.children.length === 1;
    if ((paragraph.textContent ?? "").trim() === "" && !alone) paragraph.remove();
  }
}

function nodesIn(root: Element, what: number): Node[] {
  const walker = root.ownerDocument.createTreeWalker(root, what);
  const nodes: Node[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node);
  return nodes;
}
