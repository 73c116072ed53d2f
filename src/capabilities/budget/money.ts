/** Money is whole đồng in safe integers, and never a fraction; this much at most stands in one field. */
const MOST_MONEY = 999_999_999_999_999;

/** A sum out of the database (bigint and numeric come as text) as a number. @throws RangeError where it is not exact */
export function exact(value: string | number | bigint | null): number {
  const read = Number(value ?? 0);
  if (!Number.isSafeInteger(read)) throw new RangeError("A sum of money is not a safe integer.");
  return read;
}

/** Adds up, exactly. @throws RangeError where the sum is no longer exact */
export const sumOf = <Row>(rows: readonly Row[], of: (row: Row) => number): number =>
  exact(rows.reduce((sum, row) => sum + of(row), 0));

const scales: Record<string, number> = {
  tỷ: 1_000_000_000,
  tỉ: 1_000_000_000,
  triệu: 1_000_000,
  tr: 1_000_000,
  nghìn: 1000,
  ngàn: 1000,
  k: 1000,
};

export type MoneyRead = { amount: number; why: null } | { amount: null; why: string };

const refused = (why: string): MoneyRead => ({ amount: null, why });
const HOW = "Hãy ghi số tiền bằng đồng, ví dụ 1.500.000 hoặc 1,5 triệu.";

/** Digits with dots between thousands, a comma before decimals: as hundred-millionths, so that nothing is rounded. */
function digitsOf(written: string): { whole: string; decimals: string } | string {
  if (/^\d{1,3}(,\d{3}){2,}$/.test(written)) return "Hãy dùng dấu chấm giữa các nhóm nghìn, ví dụ 1.500.000.";
  const found = /^(\d+|\d{1,3}(?:\.\d{3})+)(?:,(\d{1,9}))?$/.exec(written);
  if (found) return { whole: found[1]!.replaceAll(".", ""), decimals: found[2] ?? "" };
  return /^\d+\.\d+$/.test(written)
    ? "Dấu chấm chỉ đứng giữa các nhóm ba chữ số; phần lẻ viết sau dấu phẩy, ví dụ 1,5 triệu."
    : HOW;
}

/**
 * Reads money as people write it: "1.500.000", "1500000 đồng", "1,5 triệu", "2 tỷ 300 triệu". Whatever could mean two
 * things is refused with what to write instead.
 */
export function readMoney(typed: string): MoneyRead {
  const text = typed
    .normalize("NFC")
    .trim()
    .toLocaleLowerCase("vi")
    .replace(/\s*(?:đồng|đ|vnđ|vnd|₫)\.?$/u, "")
    .replace(/(?<=\d)[\s\u00a0](?=\d{3}(?:\D|$))/gu, ".")
    .trim();
  if (text === "") return refused(HOW);
  const parts = [...text.matchAll(/([\d.,]+)\s*(\p{L}*)/gu)];
  if (
    parts
      .map(([all]) => all)
      .join("")
      .replace(/\s/g, "") !== text.replace(/\s/g, "")
  )
    return refused(HOW);
  let sum = 0n;
  let last = Number.POSITIVE_INFINITY;
  for (const [, digits, word] of parts) {
    const scale = word === "" ? 1 : scales[word!];
    if (scale === undefined) return refused(HOW);
    if (scale >= last) return refused("Hãy ghi từ lớn đến nhỏ, ví dụ 2 tỷ 300 triệu.");
    last = scale;
    const read = digitsOf(digits!);
    if (typeof read === "string") return refused(read);
    const { whole, decimals } = read;
    const part = BigInt(whole + decimals) * BigInt(scale);
    const divisor = 10n ** BigInt(decimals.length);
    if (part % divisor !== 0n) return refused("Số tiền phải tròn đồng; hãy bỏ phần lẻ nhỏ hơn một đồng.");
    sum += part / divisor;
  }
  if (sum > BigInt(MOST_MONEY)) return refused("Số tiền lớn quá mức hệ thống ghi được.");
  if (sum === 0n) return refused("Số tiền phải lớn hơn 0.");
  return { amount: Number(sum), why: null };
}

const grouped = (amount: number): string => String(Math.abs(amount)).replace(/\B(?=(\d{3})+$)/g, ".");

/** "1.500.000", and "−1.500.000" of what is taken away. */
export const moneyNumber = (amount: number): string => `${amount < 0 ? "−" : ""}${grouped(exact(amount))}`;

/** "1.500.000 đồng". */
export const moneyText = (amount: number): string => `${moneyNumber(amount)} đồng`;

const digitWords = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

function underHundred(value: number, afterHundreds: boolean): string[] {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  if (tens === 0) {
    if (ones === 0) return [];
    return [...(afterHundreds ? ["linh"] : []), digitWords[ones]!];
  }
  const head = tens === 1 ? ["mười"] : [digitWords[tens]!, "mươi"];
  if (ones === 0) return head;
  if (ones === 5) return [...head, "lăm"];
  if (tens > 1 && ones === 1) return [...head, "mốt"];
  if (tens > 1 && ones === 4) return [...head, "tư"];
  return [...head, digitWords[ones]!];
}

/** Three digits; where something stands before them the hundreds are said even if there are none. */
function underThousand(value: number, whole: boolean): string[] {
  const hundreds = Math.floor(value / 100);
  const said = hundreds > 0 || whole;
  return [...(said ? [digitWords[hundreds]!, "trăm"] : []), ...underHundred(value % 100, said)];
}

function spelt(value: bigint, whole: boolean): string[] {
  const billions = value / 1_000_000_000n;
  if (billions > 0n) {
    const rest = value % 1_000_000_000n;
    return [...spelt(billions, whole), "tỷ", ...(rest === 0n ? [] : spelt(rest, true))];
  }
  const words: string[] = [];
  let before = whole;
  for (const [scale, name] of [
    [1_000_000, "triệu"],
    [1000, "nghìn"],
    [1, ""],
  ] as const) {
    const part = Math.floor(Number(value) / scale) % 1000;
    if (part === 0) continue;
    words.push(...underThousand(part, before), ...(name === "" ? [] : [name]));
    before = true;
  }
  return words;
}

/** "Một triệu năm trăm nghìn đồng", as it stands in official papers. */
export function moneyInWords(amount: number): string {
  const value = BigInt(Math.abs(exact(amount)));
  const words = value === 0n ? ["không"] : spelt(value, false);
  const text = [...(amount < 0 ? ["âm"] : []), ...words, "đồng"].join(" ");
  return text[0]!.toLocaleUpperCase("vi") + text.slice(1);
}
