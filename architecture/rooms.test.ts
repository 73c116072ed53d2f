import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { neighbours } from "./neighbours.ts";

const root = join(import.meta.dirname, "..");
const home = join(root, "src", "capabilities");
const capabilities = readdirSync(home);
const read = (path: string) => readFileSync(join(root, path), "utf8");

const vague = /^(service|services|utils?|helpers?|common|misc|manager|handlers?)[.]tsx?$/;

describe("every capability", () => {
  test("is listed among the neighbours, and every neighbour is there", () => {
    expect(Object.keys(neighbours).toSorted()).toEqual(capabilities.toSorted());
  });

  test("knocks only at doors below its own, so that no circle can arise", () => {
    const order = Object.keys(neighbours);
    for (const [name, lower] of Object.entries(neighbours)) {
      for (const other of lower)
        expect(order.indexOf(other), `${name} → ${other}`).toBeLessThan(order.indexOf(name));
    }
  });

  test("has its doors in package.json", () => {
    const { imports } = JSON.parse(read("package.json"));
    for (const name of capabilities) {
      expect(imports[`#${name}`]).toBe(`./src/capabilities/${name}/index.ts`);
      expect(imports[`#${name}/*`]).toBe(`./src/capabilities/${name}/*.ts`);
      // A folder has a door of its own; without the line the wildcard would look for web.ts.
      for (const room of ["web", "portal"]) {
        const folder = join(home, name, room);
        const index = existsSync(folder)
          ? readdirSync(folder).find((file) => /^index[.]tsx?$/.test(file))
          : undefined;
        const door = index && `./src/capabilities/${name}/${room}/${index}`;
        expect(imports[`#${name}/${room}`], `#${name}/${room}`).toBe(door);
      }
    }
  });

  test("is plugged in: its plug, its contract, its screens and its public pages", () => {
    const mounted: Record<string, string> = {
      plug: "src/apps/plugs.ts",
      contract: "src/apps/contracts.ts",
      web: "src/apps/workspace/screens.ts",
      portal: "src/apps/portal/mount-portal.ts",
    };
    for (const name of capabilities) {
      for (const [door, app] of Object.entries(mounted)) {
        const present = [".ts", "/index.ts", "/index.tsx"].some((ending) =>
          existsSync(join(home, name, door + ending)),
        );
        expect(read(app).includes(`from "#${name}/${door}"`), `${app}: #${name}/${door}`).toBe(present);
      }
    }
  });

  for (const name of capabilities) {
    test(`${name} has its required rooms and none with a vague name`, () => {
      for (const room of ["README.md", "index.ts", "plug.ts"])
        expect(existsSync(join(home, name, room)), room).toBe(true);
      expect(read(`src/capabilities/${name}/README.md`).split("\n").length).toBeLessThan(40);
      const files = readdirSync(join(home, name), { recursive: true, encoding: "utf8" });
      expect(files.filter((file) => vague.test(file.split("/").at(-1)!))).toEqual([]);
    });
  }
});

describe("paths that the documents name", () => {
  const documents = [
    "README.md",
    "README.vi.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    ...readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" }).map((file) => `docs/${file}`),
  ].filter((file) => file.endsWith(".md"));

  for (const document of documents) {
    test(`exist: ${document}`, () => {
      const text = read(document);
      const links = [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map((match) =>
        join(document, "..", match[1]!),
      );
      const names = [
        ...text.matchAll(/`((?:src|docs|migrations|architecture|scripts|bench|e2e|bin)\/[\w./-]+)`/g),
      ].map((match) => match[1]!);
      const missing = [...links, ...names].filter(
        (path) => !existsSync(join(root, path)) && !/NNNN|NAME/.test(path),
      );
      expect(missing).toEqual([]);
    });
  }
});
