/**
 * Cleans what Word puts on the clipboard before the editor reads it: its own tags, styles and comments go; headings,
 * lists, tables, links and emphasis stay. Word marks list items as paragraphs of class MsoListParagraph.
 */
export function cleanWordHtml(html: string): string {
  if (!/urn:schemas-microsoft-com|class="?Mso|mso-/i.test(html)) return html;
  const document = new DOMParser().parseFromString(html.replace(/<!--[\s\S]*?-->/g, ""), "text/html");
  for (const element of document.querySelectorAll("style, script, meta, link, xml, o\\:p")) element.remove();
  makeLists(document);
  for (const element of document.body.querySelectorAll("*")) {
    const style = element.getAttribute("style") ?? "";
    if (/font-weight:\s*(bold|[6-9]00)/i.test(style)) wrap(element, "strong");
    if (/font-style:\s*italic/i.test(style)) wrap(element, "em");
    for (const { name } of [...element.attributes]) {
      if (!["href", "colspan", "rowspan", "src", "alt"].includes(name)) element.removeAttribute(name);
    }
  }
  return document.body.innerHTML;
}

function wrap(element: Element, tag: string): void {
  if (element.closest(tag) || element.matches("table, tr, tbody, thead, ul, ol")) return;
  const inner = element.ownerDocument.createElement(tag);
  inner.append(...element.childNodes);
  element.append(inner);
}

/** Runs of list paragraphs become lists; the printed number or bullet of Word is dropped. */
function makeLists(document: Document): void {
  let list: Element | null = null;
  for (const paragraph of [...document.body.querySelectorAll('p[class*="MsoListParagraph"]')]) {
    const marker = paragraph.querySelector('[style*="mso-list:Ignore"], [style*="mso-list: Ignore"]');
    const ordered = /[0-9a-zđ]+[.)]/i.test(marker?.textContent ?? "");
    marker?.remove();
    const item = document.createElement("li");
    item.append(...paragraph.childNodes);
    if (list && paragraph.previousElementSibling === list) list.append(item);
    else {
      list = document.createElement(ordered ? "ol" : "ul");
      list.append(item);
      paragraph.before(list);
    }
    paragraph.remove();
  }
}
