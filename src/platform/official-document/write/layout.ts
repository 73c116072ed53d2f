/**
 * The layout of Decree 30/2020/NĐ-CP, Appendix I, as this product prints it. Lengths in millimetres, type sizes in
 * points. Quốc hiệu stands at 12 because at 13 it is as wide as its block.
 */
export const layout = {
  page: { width: 210, height: 297 },
  margin: { top: 20, bottom: 20, left: 30, right: 20 },
  /** The page number stands in the top margin, this far from the edge of the paper. */
  pageNumberFromEdge: 10,
  /** Shares of the text width of the two header blocks, and of the two closing blocks. */
  leftBlock: 0.4,
  rightBlock: 0.6,
  size: {
    nationalName: 12,
    motto: 13,
    parentAgency: 12,
    agency: 12,
    number: 13,
    placeAndDate: 13,
    type: 14,
    abstract: 14,
    body: 14,
    table: 12,
    caption: 13,
    signer: 14,
    recipientsTitle: 12,
    recipients: 11,
    pageNumber: 14,
    appendixLabel: 14,
    appendixTitle: 14,
    sampleMark: 11,
  },
  firstLine: 12.7,
  /** Space after a body paragraph, in points. */
  paragraphGap: 6,
  /** Line spacing of body paragraphs, in lines. */
  lineSpacing: 1.15,
  /** The rules under agency and abstract, as a share of the line above (1/3 to 1/2); the motto's is as long as it. */
  ruleShare: 0.4,
  /** Room left for the signature between authority and name, in lines. */
  signatureLines: 4,
} as const;

/** Width of the text area in millimetres. */
export const textWidth = (landscape: boolean): number =>
  (landscape ? layout.page.height : layout.page.width) - layout.margin.left - layout.margin.right;
