const words: Record<string, string> = { p: "đoạn", b: "ý" };

/**
 * The path of a clause as people say it: "II.4.2" as printed; what has no number of its own is counted in words,
 * "I.1, đoạn 2", "III.2, ý 1"; a number that the document prints twice says which, "II.3 (lần 2)".
 */
export function clauseMark(path: string): string {
  const parts = path.split(".").map((part) => {
    const [, own = part, time] = /^(.*?)(?:~(\d+))?$/u.exec(part) ?? [];
    const [, kind, number] = /^([pb])(\d+)$/u.exec(own) ?? [];
    const said = kind ? `${words[kind]} ${number}` : own;
    return { counted: kind !== undefined, text: time ? `${said} (lần ${time})` : said };
  });
  const mark = parts.reduce(
    (sum, { counted, text }, at) => (at === 0 ? text : `${sum}${counted ? ", " : "."}${text}`),
    "",
  );
  // A printed letter stays as it is; a count that begins the name begins it with a capital.
  return parts[0]!.counted ? mark.charAt(0).toLocaleUpperCase("vi") + mark.slice(1) : mark;
}
