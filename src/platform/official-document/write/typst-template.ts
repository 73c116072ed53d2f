/**
 * The look of a document in Typst. The document itself comes in as JSON (`sys.inputs.document`), so that no text of
 * a user is ever read as Typst code; measures come from layout.ts in the same way (`sys.inputs.layout`).
 */
export const typstTemplate = String.raw`
#let doc = json(bytes(sys.inputs.document))
#let layout = json(bytes(sys.inputs.layout))
#let mm(value) = value * 1mm
#let pt(value) = value * 1pt
#let size = layout.size

#set document(title: doc.title, author: doc.agency.join(" "), date: none)
#set text(font: "Tinos", lang: "vi", region: "VN", size: pt(size.body), hyphenate: false, overhang: false, fill: black)
#set par(leading: (layout.lineSpacing - 0.45) * 1em, spacing: (layout.lineSpacing - 0.45) * 1em + pt(layout.paragraphGap))

// A page counts from the first page of its part: the document itself, then each appendix.
#let page-number = context {
  let starts = query(<part>).map(it => it.location().page()).filter(page => page <= here().page())
  let number = here().page() - starts.last() + 1
  if number > 1 { align(center, text(size: pt(size.pageNumber), str(number))) }
}
#set page(
  paper: "a4",
  margin: (top: mm(layout.margin.top), bottom: mm(layout.margin.bottom), left: mm(layout.margin.left), right: mm(layout.margin.right)),
  header: align(top, pad(top: mm(layout.pageNumberFromEdge), page-number)),
  header-ascent: 0%,
  footer: if doc.sampleMark != none { align(center, text(size: pt(size.sampleMark), weight: "bold", doc.sampleMark)) },
)

#let styled(run) = {
  let lines = run.text.split("\n").join(linebreak())
  let body = if run.bold { strong(lines) } else { lines }
  let body = if run.italic { emph(body) } else { body }
  if run.link != none { link(run.link, underline(body)) } else { body }
}
#let rich(runs) = runs.map(styled).join()
#let lines(all) = all.join(linebreak())

#let rule(length) = block(above: 6pt, below: 0pt, width: 100%, align(center, pdf.artifact(line(length: mm(length), stroke: 0.75pt))))
#let centred(height, body) = block(above: 0.5em, below: 0pt, width: 100%, {
  set text(size: pt(height))
  set par(leading: 0.5em, spacing: 0.5em)
  align(center, par(body))
})

#show heading: it => block(above: 0.7em + pt(layout.paragraphGap), below: 0.7em + pt(layout.paragraphGap), sticky: true, {
  set text(
    size: pt(size.body),
    weight: if it.level < 3 { "bold" } else { "regular" },
    style: if it.level == 3 { "italic" } else { "normal" },
  )
  set par(justify: true)
  h(mm(layout.firstLine))
  it.body
})
#show title: it => block(above: 18pt, below: 0pt, width: 100%, {
  set text(size: pt(size.type), weight: "bold")
  set par(leading: 0.5em)
  align(center, { doc.type; linebreak(); text(size: pt(size.abstract), lines(doc.abstract)) })
})
// A dash at the first line's indent, as the body's paragraphs run; tagged as a list.
#set list(marker: none, indent: 0pt, body-indent: 0pt)

#let body-table(it) = {
  // An address without a place to break would run out of its cell.
  show regex("[^\\s/?&=._-]{15,}"): it => it.text.clusters().map(letter => box(letter)).join()
  set text(size: pt(size.table))
  set par(leading: 0.5em, spacing: 0.5em, justify: false, first-line-indent: 0pt)
  if it.caption != none {
    block(above: 16pt, below: 8pt, width: 100%, sticky: true, align(center, par(text(size: pt(size.caption), weight: "bold", it.caption))))
  }
  table(
    columns: it.widths.map(width => width * 1fr),
    stroke: 0.5pt,
    inset: (x: 1.2mm, y: 1.4mm),
    table.header(..it.head.map(cell => table.cell(align: center + horizon, strong(cell)))),
    ..it.rows.flatten().map(cell => table.cell(
      colspan: cell.columns,
      breakable: cell.tall,
      align: (left: left, center: center, right: right).at(cell.align) + top,
      if cell.bold { strong(rich(cell.runs)) } else { rich(cell.runs) },
    )),
  )
}

// "signed": what signs the body follows, and never stands alone on a page.
#let body-parts(blocks, signed: false) = {
  set par(justify: true, first-line-indent: (amount: mm(layout.firstLine), all: true))
  for (index, it) in blocks.enumerate() {
    let last = signed and index == blocks.len() - 1
    if it.kind == "heading" { heading(level: it.tagLevel, it.text) }
    else if it.kind == "table" { body-table(it) }
    else if it.kind == "list" {
      list(spacing: (layout.lineSpacing - 0.45) * 1em + pt(layout.paragraphGap), ..it.items.map(item => par({ h(mm(layout.firstLine)); rich(item) })))
    }
    else if last { block(sticky: true, par(rich(it.runs))) }
    else { par(rich(it.runs)) }
  }
}

#[#metadata("document") <part>]
#grid(
  columns: (layout.leftBlock * 1fr, layout.rightBlock * 1fr),
  {
    if doc.parentAgency != none { centred(size.parentAgency, doc.parentAgency) }
    centred(size.agency, strong(lines(doc.agency)))
    rule(doc.rule.agency)
    v(6pt)
    centred(size.number, doc.numberLine)
  },
  {
    centred(size.nationalName, strong(doc.nationalName))
    centred(size.motto, strong(doc.motto))
    rule(doc.rule.motto)
    v(6pt)
    centred(size.placeAndDate, emph(doc.placeAndDate))
  },
)

#title[]
#rule(doc.rule.abstract)
#v(12pt)

#for (index, it) in doc.addressees.enumerate() {
  if doc.addressees.len() == 1 { align(center, par(it)) }
  else { pad(left: if index == 0 { 30mm } else { 45mm }, par(it)) }
}
#{
  set par(justify: true, first-line-indent: (amount: mm(layout.firstLine), all: true))
  for it in doc.bases { par(emph(it)) }
}

#body-parts(doc.body, signed: true)

#block(breakable: false, above: 18pt, grid(
  columns: (layout.leftBlock * 1fr, layout.rightBlock * 1fr),
  {
    set par(spacing: 0.5em, leading: 0.5em)
    if doc.recipients.len() > 0 { par(text(size: pt(size.recipientsTitle), strong(emph("Nơi nhận:")))) }
    for it in doc.recipients { par(text(size: pt(size.recipients), it)) }
  },
  {
    for it in doc.authority { centred(size.signer, strong(it)) }
    v(layout.signatureLines * 1.3em)
    centred(size.signer, strong(doc.signerName))
  },
))

#for appendix in doc.appendices {
  page(flipped: appendix.landscape)[
    #metadata("appendix") <part>
    #show heading.where(level: 1): it => block(width: 100%, above: 0pt, below: 0.5em, {
      set text(size: pt(size.appendixLabel), weight: "bold")
      set par(leading: 0.5em)
      align(center, { appendix.label; linebreak(); text(size: pt(size.appendixTitle), appendix.title) })
    })
    #heading(level: 1, appendix.label + ". " + appendix.title)
    #centred(size.body, emph(appendix.attachedTo))
    #v(12pt)
    #body-parts(appendix.body)
  ]
}
`;
