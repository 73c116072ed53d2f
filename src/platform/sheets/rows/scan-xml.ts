import { damagedList, hostileList } from "./refusals.ts";

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** The text of XML character data: its entities and the escapes that Excel writes for control characters. */
export function xmlText(raw: string): string {
  const text = raw.includes("&")
    ? raw.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,8}));/giu, (whole, hex, digits, name) => {
        if (name) return entities[name] ?? whole;
        const point = hex ? Number.parseInt(hex, 16) : Number(digits);
        return point <= 0x10ffff ? String.fromCodePoint(point) : "";
      })
    : raw;
  return text.includes("_x") ? text.replace(/_x000[dD]_/gu, "") : text;
}

/** Without comments, and with the text of CDATA as text; a document type is never read. */
function withoutDeclarations(xml: string): string {
  if (!xml.includes("<!")) return xml;
  if (/<!(?:DOCTYPE|ENTITY)/iu.test(xml)) throw hostileList();
  return xml
    .replace(/<!--[\s\S]*?-->/gu, "")
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/gu, (_, text: string) =>
      text.replaceAll("&", "&amp;").replaceAll("<", "&lt;"),
    );
}

/** No element is longer: a cell holds 32,767 characters at most, a row 16,384 cells. */
const LONGEST_ELEMENT = 64 * 1024 * 1024;

/**
 * Cuts streamed XML behind the elements `tag`, so that each piece holds whole ones only. `prefix` is what the
 * document writes before its names ("x:"), told by its first element. Returns what takes bytes, and what ends.
 */
export function inWholeElements(
  tag: string,
  take: (xml: string, prefix: string) => void,
): { write: (bytes: Uint8Array) => void; end: () => void } {
  let decoder: TextDecoder | null = null;
  let prefix: string | null = null;
  let rest = "";
  const feed = (text: string) => {
    rest += text;
    if (prefix === null) {
      if (/<!(?:DOCTYPE|ENTITY)/iu.test(rest)) throw hostileList();
      const first = /<(?![?!])(?:([\w.-]+):)?[\w.-]+[\s/>]/u.exec(rest);
      if (!first) return;
      prefix = first[1] ? `${first[1]}:` : "";
    }
    const closing = `</${prefix}${tag}>`;
    const at = rest.lastIndexOf(closing);
    if (at < 0) {
      if (rest.length > LONGEST_ELEMENT) throw hostileList();
      return;
    }
    const whole = rest.slice(0, at + closing.length);
    rest = rest.slice(at + closing.length);
    take(withoutDeclarations(whole), prefix);
  };
  return {
    write: (bytes) => {
      decoder ??= new TextDecoder(
        bytes[0] === 0xff && bytes[1] === 0xfe
          ? "utf-16le"
          : bytes[0] === 0xfe && bytes[1] === 0xff
            ? "utf-16be"
            : "utf-8",
        { fatal: true },
      );
      let text: string;
      try {
        text = decoder.decode(bytes, { stream: true });
      } catch {
        throw damagedList();
      }
      feed(text);
    },
    end: () => {
      if (!/<\/[^>]+>\s*$/u.test(rest) && !/<[^>]+\/>\s*$/u.test(rest)) throw damagedList();
      if (prefix !== null && new RegExp(`<${prefix}${tag}[\\s>](?![^>]*/>)`, "u").test(rest))
        throw damagedList();
    },
  };
}
