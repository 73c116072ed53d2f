import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { neighbours } from "../architecture/neighbours.ts";

/** Draws docs/map.svg: the houses, lowest at the bottom, and who really calls whom, from the imports. */
const root = join(import.meta.dirname, "..");
const home = join(root, "src", "capabilities");
const names = Object.keys(neighbours);

const files = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .map((file) => join(folder, file));

function calls(name: string): string[] {
  const text = files(join(home, name))
    .map((file) => readFileSync(file, "utf8"))
    .join("\n");
  return names.filter((other) => other !== name && new RegExp(`from "#${other}["/]`).test(text));
}

const width = 860;
const boxWidth = 300;
const boxHeight = 52;
const gap = 34;
const top = 110;
const x = (index: number) => (index % 2 === 0 ? 90 : 470);
const y = (index: number) => top + (names.length - 1 - index) * (boxHeight + gap);
const height = y(0) + boxHeight + 120;

const arrows = names.flatMap((name, from) =>
  calls(name).map((other) => {
    const to = names.indexOf(other);
    const [x1, y1, x2, y2] = [x(from) + boxWidth / 2, y(from) + boxHeight, x(to) + boxWidth / 2, y(to)];
    const bend = (x1 + x2) / 2 + (x1 === x2 ? (from % 2 === 0 ? -190 : 190) : 0);
    return `<path d="M${x1} ${y1} Q${bend} ${(y1 + y2) / 2} ${x2} ${y2}" fill="none" stroke="#6b7280" stroke-width="1.4" marker-end="url(#head)"><title>${name} calls ${other}</title></path>`;
  }),
);
const box = (label: string, left: number, above: number, wide: number, fill: string, note: string) =>
  `<g><rect x="${left}" y="${above}" width="${wide}" height="${boxHeight}" rx="6" fill="${fill}" stroke="#9b1420"/><text x="${left + wide / 2}" y="${above + 23}" text-anchor="middle" font-weight="600">${label}</text><text x="${left + wide / 2}" y="${above + 42}" text-anchor="middle" font-size="12" fill="#374151">${note}</text></g>`;
const count = (name: string) => `${files(join(home, name)).length} files`;

const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="15" role="img" aria-labelledby="t"><title id="t">The houses of Gần Dân and who calls whom</title><defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z" fill="#6b7280"/></marker></defs><rect width="${width}" height="${height}" fill="#fff"/>
${box("apps: api, portal, workspace, worker, cli", 90, 20, 680, "#f3f4f6", "what runs; only plugs things together")}
${arrows.join("\n")}
${names.map((name, index) => box(name, x(index), y(index), boxWidth, "#fff5f5", count(name))).join("\n")}
${box("platform and ui", 90, height - 80, 680, "#f3f4f6", "what everything stands on; knows no capability")}
</svg>
`;
writeFileSync(join(root, "docs", "map.svg"), svg);
