/** One line of text: what stood on several lines of a cell is parted by "; ". */
const oneLine = (text: string) =>
  text
    .replaceAll("\u00a0", " ")
    .split(/[\r\n]+/u)
    .map((line) => line.replace(/\s+/gu, " ").trim())
    .filter((line) => line !== "")
    .join("; ");

/** Blocks inside a cell begin a line of their own; the breaks that stand in the source of the page do not count. */
function textOf(cell: Element): string {
  const copy = cell.cloneNode(true) as Element;
  for (const hidden of copy.querySelectorAll("style, script, del")) hidden.remove();
  for (const node of copy.querySelectorAll("br")) node.replaceWith("\u2028");
  for (const block of copy.querySelectorAll("p, div, li")) block.append("\u2028");
  return oneLine((copy.textContent ?? "").replace(/[\r\n]+/gu, " ").replaceAll("\u2028", "\n"));
}

const spanOf = (cell: Element, name: "colspan" | "rowspan") =>
  Math.min(Math.max(Number.parseInt(cell.getAttribute(name) ?? "1", 10) || 1, 1), 200);

/** The cells of a table row by row; one merged downwards holds for each of its rows, one merged across stands first. */
function rowsOf(table: HTMLTableElement): string[][] {
  const rows: string[][] = [];
  const below = new Map<number, { text: string; left: number }>();
  for (const row of table.rows) {
    const cells: string[] = [];
    const fill = () => {
      for (let from = below.get(cells.length); from && from.left > 0; from = below.get(cells.length)) {
        from.left -= 1;
        cells.push(from.text);
      }
    };
    for (const cell of row.cells) {
      fill();
      const text = textOf(cell);
      const down = spanOf(cell, "rowspan") - 1;
      for (let across = spanOf(cell, "colspan"), first = true; across > 0; across -= 1, first = false) {
        if (down > 0) below.set(cells.length, { text: first ? text : "", left: down });
        cells.push(first ? text : "");
      }
    }
    fill();
    rows.push(cells);
  }
  return rows;
}

const quoted = (text: string) => (text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text);

/**
 * The tables of what Word, Excel or a page put on the clipboard as lines with tabs between their cells; null when there
 * is none. Read without loading or running anything of it.
 */
export function tableOnClipboard(html: string): string | null {
  if (!/<table/iu.test(html)) return null;
  // Styles would be refused by the page's own rules, aloud in its console.
  const bare = html.replace(/<style[\s\S]*?<\/style>/giu, "").replace(/\sstyle=(?:"[^"]*"|'[^']*')/giu, "");
  const page = new DOMParser().parseFromString(bare, "text/html");
  const tables = [...page.querySelectorAll("table")].filter(
    (table) => !table.parentElement?.closest("table"),
  );
  const rows = tables.flatMap(rowsOf).filter((cells) => cells.some((text) => text !== ""));
  if (rows.length === 0) return null;
  const width = Math.max(...rows.map((cells) => cells.length));
  return rows
    .map((cells) => Array.from({ length: width }, (_, at) => quoted(cells[at] ?? "")).join("\t"))
    .join("\n");
}
