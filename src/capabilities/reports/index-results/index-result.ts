/** A result of an index that was published in the period, in the words and digits of its publisher. */
export interface ChainIndexResult {
  id: string;
  indexId: string;
  /** "PAPI 2025, Tỉnh …" */
  title: string;
  /** "45,7047, thứ 3/34" */
  result: string;
  publisher: string;
  publishedOn: string;
  source: string;
  isCertain: boolean;
}
