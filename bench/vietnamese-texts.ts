/**
 * Synthetic Vietnamese texts for measuring search: syllables of the language's own onsets, rhymes and tones; words
 * of one and two syllables whose frequencies follow Zipf's law; each text leans to one of many topics. Seeded: the
 * same texts every time.
 */

/** Small, seeded and good enough: mulberry32. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** The words that stand in nearly every official text, most frequent first. */
const FREQUENT = [
  ..."và của các có được trong cho là với về đã những này theo một không tại để từ đến khi năm tỉnh".split(
    " ",
  ),
  "hành chính",
  "thủ tục hành chính",
  "cải cách hành chính",
  "thực hiện",
  "công tác",
  "nhân dân",
  "tuyên truyền",
  "hồ sơ",
  "giải quyết",
  "kế hoạch",
  "nội dung",
  "dịch vụ công trực tuyến",
  ..."người công việc dân cơ quan đơn vị phòng xã sở ban ngày tháng số chỉ phải còn cùng vào ra".split(" "),
  "ủy ban nhân dân",
  "văn hóa",
  "thể thao",
  "du lịch",
  "nhà nước",
  "cán bộ",
  "công chức",
  "kết quả",
  "chuyển đổi số",
  "chất lượng",
  "phục vụ",
  "triển khai",
  "lãnh đạo",
];

const ONSETS = "b c ch d đ g gh gi h k kh l m n ng nh ph qu r s t th tr v x".split(" ");
const RHYMES = (
  "a ai am an ang anh ao au ay ăm ăn ăng âm ân âng âu ây e em en eo ê êm ên ênh êu i im in inh iu iêm iên iêng iêu " +
  "o oai oan oang oi om on ong ô ôi ôm ôn ông ơ ơi ơm ơn u ua ui um un ung uôi uôn uông uy uyên ư ưa ưng ươi ươm " +
  "ươn ương ươu"
).split(" ");
/** Rhymes that end in a stop take two tones only. */
const STOPPED = (
  "ac ach ap at ăc ăp ăt âc âp ât ec ep et êch êt ich ip it iêc iêp iêt oac oat oc op ot ôc ôp ôt ơp ơt uc up ut " +
  "uôc uôt uyêt ưc ưt ươc ươp ươt"
).split(" ");
/** Vowels that carry the tone, the first of these that the rhyme holds, and their six forms. */
const TONED: Record<string, string> = {
  ê: "êếềểễệ",
  ơ: "ơớờởỡợ",
  ô: "ôốồổỗộ",
  ă: "ăắằẳẵặ",
  â: "âấầẩẫậ",
  ư: "ưứừửữự",
  a: "aáàảãạ",
  e: "eéèẻẽẹ",
  o: "oóòỏõọ",
  u: "uúùủũụ",
  i: "iíìỉĩị",
  y: "yýỳỷỹỵ",
};

function syllables(random: () => number): string[] {
  const all: string[] = [];
  for (const onset of ONSETS) {
    for (const rhyme of [...RHYMES, ...STOPPED]) {
      const vowel = Object.keys(TONED).find((letter) => rhyme.includes(letter))!;
      const forms = STOPPED.includes(rhyme) ? [TONED[vowel]![1]!, TONED[vowel]![5]!] : TONED[vowel]!;
      for (const form of forms) all.push(onset + rhyme.replace(vowel, form));
    }
  }
  // About as many as the language uses.
  return all.filter(() => random() < 0.6).sort(() => random() - 0.5);
}

/** Draws indices from 0 so that the n-th comes with a frequency of 1 / (n + shift). */
function zipf(size: number, shift: number): (random: () => number) => number {
  const sums = new Float64Array(size);
  let sum = 0;
  for (let index = 0; index < size; index += 1) {
    sum += 1 / (index + 1 + shift);
    sums[index] = sum;
  }
  return (random) => {
    const wanted = random() * sum;
    let low = 0;
    let high = size - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle]! < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

const WORDS = 30_000;
const TOPICS = 300;
const TOPIC_WORDS = 400;

export interface TextMaker {
  next: () => { title: string; body: string };
}

export function textMaker(seed: number): TextMaker {
  const random = randomFrom(seed);
  const pool = syllables(random);
  const syllable = zipf(pool.length, 60);
  const single = () => pool[syllable(random)]!;
  const frequentSyllables = FREQUENT.join(" ").split(" ");
  // Mostly words of two syllables, as in the language; the frequent ones also go into them (công + tác).
  const words = Array.from({ length: WORDS }, (_, rank) =>
    rank < FREQUENT.length
      ? FREQUENT[rank]!
      : random() < 0.25
        ? single()
        : `${random() < 0.3 ? frequentSyllables[Math.floor(random() * frequentSyllables.length)]! : single()} ${single()}`,
  );
  const word = zipf(WORDS, 4);
  const topicWord = zipf(TOPIC_WORDS, 2);
  const topics = Array.from({ length: TOPICS }, () =>
    Array.from(
      { length: TOPIC_WORDS },
      () => words[FREQUENT.length + Math.floor(random() * (WORDS - FREQUENT.length))]!,
    ),
  );
  const topicOf = zipf(TOPICS, 20);
  const phrase = (topic: string[], length: number, share: number) => {
    const parts: string[] = [];
    for (let count = 0; count < length; ) {
      const next = random() < share ? topic[topicWord(random)]! : words[word(random)]!;
      parts.push(next);
      count += next.split(" ").length;
    }
    return parts.join(" ");
  };
  return {
    next: () => {
      const topic = topics[topicOf(random)]!;
      return {
        title: phrase(topic, 8 + Math.floor(random() * 8), 0.5),
        body: phrase(topic, 150 + Math.floor(random() * 250), 0.4),
      };
    },
  };
}
