import type { ReadingWarning } from "./plan-reading.ts";

/**
 * Who leads the rows above in a table without lines, where a cell over several rows looks like empty ones under it.
 * Where the first row of a group has no lead, such cells are printed in their middle, and none is taken.
 */
export class LeadAbove {
  #lead: string | null = "";
  readonly #applies: boolean;

  constructor(applies: boolean) {
    this.#applies = applies;
  }

  of(printed: string): string {
    if (printed !== "") {
      if (this.#lead !== null) this.#lead = printed;
      return printed;
    }
    if (this.#lead === "") this.#lead = null;
    return this.#applies ? (this.#lead ?? "") : "";
  }

  end(): void {
    this.#lead = "";
  }
}

export function inferredLead(lead: string, where: string): ReadingWarning {
  return {
    code: "lead-unit-inferred",
    message: `Ô đơn vị chủ trì để trống trong bảng không kẻ khung; tạm lấy “${lead}” của dòng trên, cần kiểm tra.`,
    where,
  };
}
