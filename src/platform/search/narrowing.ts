import { signOf } from "./search-text.ts";

/** What a search may be narrowed by; each left out narrows nothing. */
export interface Narrowing {
  /** "content" */
  kind?: string | undefined;
  year?: number | undefined;
  /** Name of a field or theme. */
  field?: string | undefined;
}

export const signsOf = ({ kind, year, field }: Narrowing): string[] => [
  ...(kind === undefined ? [] : [signOf.kind(kind)]),
  ...(year === undefined ? [] : [signOf.year(year)]),
  ...(field === undefined ? [] : [signOf.field(field)]),
];
