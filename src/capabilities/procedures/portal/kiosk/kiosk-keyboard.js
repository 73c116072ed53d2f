// Keys on the screen, with the letters and tones of Vietnamese; a tone goes to the syllable that was typed last.
globalThis.kioskKeyboard = (() => {
  const ROWS = ["1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "ăâđêôơư"];
  const TONES = [
    ["sắc", "\u0301"],
    ["huyền", "\u0300"],
    ["hỏi", "\u0309"],
    ["ngã", "\u0303"],
    ["nặng", "\u0323"],
  ];
  const MARKS = /[\u0300\u0301\u0303\u0309\u0323]/g;
  const VOWEL = /[aăâeêioôơuưy]/i;

  const plain = (letter) => letter.normalize("NFD").replace(MARKS, "").normalize("NFC");

  /** Which letter of a syllable bears the tone: the one with a mark of its own, else as it is taught in school. */
  const bearer = (syllable) => {
    const letters = [...syllable].map(plain);
    const vowels = letters.flatMap((letter, at) => (VOWEL.test(letter) ? [at] : []));
    // "qu" and "gi" before another vowel are a consonant.
    if (vowels.length > 1 && /^(?:qu|gi)/i.test(letters.join(""))) vowels.shift();
    const marked = vowels.findLast((at) => /[ăâêôơư]/i.test(letters[at]));
    if (marked !== undefined) return marked;
    const last = vowels.at(-1);
    if (last === undefined || vowels.length === 1) return last;
    const closed = last < letters.length - 1;
    const pair = letters[last - 1] + letters[last];
    return vowels.length > 2 ? vowels.at(-2) : closed || /^(?:oa|oe|uy)$/i.test(pair) ? last : vowels.at(-2);
  };

  /** "le hoi" and "nặng": the tone on the last syllable; the same tone again takes it away. */
  const withTone = (text, tone) => {
    const [, before, syllable] = /^([\s\S]*?)(\p{L}*)$/u.exec(text.normalize("NFC"));
    const letters = [...syllable];
    const at = bearer(syllable);
    if (at === undefined) return text;
    const had = letters.some((letter) => letter.normalize("NFD").includes(tone));
    const cleared = letters.map(plain);
    if (!had) cleared[at] = (cleared[at].normalize("NFD") + tone).normalize("NFC");
    return before + cleared.join("");
  };

  /** The keys; `typed` is given what stands in the field after each. */
  const mount = (place, field, typed) => {
    const board = document.createElement("div");
    board.className = "keys";
    board.setAttribute("role", "group");
    board.setAttribute("aria-label", "Bàn phím");
    const key = (row, words, name, change, className = "") => {
      const made = document.createElement("button");
      made.type = "button";
      made.textContent = words;
      made.className = className;
      if (name) made.setAttribute("aria-label", name);
      made.addEventListener("click", () => {
        field.value = change(field.value).slice(0, 100);
        typed(field.value);
      });
      row.append(made);
    };
    const row = () => {
      const made = document.createElement("div");
      made.className = "key-row";
      board.append(made);
      return made;
    };
    for (const letters of ROWS) {
      const line = row();
      for (const letter of letters) key(line, letter, "", (text) => text + letter);
    }
    const tones = row();
    for (const [name, tone] of TONES)
      key(tones, `dấu ${name}`, "", (text) => withTone(text, tone), "key-word");
    const acts = row();
    key(acts, "Dấu cách", "", (text) => `${text} `, "key-word key-wide");
    key(acts, "Xóa một chữ", "", (text) => [...text].slice(0, -1).join(""), "key-word");
    key(acts, "Xóa hết", "", () => "", "key-word");
    place.append(board);
  };

  return { mount, withTone };
})();
