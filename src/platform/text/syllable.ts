import { unaccent } from "./unaccent.ts";

/** What a syllable may begin with; "qu" and "gi" are taken with the rime. */
const ONSETS = [
  "ngh",
  "ch",
  "gh",
  "gi",
  "kh",
  "ng",
  "nh",
  "ph",
  "qu",
  "th",
  "tr",
  "b",
  "c",
  "d",
  "đ",
  "g",
  "h",
  "k",
  "l",
  "m",
  "n",
  "p",
  "r",
  "s",
  "t",
  "v",
  "x",
];

/** What may follow, without tone. After "qu" the glide is in the onset, after "gi" the vowel may be. */
const RIMES = new Set(
  `a ai am an ang anh ao ap at au ay ac ach
   ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
   e em en eng eo ep et ec êch êm ên ênh êp êt êu ê êng
   i im in inh ip it ich iu ia iêc iêm iên iêng iêp iêt iêu
   o oi om on ong op ot oc oa oac oach oai oam oan oang oanh oao oap oat oay
   oăc oăm oăn oăng oăt oe oen oeo oet oong ooc oem
   ô ôi ôm ôn ông ôp ôt ôc ơ ơi ơm ơn ơp ơt ôông
   u ui um un ung up ut uc ua uê uêch uên uênh uơ uy uya uych uyn uynh uyt uyu uyên uyêt uyp
   uâc uân uâng uât uây uôc uôi uôm uôn uông uôp uôt uêu
   ư ưi ưm ưn ưng ưt ưu ưc ưa ươc ươi ươm ươn ương ươp ươt ươu
   y yêm yên yêng yêt yêu`.split(/\s+/u),
);

const FRONT = /^[eêiy]/u;
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;
const STOPPED = /(?:[ptc]|ch)$/u;
const ACUTE = "\u0301";
const DOT = "\u0323";

/** Letters that Vietnamese alone has, or a tone: what has none may be of any language. */
export const looksVietnamese = (word: string): boolean =>
  /[đăâêôơưĐĂÂÊÔƠƯ]/u.test(word.normalize("NFC")) ||
  /[\u0300\u0301\u0303\u0309\u0323\u0306\u0302\u031b]/u.test(word.normalize("NFD"));

/**
 * Whether a word can be one Vietnamese syllable: an onset, a rime and a tone that go together. A table of the three, no
 * list of words: what is possible and means nothing passes.
 */
export function isSyllable(word: string): boolean {
  const apart = word.toLowerCase().normalize("NFD");
  const tones = apart.match(TONES) ?? [];
  if (tones.length > 1) return false;
  const [tone = ""] = tones;
  const plain = apart.replace(TONES, "").normalize("NFC");
  if (!/^[a-zđăâêôơư]+$/u.test(plain)) return false;
  const onset = ONSETS.find((one) => plain.startsWith(one)) ?? "";
  return (
    fits(onset, plain.slice(onset.length), tone) ||
    // "gì", "gìn", "giếng": the i is the vowel.
    (onset === "gi" && fits("g", plain.slice(1), tone, true))
  );
}

function fits(onset: string, rime: string, tone: string, soft = false): boolean {
  // The glide of "qu" belongs to the rime as well: "quýnh" is q and uynh.
  if (!RIMES.has(rime) && !(onset === "qu" && RIMES.has(`u${rime}`))) return false;
  if (STOPPED.test(rime) && tone !== ACUTE && tone !== DOT) return false;
  if (soft) return /^i/u.test(rime);
  const front = FRONT.test(rime);
  if (onset === "k" || onset === "gh" || onset === "ngh") return front || (onset === "k" && rime === "a");
  if (onset === "c" || onset === "g" || onset === "ng") return !front;
  if (onset === "qu") return !/^[uư]/u.test(rime) && !/^o[^anec]/u.test(rime);
  return true;
}

let unaccented: ReadonlySet<string> | null = null;

/** Whether a word without diacritics can be a syllable that lost them: "thuong" can, "thuowng" cannot. */
export function isPlainSyllable(word: string): boolean {
  unaccented ??= new Set(
    ["", ...ONSETS].flatMap((onset) =>
      [...RIMES]
        .filter((rime) => fits(onset, rime, ACUTE) || (onset === "gi" && fits("g", `i${rime}`, ACUTE, true)))
        .map((rime) => unaccent(onset + rime)),
    ),
  );
  return unaccented.has(word) || word === "gi";
}
