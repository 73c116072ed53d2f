// What a person typed against the procedures: letters without their marks find those with, words that fit exactly come first.
globalThis.kioskSearch = (() => {
  const composed = (text) => text.normalize("NFC").toLowerCase();
  const bare = (text) =>
    composed(text)
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .replace(/đ/g, "d")
      .replace(/[^\p{L}\p{N}.]+/gu, " ")
      .trim();

  /** Made once for a set of procedures. */
  const indexOf = (procedures) =>
    procedures.map((one) => ({
      one,
      exact: composed(one.name),
      name: ` ${bare(one.name)}`,
      rest: ` ${bare([one.code, one.field, ...one.keywords, ...one.audience].join(" "))}`,
    }));

  /** Those that hold every word, the nearest first; a word may be unfinished. */
  const find = (index, typed) => {
    const words = bare(typed).split(" ").filter(Boolean);
    if (words.length === 0) return [];
    const whole = composed(typed).trim();
    return index
      .flatMap(({ one, exact, name, rest }) => {
        const points = words.map((word) =>
          name.includes(` ${word}`) ? 3 : rest.includes(` ${word}`) ? 1 : 0,
        );
        if (points.includes(0)) return [];
        const sum = points.reduce((all, point) => all + point, 0);
        return [{ one, points: sum + (exact.includes(whole) ? 5 : 0) }];
      })
      .toSorted((a, b) => b.points - a.points)
      .map(({ one }) => one);
  };

  return { indexOf, find };
})();
