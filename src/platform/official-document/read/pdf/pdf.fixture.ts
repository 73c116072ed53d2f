import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { fontFiles } from "../../write/times-face.ts";
import type { Block, Paragraph, SourceDocument, Table } from "../block.ts";

/** How a document is set: as most departments do, or with lists that hang and paragraphs that are not set in. */
export interface Setting {
  /** Distance of first lines in mm; 0 for none. */
  firstLine?: number;
  justify?: boolean;
  /** "DỰ THẢO" at the top of every page. */
  runningHead?: string;
  /** Tables without lines. */
  unruled?: boolean;
  /** As an office suite sets a bare document: a tab after each label, columns of one width. */
  bare?: boolean;
}

const template = String.raw`
#let doc = json(bytes(sys.inputs.document))
#set page(
  paper: "a4",
  margin: (top: 20mm, bottom: 20mm, left: 30mm, right: 15mm),
  header: align(center, context { if here().page() > 1 { text(size: 13pt, [#doc.head #here().page()]) } }),
)
#set text(font: "Tinos", lang: "vi", size: 14pt, hyphenate: false)
#set par(justify: doc.justify, leading: 0.65em, spacing: 1em, first-line-indent: (amount: doc.firstLine * 1mm, all: true))
#let words(it) = {
  let body = it.runs.map(run => {
    let lines = run.text.split("\n").map(line => line.split("\t").join(h(if doc.bare { 14mm } else { 20mm }))).join(linebreak())
    let made = if run.bold { strong(lines) } else { lines }
    if run.italic { emph(made) } else { made }
  }).join()
  if it.align == "center" { align(center, { set par(first-line-indent: 0pt); body }) }
  else if it.align == "right" { align(right, { set par(first-line-indent: 0pt); body }) }
  else { par(body) }
}
#for it in doc.blocks {
  if it.kind == "paragraph" { words(it) }
  else {
    set text(size: 12pt)
    set par(justify: false, first-line-indent: 0pt, leading: 0.5em, spacing: 0.5em)
    table(
      columns: it.widths.map(width => width * 1fr),
      stroke: if it.plain or doc.unruled { none } else { 0.5pt },
      inset: 1.5mm,
      ..it.cells.map(cell => table.cell(
        x: cell.x, y: cell.y, colspan: cell.columns, rowspan: cell.rows,
        cell.paragraphs.map(words).join(parbreak()),
      )),
    )
  }
}
`;

function paragraphOf({ text, label, bold, italic, align, emphasis }: Paragraph, gap = " ") {
  const whole = label === null ? text : `${label}${gap}${text}`;
  const at = emphasis === null ? -1 : whole.indexOf(emphasis);
  const runs =
    at < 0
      ? [{ text: whole, bold, italic }]
      : [
          { text: whole.slice(0, at), bold, italic },
          { text: emphasis!, bold: true, italic: false },
          { text: whole.slice(at + emphasis!.length), bold, italic },
        ];
  return { kind: "paragraph", runs: runs.filter((run) => run.text !== ""), align };
}

function tableOf({ rows }: Table, bare: boolean) {
  const columns = Math.max(...rows.flat().map(({ column, span }) => column + span));
  const cells = rows.flatMap((row, y) =>
    row
      .filter((cell) => !cell.continued)
      .map((cell) => {
        let below = 1;
        while (
          rows[y + below]?.some(
            (other) =>
              other.continued && other.column === cell.column && other.paragraphs === cell.paragraphs,
          )
        )
          below += 1;
        return {
          x: cell.column,
          y,
          columns: cell.span,
          rows: below,
          paragraphs: cell.paragraphs.map((paragraph) => paragraphOf(paragraph)),
        };
      }),
  );
  const letters = Array.from({ length: columns }, (_, x) =>
    Math.max(
      4,
      ...cells
        .filter((cell) => cell.x === x && cell.columns === 1)
        .map(({ paragraphs }) =>
          paragraphs.reduce((sum, { runs }) => sum + runs.reduce((all, run) => all + run.text.length, 0), 0),
        ),
    ),
  );
  const plain = rows
    .flat()
    .some(({ paragraphs }) =>
      paragraphs.some(({ text }) => /cộng h[oòóa]{1,2}.? xã hội|nơi nhận|^số\s*:/iu.test(text)),
    );
  return {
    kind: "table",
    widths: plain ? letters.map((_, x) => (bare ? 1 : 2 + x)) : letters.map((count) => Math.sqrt(count)),
    cells,
    plain,
  };
}

let compiler: NodeCompiler | undefined;

/** A document as PDF, typeset anew: what it says must be read back, however lines and pages fall. */
export function pdfOf(
  document: Pick<SourceDocument, "blocks">,
  { firstLine = 12.7, justify = true, runningHead = "", unruled = false, bare = false }: Setting = {},
): Uint8Array {
  compiler ??= NodeCompiler.create({
    fontArgs: [{ fontBlobs: fontFiles().map((font) => Buffer.from(font)) }],
  });
  const blocks = document.blocks.map((block: Block) =>
    block.kind === "table" ? tableOf(block, bare) : paragraphOf(block, bare ? "\t" : " "),
  );
  const compiled = compiler.compile({
    mainFileContent: template,
    inputs: { document: JSON.stringify({ blocks, firstLine, justify, head: runningHead, unruled, bare }) },
  });
  if (compiled.result === null) throw new Error(JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics));
  return new Uint8Array(compiler.pdf(compiled.result, { pdfStandard: "1.7" }));
}
