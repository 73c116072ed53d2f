import { SaxesParser } from "saxes";
import { limits } from "./limits.ts";
import type { DocumentPackage } from "./open-package.ts";
import { UnreadableDocument } from "./unreadable-document.ts";

/** Attributes by local name: "val" for w:val. */
export type Attributes = Record<string, string>;

export interface XmlHandler {
  /**
   * `name` is the local name ("p") and `word` true for an element of WordprocessingML itself; where namespaces are
   * given, names of elements and attributes carry their prefix ("text:p").
   */
  open: (name: string, attributes: Attributes, word: boolean) => void;
  close: (name: string, word: boolean) => void;
  text: (text: string) => void;
}

const wordNamespaces = [
  "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
  "http://purl.oclc.org/ooxml/wordprocessingml/main",
];

function damaged(): UnreadableDocument {
  return new UnreadableDocument(
    "damaged",
    "Nội dung tệp Word bị hỏng nên không đọc được; hãy mở lại bằng Word, lưu bản mới rồi thử lại.",
  );
}

function hostile(): UnreadableDocument {
  return new UnreadableDocument(
    "hostile",
    "Tệp có cấu trúc không an toàn (khai báo thực thể, lồng quá sâu hoặc quá nhiều thuộc tính) nên không được đọc; hãy chép nội dung sang một tệp Word mới rồi thử lại.",
  );
}

/**
 * Streams one XML part to the handler; false when the part does not exist.
 * Refuses DOCTYPE (and so every entity), unbounded depth, elements with attributes without end, a part of more than
 * `most` bytes, and XML that is not well formed.
 */
export async function readXml(
  source: DocumentPackage,
  part: string,
  handler: XmlHandler,
  namespaces: Record<string, string> | null = null,
  most: number = limits.partBytes,
): Promise<boolean> {
  const parser = new SaxesParser({ position: false });
  let depth = 0;
  let prefix: string | null = null;
  // Printed prefixes by the canonical ones; what is in no known namespace keeps no prefix.
  const prefixes = new Map<string, string>([["xml", "xml"]]);
  const local = (name: string) => {
    const colon = name.indexOf(":");
    if (namespaces === null) return colon < 0 ? name : name.slice(colon + 1);
    const known = prefixes.get(colon < 0 ? "" : name.slice(0, colon));
    const own = colon < 0 ? name : name.slice(colon + 1);
    return known === undefined ? own : `${known}:${own}`;
  };
  const isWord = (name: string) =>
    prefix === "" ? !name.includes(":") : prefix !== null && name.startsWith(prefix);
  parser.on("doctype", () => {
    throw hostile();
  });
  parser.on("error", () => {
    throw damaged();
  });
  let attributesOfTag = 0;
  parser.on("opentagstart", () => {
    attributesOfTag = 0;
  });
  parser.on("attribute", () => {
    attributesOfTag += 1;
    if (attributesOfTag > limits.attributes) throw hostile();
  });
  parser.on("opentag", (tag) => {
    depth += 1;
    if (depth > limits.depth) throw hostile();
    const attributes: Attributes = {};
    for (const [name, value] of Object.entries(tag.attributes)) {
      if (name.startsWith("xmlns")) {
        if (prefix === null && wordNamespaces.includes(value))
          prefix = name === "xmlns" ? "" : `${name.slice(6)}:`;
        if (namespaces?.[value] !== undefined)
          prefixes.set(name === "xmlns" ? "" : name.slice(6), namespaces[value]);
      }
    }
    for (const [name, value] of Object.entries(tag.attributes))
      if (!name.startsWith("xmlns")) attributes[local(name)] = value;
    handler.open(local(tag.name), attributes, isWord(tag.name));
  });
  parser.on("closetag", (tag) => {
    depth -= 1;
    handler.close(local(tag.name), isWord(tag.name));
  });
  parser.on("text", (text) => handler.text(text));
  parser.on("cdata", (text) => handler.text(text));

  let decoder: TextDecoder | null = null;
  const found = await source.stream(
    part,
    (bytes) => {
      decoder ??= new TextDecoder(encodingOf(bytes), { fatal: true });
      let text: string;
      try {
        text = decoder.decode(bytes, { stream: true });
      } catch {
        throw damaged();
      }
      parser.write(text);
    },
    most,
  );
  if (found) parser.close();
  return found;
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return "utf-8";
}
