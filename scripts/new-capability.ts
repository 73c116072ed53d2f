import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** `npm run new:capability NAME`: makes the required rooms and the doors; the first act is yours. */
const root = join(import.meta.dirname, "..");
const name = process.argv[2] ?? "";
const folder = join(root, "src", "capabilities", name);

function refuse(text: string): never {
  process.stderr.write(`${text}\n`);
  process.exit(2);
}
if (!/^[a-z][a-z-]{2,30}$/.test(name))
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
const line = `  ${/^[a-z]+$/.test(name) ? name : `"${name}"`}: ["organization"],\n};\n`;
writeFileSync(neighboursPath, readFileSync(neighboursPath, "utf8").replace(/\};\n$/, line));

process.stdout.write(
  `Made src/capabilities/${name}. Next: say in architecture/neighbours.ts whom it may call, write its README, and add its plug to src/apps/plugs.ts.\n`,
);
