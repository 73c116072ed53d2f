import { tonesApart } from "#platform/text/tones-apart.ts";
import type { Dossier } from "./judge-dossier.ts";
import { Known } from "./known-texts.ts";

export interface Share {
  numerator: number;
  denominator: number;
}

/** received = early + onTime + late + inProgressOnTime + inProgressOverdue + paused + closedWithoutResult. */
export interface Figures {
  received: number;
  early: number;
  onTime: number;
  late: number;
  inProgressOnTime: number;
  inProgressOverdue: number;
  paused: number;
  closedWithoutResult: number;
  /** early + onTime + late */
  resolved: number;
  online: Share;
  ePayment: Share;
  eResult: Share;
}

const classes = [
  "early",
  "onTime",
  "late",
  "inProgressOnTime",
  "inProgressOverdue",
  "paused",
  "closedWithoutResult",
] as const;
type DossierClass = (typeof classes)[number];

/** Which of the seven a dossier is on a day: dates decide, the status sorts those without a result. */
function classOf({ received: _, finished, due, group }: Dossier, asOf: number): DossierClass {
  if (finished !== null) return finished < due ? "early" : finished === due ? "onTime" : "late";
  if (group === "paused") return "paused";
  if (group === "closed") return "closedWithoutResult";
  return due < asOf ? "inProgressOverdue" : "inProgressOnTime";
}

const ONLINE = 1;
const OWES = 2;
const PAID = 4;
const ELECTRONIC = 8;

/** Names that differ only in case, spaces, Unicode form or the place of a tone mark are one. */
export const unitKey = (name: string): string => tonesApart(name.toLowerCase());

const NO_UNIT = "(trống)";

function mixed(hash: number, text: string): number {
  let mix = hash;
  for (let at = 0; at < text.length; at += 1) mix = Math.imul(mix ^ text.charCodeAt(at), 16_777_619);
  return Math.imul(mix ^ 31, 16_777_619);
}

/** What a dossier says, as a number: rows of one code that say the same are one row. */
function printOf(dossier: Dossier, unit: number, text: (written: string) => number): number {
  let print = 2_166_136_261;
  const add = (value: number) => {
    print = Math.imul(print ^ value, 16_777_619);
    print ^= print >>> 15;
  };
  add(unit);
  add(dossier.received);
  add(dossier.due);
  add(dossier.finished ?? 0);
  for (const flag of [dossier.paidOnline, dossier.digitised, dossier.electronic, dossier.circulated])
    add(flag === null ? 0 : flag ? 1 : 2);
  for (const written of [
    dossier.unitCode,
    dossier.procedureCode,
    dossier.procedureName,
    dossier.field,
    dossier.commune,
    dossier.channel,
    dossier.status,
  ])
    add(text(written));
  add(mixed(0, dossier.rest));
  return print >>> 0;
}

/** One array for each thing kept of a dossier, grown by doubling: some twenty bytes for each beside its code. */
class Kept {
  prints = new Uint32Array(1_024);
  rows = new Uint32Array(1_024);
  units = new Uint32Array(1_024);
  kinds = new Uint8Array(1_024);
  flags = new Uint8Array(1_024);

  makeRoom(size: number): void {
    if (size < this.prints.length) return;
    const grown = <Of extends Uint32Array | Uint8Array>(from: Of, to: Of): Of => {
      to.set(from);
      return to;
    };
    this.prints = grown(this.prints, new Uint32Array(size * 2));
    this.rows = grown(this.rows, new Uint32Array(size * 2));
    this.units = grown(this.units, new Uint32Array(size * 2));
    this.kinds = grown(this.kinds, new Uint8Array(size * 2));
    this.flags = grown(this.flags, new Uint8Array(size * 2));
  }
}

const noFigures = (): Figures => ({
  received: 0,
  early: 0,
  onTime: 0,
  late: 0,
  inProgressOnTime: 0,
  inProgressOverdue: 0,
  paused: 0,
  closedWithoutResult: 0,
  resolved: 0,
  online: { numerator: 0, denominator: 0 },
  ePayment: { numerator: 0, denominator: 0 },
  eResult: { numerator: 0, denominator: 0 },
});

function count(figures: Figures, kind: number, flags: number): void {
  figures.received += 1;
  figures[classes[kind]!] += 1;
  figures.online.denominator += 1;
  if (flags & ONLINE) figures.online.numerator += 1;
  if (flags & OWES) figures.ePayment.denominator += 1;
  if (flags & PAID) figures.ePayment.numerator += 1;
  if (kind > 2) return;
  figures.resolved += 1;
  figures.eResult.denominator += 1;
  if (flags & ELECTRONIC) figures.eResult.numerator += 1;
}

/** Counts dossiers as they come: equal rows once, of rows that differ the last. */
export class DossierTally {
  duplicates = 0;
  superseded = 0;
  private readonly places = new Map<string, number>();
  private readonly kept = new Kept();
  private readonly unitNames: string[] = [];
  private readonly unitPlaces = new Map<string, number>();
  private readonly unitOf = new Known((name) => this.placeOfUnit(name));
  private readonly texts = new Known((text) => mixed(2_166_136_261, tonesApart(text.toLowerCase())));
  private readonly asOf: number;

  constructor(asOf: number) {
    this.asOf = asOf;
  }

  get accepted(): number {
    return this.places.size;
  }

  private placeOfUnit(name: string): number {
    const key = unitKey(name);
    const known = this.unitPlaces.get(key);
    if (known !== undefined) return known;
    this.unitNames.push(name);
    this.unitPlaces.set(key, this.unitNames.length - 1);
    return this.unitNames.length - 1;
  }

  /** The row that this one takes the place of, or null. */
  add(dossier: Dossier): number | null {
    const unit = this.unitOf.of(dossier.unit || dossier.unitCode || NO_UNIT);
    const print = printOf(dossier, unit, (text) => this.texts.of(text));
    const former = this.places.get(dossier.code);
    if (former !== undefined && this.kept.prints[former] === print) {
      this.duplicates += 1;
      return null;
    }
    const place = former ?? this.places.size;
    // A copy of the code: a part of a longer text would keep the whole of it in memory.
    if (former === undefined)
      this.places.set(Buffer.from(dossier.code, "utf16le").toString("utf16le"), place);
    this.kept.makeRoom(place);
    const replaced = former === undefined ? null : this.kept.rows[place]!;
    if (replaced !== null) this.superseded += 1;
    this.kept.prints[place] = print;
    this.kept.rows[place] = dossier.row;
    this.kept.units[place] = unit;
    this.kept.kinds[place] = classes.indexOf(classOf(dossier, this.asOf));
    this.kept.flags[place] =
      (dossier.online ? ONLINE : 0) |
      (dossier.paidOnline === null ? 0 : OWES) |
      (dossier.paidOnline ? PAID : 0) |
      (dossier.electronic ? ELECTRONIC : 0);
    return replaced;
  }

  figures(): { totals: Figures; units: ({ unit: string } & Figures)[] } {
    const totals = noFigures();
    const units = this.unitNames.map((unit) => ({ unit, ...noFigures() }));
    for (let place = 0; place < this.places.size; place += 1) {
      const [kind, flags] = [this.kept.kinds[place]!, this.kept.flags[place]!];
      count(totals, kind, flags);
      count(units[this.kept.units[place]!]!, kind, flags);
    }
    return {
      totals,
      // Every row of a unit may have been taken over by one of another.
      units: units
        .filter(({ received }) => received > 0)
        .toSorted((a, b) => a.unit.localeCompare(b.unit, "vi")),
    };
  }
}
