import { END, endsIn, matchAt, one, type Place, type Rule, type Said, spelled, YEAR, year } from "./rule.ts";
import { sayDay, sayDecimal, sayDigits, sayMonth, sayWhole } from "./say-number.ts";
import { documentKinds, issuerWords, unitWords } from "./spoken-words.ts";

const LOOK_AHEAD = 80;
const asNumber = "Số đọc thành chữ";
const LETTERS = "\\p{Lu}[\\p{Lu}&]{1,9}\\p{Ll}?\\d{0,2}";

const isDate = (day: number, month: number): boolean =>
  month >= 1 &&
  month <= 12 &&
  day >= 1 &&
  day <= (month === 2 ? 29 : [4, 6, 9, 11].includes(month) ? 30 : 31);

/** "ngày mùng năm tháng mười một năm …"; words that stand there already are not said again. */
function dateWords(day: number, month: number, years: string | undefined, { before, zero }: Place): string {
  const named = endsIn(before, "ngày|mùng|mồng");
  const counted = endsIn(before, "mùng|mồng");
  return [
    !named && "ngày",
    counted ? sayWhole(String(day)) : sayDay(day),
    sayMonth(month),
    years && year(years, zero),
  ]
    .filter(Boolean)
    .join(" ");
}

const date = (place: Place, day: string, month: string, years?: string): Said | null =>
  isDate(Number(day), Number(month))
    ? { said: dateWords(Number(day), Number(month), years, place), why: "Ngày tháng đọc thành chữ" }
    : null;

const timeOf = (hour: string, minute: string | undefined, second?: string): Said | null => {
  if (Number(hour) > 24 || Number(minute ?? 0) > 59 || Number(second ?? 0) > 59) return null;
  const parts = [
    `${sayWhole(hour)} giờ`,
    Number(minute ?? 0) > 0 && `${sayWhole(minute!)} phút`,
    Number(second ?? 0) > 0 && `${sayWhole(second!)} giây`,
  ];
  return { said: parts.filter(Boolean).join(" "), why: "Giờ đọc thành chữ" };
};

function documentNumber(place: Place, digits: string, years: string | undefined, letters: string[]): Said {
  const { before, text, at, zero, wordOf } = place;
  const number = digits.startsWith("0") ? sayDigits(digits) : sayWhole(digits, zero);
  const [first = "", ...rest] = letters;
  const kind = documentKinds[first];
  const parliament = /^QH(\d{1,2})$/.exec(first);
  const issuers = (kind || parliament ? rest : letters).map(
    (part) => issuerWords[part] ?? wordOf(part) ?? spelled(part),
  );
  if (parliament) issuers.unshift(`Quốc hội khóa ${sayWhole(parliament[1]!)}`);
  const length = digits.length;
  const after = text.slice(at, at + LOOK_AHEAD + length).replace(/^[\d\p{L}/&–-]+/u, "");
  const saysWhose =
    rest.some((part) => new RegExp(`(?<![-/\\p{L}])${part}(?!\\p{L})`, "u").test(before)) ||
    /^[\s,]{0,3}(?:ngày[\d\p{L}/.\- ]{1,40}?)?\s?của\s/u.test(after);
  const saysKind = kind !== undefined && `${before} ${place.saidBefore}`.toLowerCase().includes(kind);
  const numbered = endsIn(before, "số");
  return {
    said: [
      kind && !saysKind && !numbered && `${kind} số `,
      number,
      years && `, ${year(years, zero)}`,
      kind && !saysKind && numbered && `, ${kind}`,
      issuers.length > 0 && !saysWhose && `${kind || parliament ? " của" : ","} ${issuers.join(", ")}`,
    ]
      .filter(Boolean)
      .join(""),
    why: "Số hiệu văn bản đọc đủ",
  };
}

const phone = (written: string): Said | null => {
  const digits = written.replace(/\D/g, "");
  const abroad = written.includes("+");
  if (abroad ? digits.length < 10 || digits.length > 12 : digits.length < 9 || digits.length > 11)
    return null;
  const groups = written.split(/[ .()-]+/).filter((group) => /\d/.test(group));
  const heard = groups.length > 1 ? groups : [digits.slice(0, 4), digits.slice(4, 7), digits.slice(7)];
  return {
    said: `${abroad ? "cộng " : ""}${heard.map(sayDigits).join(", ")}`,
    why: "Số điện thoại đọc từng chữ số",
  };
};

