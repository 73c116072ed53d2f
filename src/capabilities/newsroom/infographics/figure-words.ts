/** What can be counted out of the platform itself, for a table to be drawn. A new one is one entry here and its counting in own-figures.ts. */
export const figureSources = [
  { slug: "published-by-unit", label: "Tin, bài đã đăng, theo đơn vị" },
  { slug: "published-by-kind", label: "Tin, bài đã đăng, theo loại" },
  { slug: "proofs-by-unit", label: "Minh chứng thực hiện kế hoạch, theo đơn vị" },
] as const;

export type FigureSource = (typeof figureSources)[number]["slug"];
export const figureSourceSlugs = figureSources.map(({ slug }) => slug) as [FigureSource, ...FigureSource[]];
