/**
 * The look of the two-page brief in Typst. Everything that it says comes in as JSON (`sys.inputs.brief`), so that no
 * text of a user is ever read as Typst code. The bars repeat what the table beside them says, hence artifacts.
 */
export const briefTemplate = String.raw`
#let brief = json(bytes(sys.inputs.brief))

#set document(title: brief.title, author: brief.agency, date: none)
#set text(font: "Tinos", lang: "vi", region: "VN", size: 10.5pt, hyphenate: false, fill: black)
#set par(leading: 0.5em, spacing: 0.55em)
#set page(
  paper: "a4",
  margin: (top: 16mm, bottom: 16mm, left: 18mm, right: 15mm),
  footer: context {
    set text(size: 9pt)
    grid(
      columns: (1fr, auto),
      brief.footer,
      [Trang #counter(page).display() / #counter(page).final().first()],
    )
  },
)
#show heading.where(level: 1): it => block(above: 0.9em, below: 0.5em, sticky: true, text(size: 12.5pt, weight: "bold", it.body))
#show heading.where(level: 2): it => block(above: 0.7em, below: 0.35em, sticky: true, text(size: 10.5pt, weight: "bold", it.body))
#show title: it => block(above: 0.6em, below: 0.4em, width: 100%, align(center, text(size: 15pt, weight: "bold", it.body)))
#set table(stroke: 0.5pt + luma(140), inset: (x: 1.4mm, y: 1mm))
// An address without a place to break would run out of its cell.
#show regex("[^\\s/?&=._-]{24,}"): it => it.text.clusters().map(letter => box(letter)).join()

#let looks = (luma(45), luma(125), luma(185), white)
#let bar(parts, total) = if total > 0 {
  pdf.artifact(box(width: 100%, height: 2.8mm, stroke: 0.4pt + luma(90), stack(
    dir: ltr,
    ..parts.enumerate().filter(((index, part)) => part > 0).map(((index, part)) => rect(
      width: part / total * 100%, height: 100%, fill: looks.at(index), stroke: 0.3pt + luma(90),
    )),
  )))
}

#align(center, text(size: 11pt, weight: "bold", upper(brief.agency)))
#title[#brief.title]
#align(center, emph(brief.span))
#if brief.sampleMark != none { align(center, strong(brief.sampleMark)) }

#heading(level: 1)[1. Số liệu chính]
#table(
  columns: (1fr, 55%),
  table.header([*Chỉ tiêu*], [*Kết quả*]),
  ..brief.figures.map(it => (it.label, it.words)).flatten(),
)

#heading(level: 1)[2. Từng mục của kế hoạch]
#block[
  #brief.totals
  #linebreak()
  #for (index, word) in brief.states.enumerate() {
    pdf.artifact(box(width: 3mm, height: 3mm, fill: looks.at(index), stroke: 0.4pt + luma(90)))
    [ #word]
    if index + 1 < brief.states.len() { [; ] }
  }
]
#set text(size: 9pt)
#table(
  inset: (x: 1.2mm, y: 0.75mm),
  columns: (1fr, 11mm, 11mm, 11mm, 11mm, 11mm, 24mm),
  align: (left, right, right, right, right, right, left),
  table.header([*Mục*], ..brief.short.map(word => text(size: 8pt, strong(word))), text(size: 8pt)[*Tổng*], text(size: 8pt)[*Tỷ lệ*]),
  ..brief.clauses.map(it => (it.name, ..it.counts.map(str), str(it.total), bar(it.counts, it.total))).flatten(),
)
#if brief.moreClauses != none { brief.moreClauses }
#set text(size: 10.5pt)

#pagebreak()

#let groups(all) = for it in all {
  heading(level: 2, it.head)
  if it.rows.len() > 0 { list(spacing: 0.4em, ..it.rows.map(row => { row.label; if row.detail != "" { text(size: 9.5pt)[ – #row.detail] } })) }
  if it.more != none { emph(it.more) }
}

#heading(level: 1)[3. Việc trễ hạn, còn thiếu (#brief.lateCount)]
#if brief.late.len() == 0 { [Không có việc nào.] } else { groups(brief.late) }

#heading(level: 1)[4. Việc chờ quyết định (#brief.waitingCount)]
#if brief.waiting.len() == 0 { [Không có việc nào.] } else { groups(brief.waiting) }

#heading(level: 1)[5. Sản phẩm đã đăng theo tháng]
#brief.monthsIn
#table(
  columns: (1fr,) * calc.max(1, brief.months.len()),
  align: center,
  table.header(..brief.months.map(it => text(size: 8.5pt, strong(it.label)))),
  ..brief.months.map(it => {
    pdf.artifact(box(height: 14mm, width: 100%, align(bottom + center, rect(width: 5mm, height: it.share * 13mm + 0.3mm, fill: luma(90), stroke: none))))
    linebreak()
    str(it.count)
  }),
)
`;
