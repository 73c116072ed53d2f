import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** `npm run new:capability NAME`: makes the required rooms and doors and plugs them in; the first act is yours. */
const root = join(import.meta.dirname, "..");
const name = process.argv[2] ?? "";
const folder = join(root, "src", "capabilities", name);

function refuse(text: string): never {
  process.stderr.write(`${text}\n`);
  process.exit(2);
}
if (!/^[a-z][a-z-]{1,30}[a-z]$/.test(name))
  refuse("Give a name in small letters: npm run new:capability procedures");
if (existsSync(folder)) refuse(`The capability ${name} exists already.`);

mkdirSync(folder, { recursive: true });
const room = (file: string, text: string) => writeFileSync(join(folder, file), text);
room(
  "README.md",
  `# ${name}\n\nWhat it is for, in two lines.\n\n**Words.** The field's terms that it uses.\n\n**Promises.** What no change may break.\n\n**Door.** What other capabilities may call.\n`,
);
room("index.ts", "export {};\n");
room(
  "plug.ts",
  `import type { Plug } from "#platform/work/plug.ts";\n\nexport const plug: Plug = { capability: "${name}" };\n`,
);

const manifestPath = join(root, "package.json");
const manifest = JSON.parse(readFileSync(manifestPath, "utf8"));
manifest.imports[`#${name}`] = `./src/capabilities/${name}/index.ts`;
manifest.imports[`#${name}/*`] = `./src/capabilities/${name}/*.ts`;
writeFileSync(manifestPath, `${JSON.stringify(manifest, null, 2)}\n`);

const neighboursPath = join(root, "architecture", "neighbours.ts");
const change = (path: string, by: (text: string) => string) =>
  writeFileSync(path, by(readFileSync(path, "utf8")));
change(neighboursPath, (text) => text.replace(/\};\n$/, `  "${name}": ["organization"],\n};\n`));

const plugsPath = join(root, "src", "apps", "plugs.ts");
const variable = name.replace(/-+(.)/g, (_, letter: string) => letter.toUpperCase());
change(
  plugsPath,
  (text) =>
    `import { plug as ${variable} } from "#${name}/plug";\n${text.replace(/(: Plug\[\] = \[[^\]]*?),?\s*\];/, `$1, ${variable}];`)}`,
);
const biome = join(root, "node_modules", ".bin", "biome");
spawnSync(biome, ["check", "--write", plugsPath, neighboursPath, folder], { cwd: root });

process.stdout.write(
  `Made src/capabilities/${name} and plugged it in. Next: say in architecture/neighbours.ts whom it may call and write its README. Screens (web/index.tsx) and public pages (portal/index.ts) get a line of their own in package.json, src/apps/workspace/screens.ts and src/apps/portal/mount-portal.ts; architecture/rooms.test.ts says what is missing.\n`,
);