const units = Object.keys(unitWords)
  .sort((one, other) => other.length - one.length)
  .map((unit) => unit.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
  .join("|");
const unitAt = new RegExp(`[ \\u00a0]?(${units})(?![\\p{L}\\d])`, "uy");
const perUnitAt = new RegExp(`/(${units})(?![\\p{L}\\d])`, "uy");
const perWordAt = /\/(?=\p{L})/uy;

/** A number with the unit behind it, and what it is counted by. */
function withUnit(place: Place, written: string, said: string, why: string, check = false): Said {
  const { text, at } = place;
  let end = at + written.length;
  const unit = matchAt(unitAt, text, end);
  if (!unit) return { said, why, check, length: end - at };
  end += unit[0].length;
  const words = [said, unitWords[unit[1]!]!];
  const perUnit = matchAt(perUnitAt, text, end);
  if (perUnit) {
    end += perUnit[0].length;
    words.push("một", unitWords[perUnit[1]!]!);
  } else if (matchAt(perWordAt, text, end)) {
    end += 1;
    words.push("một");
  }
  return { said: words.join(" "), why: "Số và đơn vị đọc thành chữ", check, length: end - at };
}

/** The first that fits says it. */
export const numberRules: Rule[] = [
  one(`(\\d{1,6})(?:/(${YEAR}))?/(${LETTERS}(?:[-–/]${LETTERS}){0,3})${END}`, (m, place) =>
    documentNumber(place, m[1]!, m[2], m[3]!.split(/[-–/]/)),
  ),
  one(`(\\d{1,6})-(${LETTERS})/(${LETTERS})${END}`, (m, place) =>
    documentNumber(place, m[1]!, undefined, [m[2]!, m[3]!]),
  ),
  one("(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4})(?!\\d)", (m, place) => date(place, m[1]!, m[3]!, m[4]!)),
  one("(\\d{4})-(\\d{2})-(\\d{2})(?!\\d)", (m, place) => date(place, m[3]!, m[2]!, m[1]!)),
  one("(\\d{1,2}) ?[-–] ?(\\d{1,2})/(\\d{1,2})(?:/(\\d{4}))?(?![\\d/])", (m, place) => {
    const [from, to, month] = [Number(m[1]), Number(m[2]), Number(m[3])];
    if (from >= to || !isDate(from, month) || !isDate(to, month)) return null;
    const named = endsIn(place.before, "ngày");
    const words = [
      !named && "ngày",
      sayDay(from),
      "đến ngày",
      sayDay(to),
      sayMonth(month),
      m[4] && year(m[4], place.zero),
    ];
    return { said: words.filter(Boolean).join(" "), why: "Ngày tháng đọc thành chữ" };
  }),
  one(`(\\d{1,2})/(${YEAR})(?![\\d/])`, (m, place) => {
    const month = Number(m[1]);
    const of = year(m[2]!, place.zero);
    if (endsIn(place.before, "quý|đợt|kỳ|số|tuần"))
      return { said: `${sayWhole(m[1]!)}, ${of}`, why: asNumber };
    if (month < 1 || month > 12) return { said: `${sayWhole(m[1]!)}, ${of}`, why: asNumber, check: true };
    const words = endsIn(place.before, "tháng") ? sayMonth(month).slice("tháng ".length) : sayMonth(month);
    return { said: `${words} ${of}`, why: "Ngày tháng đọc thành chữ" };
  }),
  one(`(${YEAR}) ?[-–/] ?(${YEAR})(?![\\d/])`, (m, { zero }) => ({
    said: `${sayWhole(m[1]!, zero)} đến ${sayWhole(m[2]!, zero)}`,
    why: asNumber,
  })),
  one("(\\d{1,3})/(\\d{1,3})(?![\\d/])", (m, place) => {
    const [above, below] = [Number(m[1]), Number(m[2])];
    const zeroed = m[1]!.startsWith("0") || m[2]!.startsWith("0");
    const dated = endsIn(
      place.before,
      "ngày|hôm|sáng|trưa|chiều|tối|đêm|từ|mùng|mồng|thứ \\p{L}+|chủ nhật,?|(?:thứ \\p{L}+|chủ nhật|hôm nay),? ?\\(",
    );
    // "30/4 - 1/5": what a day reaches to is a day.
    const until =
      /\d{1,2}\/\d{1,2} ?[-–] ?$/u.test(place.before) &&
      /tháng \p{L}+( \p{L}+)? đến $/u.test(place.saidBefore);
    if (isDate(above, below) && (zeroed || dated || until || above > below)) return date(place, m[1]!, m[2]!);
    const part = above < below && (below <= 4 || (above === 1 && below <= 10));
    const lower = part && below === 4 ? "tư" : sayWhole(m[2]!, place.zero);
    return {
      said: `${sayWhole(m[1]!, place.zero)} ${part ? "phần" : "trên"} ${lower}`,
      why: asNumber,
      check: true,
    };
  }),
  one(`(\\d{1,2}) ?[hg] ?(\\d{2})(?:['’′]|ph)?${END}`, (m) => timeOf(m[1]!, m[2])),
  one(`(\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?![\\d:])`, (m) => timeOf(m[1]!, m[2], m[3])),
  one(`(\\d{1,2}) ?h${END}`, (m) => timeOf(m[1]!, undefined)),
  one("1:(\\d{3,7})(?!\\d)", (m, { zero }) => ({ said: `một trên ${sayWhole(m[1]!, zero)}`, why: asNumber })),
  one("\\(?(?:\\+84|0)(?:[ .()-]{0,2}\\d){8,10}(?!\\d)", (m) => phone(m[0])),
  one("(1[89]00)[ .]?(\\d{4,6})(?!\\d)", (m) => ({
    said: `${sayDigits(m[1]!)}, ${sayDigits(m[2]!)}`,
    why: "Số điện thoại đọc từng chữ số",
  })),
  one("\\d{3,12}(?!\\d)(?![.,]\\d)", (m, { before }) =>
    /(?:tổng đài|đường dây nóng|hotline|điện thoại|số máy|gọi|sđt|đt)(?:[\s:]+\S{1,12}){0,2}[\s:]*$/iu.test(
      before,
    ) && !/(?:lúc|trong|gần|hơn|khoảng)[\s:]*$/iu.test(before)
      ? { said: sayDigits(m[0]), why: "Số điện thoại đọc từng chữ số" }
      : null,
  ),
  one("(\\d)\\.(\\d{6})((?:\\.\\d{2,3}){1,4})(?:\\.H(\\d{1,3}))?(?![\\d.]\\d)", (m) => ({
    said: [
      `${sayDigits(m[1]!)} chấm ${sayDigits(m[2]!)}`,
      ...m[3]!.split(".").slice(1).map(sayDigits),
      m[4] && `hát ${sayDigits(m[4])}`,
    ]
      .filter(Boolean)
      .join(", "),
    why: "Mã đọc từng chữ số",
  })),
  one(`(\\d{4,5}):(${YEAR})(?!\\d)`, (m, { zero }) => ({
    said: `${sayWhole(m[1]!, zero)}, ${year(m[2]!, zero)}`,
    why: asNumber,
  })),
  one("(\\d)\\.(\\d{6})(?!\\d)", (m) => ({
    said: `${sayDigits(m[1]!)} chấm ${sayDigits(m[2]!)}`,
    why: "Mã đọc từng chữ số",
  })),
  one("\\d{1,3}(?:\\.\\d{1,2}){2,5}(?![\\d.])", (m, { zero }) => ({
    said: m[0]
      .split(".")
      .map((part) => sayWhole(part, zero))
      .join(" chấm "),
    why: asNumber,
  })),
  one("(\\d{1,3}(?:[.\\u00a0\\u202f]\\d{3}){1,4})(?:,(\\d{1,10}))?(?!\\d)", (m, place) => {
    const whole = m[1]!.replace(/\D/g, "");
    const said = m[2] ? sayDecimal(whole, m[2], place.zero) : sayWhole(whole, place.zero);
    return withUnit(place, m[0], said, asNumber);
  }),
  one("\\d{1,3}(?:,\\d{3}){2,4}(?!\\d)", (m, place) =>
    withUnit(place, m[0], sayWhole(m[0].replace(/\D/g, ""), place.zero), asNumber, true),
  ),
  one("(\\d{1,15}),(\\d{1,10})(?!\\d)", (m, place) =>
    withUnit(place, m[0], sayDecimal(m[1]!, m[2]!, place.zero), asNumber, m[2]!.length === 3 && m[1] !== "0"),
  ),
  one("(\\d{1,15})\\.(\\d{1,10})(?!\\d)", (m, place) => {
    const pointed =
      m[2] === "0" ||
      /\p{L}$/u.test(place.before) ||
      endsIn(place.before, "mục|điểm|khoản|phần|điều|phiên bản|công nghiệp|[IVX]+\\.");
    return pointed
      ? { said: `${sayWhole(m[1]!)} chấm ${sayWhole(m[2]!)}`, why: asNumber }
      : withUnit(place, m[0], sayDecimal(m[1]!, m[2]!, place.zero), asNumber, true);
  }),
  one("\\d+", (m, place) => {
    const digits = m[0];
    const singly =
      digits.length >= 10 ||
      (digits.length > 2 && digits.startsWith("0")) ||
      endsIn(place.before, "mã|mã số");
    if (singly && digits.length > 1) return { said: sayDigits(digits), why: "Dãy số đọc từng chữ số" };
    // A month has its own word for the fourth.
    if (endsIn(place.before, "tháng") && digits.replace(/^0/, "") === "4")
      return { said: "tư", why: asNumber };
    if (
      /^(?:0?[1-9]|10)$/.test(digits) &&
      endsIn(place.before, "ngày") &&
      /^ tháng/u.test(place.text.slice(place.at + digits.length))
    )
      return { said: sayDay(Number(digits)), why: "Ngày tháng đọc thành chữ" };
    return withUnit(place, digits, sayWhole(digits, place.zero), asNumber);
  }),
];
