const label = (anchor: Element): string =>
  `[${(anchor.textContent ?? "").replace(/[[\]\s\u00a0]/g, "") || "*"}]`;

/** References become "[1]" in place; the notes follow the text under a rule, each as "[1] …". */
export function makeFootnotes(body: Element): void {
  const { ownerDocument: document } = body;
  const notes = [...body.querySelectorAll("[style*='mso-element:footnote'], [style*='mso-element:endnote']")]
    .filter((element) => !/mso-element:\s*(foot|end)note-list/.test(element.getAttribute("style") ?? ""))
    .map((note) => {
      const anchor = note.querySelector("a[href*='#_ftnref'], a[href*='#_ednref']");
      const mark = anchor ? label(anchor) : "";
      anchor?.remove();
      const paragraph = document.createElement("p");
      for (const part of note.querySelectorAll("p")) {
        if (paragraph.childNodes.length > 0) paragraph.append(" ");
        paragraph.append(...part.childNodes);
      }
      paragraph.prepend(`${mark} `);
      return paragraph;
    });
  for (const list of body.querySelectorAll(
    "[style*='mso-element:footnote-list'], [style*='mso-element:endnote-list']",
  ))
    list.remove();
  for (const note of body.querySelectorAll("[style*='mso-element:footnote'], [style*='mso-element:endnote']"))
    note.remove();
  for (const anchor of body.querySelectorAll("a[href*='#_ftn'], a[href*='#_edn']"))
    anchor.replaceWith(label(anchor));
  if (notes.length > 0) body.append(document.createElement("hr"), ...notes);
}
