import { readLooseXml, type XmlFault } from "./loose-xml.ts";

export interface MendedXml {
  /** Name of the outermost element, without its prefix. */
  root: string;
  xml: string;
  /** Items as the file holds them, before anything is joined or left out. */
  entries: number;
  faults: Set<XmlFault>;
}

const escaped = (text: string): string =>
  /[&<>]/.test(text) ? text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;") : text;

const absolute = (address: string, base: string | null): string => {
  try {
    return new URL(address, base ?? undefined).toString();
  } catch {
    return address;
  }
};

/**
 * A feed written anew as XML that is well formed, for a reader that asks for it (feedsmith). Each xml:base is joined
 * with those around it, as that reader keeps only the nearest, and the links of Atom are joined with theirs.
 */
export function mendXml(loose: string, address: string | null): MendedXml {
  const out: string[] = [];
  const faults = new Set<XmlFault>();
  const bases: (string | null)[] = [];
  let base = address;
  let root = "";
  let entries = 0;
  readLooseXml(loose, {
    open: (name, attributes) => {
      root ||= name;
      if (/^(?:\w+:)?(?:item|entry)$/.test(name)) entries += 1;
      bases.push(base);
      const own = attributes.get("xml:base");
      if (own !== undefined) {
        base = absolute(own, base);
        attributes.set("xml:base", base);
      }
      const href = attributes.get("href");
      if (href && base && base !== address && /(?:^|:)link$/.test(name))
        attributes.set("href", absolute(href, base));
      out.push(`<${name}`);
      for (const [key, value] of attributes) out.push(` ${key}="${escaped(value).replace(/"/g, "&quot;")}"`);
      out.push(">");
    },
    close: (name) => {
      out.push(`</${name}>`);
      base = bases.pop() ?? null;
    },
    text: (text) => out.push(escaped(text)),
    fault: (fault) => faults.add(fault),
  });
  return { root: root.replace(/^.*:/, ""), xml: out.join(""), entries, faults };
}
