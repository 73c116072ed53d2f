/**
 * The look of notice sheets in Typst, a page or more for each procedure; a book has a cover and contents before them, and
 * its fields above the procedures. What they say comes in as JSON
 * (`sys.inputs.sheets`), so that no text of a user is ever read as Typst code.
 */
export const sheetTemplate = `
#let doc = json(bytes(sys.inputs.sheets))
#let size = doc.size * 1pt

#set document(title: doc.title, author: doc.agency, date: none)
#set text(font: "Tinos", lang: "vi", region: "VN", size: size, hyphenate: false, fill: black)
#set par(leading: 0.62em, spacing: 0.8em)
#set page(
  paper: doc.paper,
  margin: (x: 6%, top: 5%, bottom: 7%),
  footer: context {
    let here-is = query(selector(<sheet>).before(here()))
    let stamp = if here-is.len() > 0 { here-is.last().value } else { "" }
    text(size: 0.72em, [#stamp #h(1fr) #if doc.sampleMark != none { strong(doc.sampleMark) } #if doc.cover != none [#h(1em) Trang #counter(page).display()]])
  },
)
#let above = if doc.cover == none { 0 } else { 1 }
#show heading.where(level: 1): it => block(above: 0.5em, below: 0.9em, text(size: 2em, weight: "bold", it.body))
#show heading.where(level: 1 + above): it => block(above: 0.5em, below: 0.7em, text(size: if above == 0 { 1.7em } else { 1.5em }, weight: "bold", it.body))
#show heading.where(level: 2 + above): it => block(above: 1.1em, below: 0.5em, sticky: true, text(size: 1.15em, weight: "bold", it.body))

#let lines(all) = all.map(it => par(it)).join()

#if doc.cover != none {
  v(18%)
  text(size: 1.1em, upper(doc.agency))
  par(text(size: 2.4em, weight: "bold", doc.cover.title))
  lines(doc.cover.lines)
  pagebreak()
  outline(title: [Mục lục], depth: 2, indent: 1.2em)
  pagebreak()
}

#for (index, sheet) in doc.sheets.enumerate() {
  if index > 0 { pagebreak() }
  [#metadata(sheet.stamp) <sheet>]
  if sheet.field != none { heading(level: 1, sheet.field) }
  grid(
    columns: (1fr, auto),
    column-gutter: 1.5em,
    {
      text(size: 0.9em, upper(doc.agency))
      heading(level: 1 + above, sheet.name)
      text(size: 0.9em, sheet.facts)
    },
    align(center, {
      image(bytes(sheet.qr), format: "svg", width: doc.qrWidth * 1mm, alt: sheet.qrAlt)
      text(size: 0.72em, "Quét mã để xem bản mới nhất")
    }),
  )
  block(above: 1em, table(
    columns: (auto, 1fr),
    stroke: (x, y) => (bottom: 0.5pt),
    inset: (x: 0.4em, y: 0.55em),
    table.header([Nội dung], [Quy định]),
    ..sheet.glance.map(row => (strong(row.label), lines(row.lines))).flatten(),
  ))
  for part in sheet.parts {
    heading(level: 2 + above, part.title)
    if part.list { list(..part.lines.map(it => [#it])) } else { lines(part.lines) }
  }
  if sheet.contact.len() > 0 {
    heading(level: 2 + above, "Phản ánh, kiến nghị")
    lines(sheet.contact)
  }
}
`;
