import type { CDPSession, Page } from "playwright-core";

/** Recorded key streams of Telex: how each word grows under the caret, key by key. */
export const telex: Record<string, string[]> = {
  tiếng: ["t", "ti", "tie", "tiê", "tiên", "tiêng", "tiếng"],
  Việt: ["V", "Vi", "Vie", "Viê", "Viêt", "Việt"],
  đường: ["d", "đ", "đu", "đuo", "đươ", "đươn", "đương", "đường"],
  người: ["n", "ng", "ngu", "nguo", "ngươ", "ngươi", "người"],
};

/** The same words by VNI: the marks come last, as figures. */
export const vni: Record<string, string[]> = {
  quyết: ["q", "qu", "quy", "quye", "quyet", "quyêt", "quyết"],
  định: ["d", "di", "din", "dinh", "đinh", "định"],
};

const written = (words: Record<string, string[]>): string => Object.keys(words).join(" ");

/** What must stand in the field after all of it. */
export const expected = `${written(telex)} ${written(vni)}`;

/** Input methods of the system (macOS, Linux, phones): the text under the caret grows, then is committed. */
export async function compose(cdp: CDPSession, steps: string[]): Promise<void> {
  for (const text of steps) {
    await cdp.send("Input.imeSetComposition", {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  }
  await cdp.send("Input.insertText", { text: steps.at(-1)! });
}

/** UniKey and its like on Windows: they take letters back with Backspace and send others in their place. */
export async function retype(page: Page, steps: string[]): Promise<void> {
  let shown = "";
  for (const next of steps) {
    let kept = 0;
    while (kept < shown.length && shown[kept] === next[kept]) kept += 1;
    for (let back = shown.length; back > kept; back -= 1) await page.keyboard.press("Backspace");
    for (const letter of next.slice(kept)) await page.keyboard.insertText(letter);
    shown = next;
  }
}

/** Types all the words into whatever has the focus, the first by composing, the others by taking back. */
export async function typeVietnamese(page: Page, cdp: CDPSession): Promise<void> {
  const words = [...Object.values(telex), ...Object.values(vni)];
  for (const [place, steps] of words.entries()) {
    if (place > 0) await page.keyboard.press("Space");
    if (place % 2 === 0) await compose(cdp, steps);
    else await retype(page, steps);
  }
}
