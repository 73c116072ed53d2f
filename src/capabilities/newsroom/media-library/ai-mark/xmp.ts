import { xmlElement } from "#platform/http/xml.ts";

const names = [
  'xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"',
  'xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"',
].join(" ");

/** Schema.org's word as IPTC has it: "TrainedAlgorithmicMediaDigitalSource" is "trainedAlgorithmicMedia". */
export const inIptc = (source: string): string =>
  `http://cv.iptc.org/newscodes/digitalsourcetype/${source[0]!.toLowerCase()}${source.slice(1).replace(/DigitalSource$/u, "")}`;

/**
 * How a picture came about, as XMP (IPTC Photo Metadata 2025.1: DigitalSourceType, AISystemUsed, and the label as
 * Instructions); null when there is nothing to say. `source`: a word of schema.org.
 */
export function xmpOf({
  source,
  tool,
  notes,
}: {
  source: string | null;
  tool: string;
  notes: string[];
}): string | null {
  const said = [
    xmlElement("Iptc4xmpExt:DigitalSourceType", source && inIptc(source)),
    xmlElement("Iptc4xmpExt:AISystemUsed", tool),
    xmlElement("photoshop:Instructions", notes.filter(Boolean).join(" ")),
  ].join("");
  return said === ""
    ? null
    : `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" ${names}>${said}</rdf:Description></rdf:RDF></x:xmpmeta>`;
}
