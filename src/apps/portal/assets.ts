import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "#platform/config/root.ts";

/** A file that never changes under its name: the name carries a hash of the bytes. */
interface Asset {
  bytes: Buffer;
  contentType: string;
}

/** Addresses of what every page is dressed in. */
export interface PortalAssets {
  stylesheet: string;
  /** What makes the search box nicer and reads aloud; every page is whole without it. */
  script: string;
  /** Fonts that are needed for the first line of text. */
  preloaded: string[];
  mark: string;
  card: { path: string; alt: string; width: number; height: number };
  /** Square, 1400 pixels: the least that players of podcasts take. */
  podcastCover: Buffer;
  files: Map<string, Asset>;
}

const HERE = join(root, "src", "apps", "portal");
const ENHANCE = join(HERE, "enhance.js");
/** Shared with pages that stand outside the portal's frame. */
const READ_ALOUD = join(root, "src", "platform", "http", "browser", "read-aloud.js");
const FONT = join(root, "node_modules", "@fontsource", "be-vietnam-pro", "files");
const WEIGHTS = [400, 600] as const;
/**
 * Which letters each font file draws, as the font's makers cut it. Where two hold a letter (ỳ, ỷ, ỹ) browsers
 * take the one named last, so the rarely needed file stands first.
 */
const SUBSETS = {
  "latin-ext":
    "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF",
  vietnamese:
    "U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB",
  latin:
    "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD",
};

const CARD = { width: 1200, height: 630 };

/** Shorter by what only people read: comments and the space around signs. */
const squeeze = (css: string) =>
  css
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/\s+/g, " ")
    .replace(/\s*([{};,])\s*/g, "$1")
    .replace(/;}/g, "}")
    .trim();

/** Reads, hashes and names the stylesheet, fonts and pictures; once at start. */
export function loadPortalAssets(): PortalAssets {
  const files = new Map<string, Asset>();
  const add = (name: string, ending: string, contentType: string, bytes: Buffer): string => {
    const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 12);
    const path = `/assets/${name}-${hash}.${ending}`;
    files.set(path, { bytes, contentType });
    return path;
  };
  const fonts: string[] = [];
  const faces: string[] = [];
  for (const weight of WEIGHTS) {
    for (const [subset, range] of Object.entries(SUBSETS)) {
      const bytes = readFileSync(join(FONT, `be-vietnam-pro-${subset}-${weight}-normal.woff2`));
      const path = add(`be-vietnam-pro-${subset}-${weight}`, "woff2", "font/woff2", bytes);
      if (subset !== "latin-ext") fonts.push(path);
      // "optional": a font that comes too late is used from the next page on, so that no line ever jumps.
      faces.push(
        `@font-face{font-family:"Be Vietnam Pro";font-weight:${weight};font-display:optional;src:url(${path}) format("woff2");unicode-range:${range}}`,
      );
    }
  }
  const styles = readFileSync(join(HERE, "portal.css"), "utf8");
  const stylesheet = add(
    "portal",
    "css",
    "text/css; charset=utf-8",
    Buffer.from(faces.join("") + squeeze(styles)),
  );
  const script = add(
    "portal",
    "js",
    "text/javascript; charset=utf-8",
    Buffer.concat([ENHANCE, READ_ALOUD].map((path) => readFileSync(path))),
  );
  const mark = add("dau-hieu", "svg", "image/svg+xml", readFileSync(join(HERE, "mark.svg")));
  const card = {
    path: add("the-chia-se", "jpg", "image/jpeg", readFileSync(join(HERE, "card.jpg"))),
    alt: "Dấu hiệu của cổng thông tin",
    ...CARD,
  };
  const podcastCover = readFileSync(join(HERE, "podcast-cover.jpg"));
  return { stylesheet, script, preloaded: fonts, mark, card, podcastCover, files };
}
