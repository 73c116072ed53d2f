const HIDDEN = "•";

/** A dossier's code with all hidden that would find it: what stands before the first hyphen and the last two signs stay. */
export function maskedCode(code: string): string {
  const hyphen = code.indexOf("-");
  const open = hyphen < 0 ? 0 : hyphen + 1;
  return [...code]
    .map((sign, at) => (at < open || at >= code.length - 2 || !/[\p{L}\d]/u.test(sign) ? sign : HIDDEN))
    .join("");
}
