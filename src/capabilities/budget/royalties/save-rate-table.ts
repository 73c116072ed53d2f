import { and, eq, gte, inArray, isNull, lte, ne, or } from "drizzle-orm";
import { kindOf } from "#newsroom/contract";
import { Conflict } from "#platform/auth/policy.ts";
import { formatDate } from "#platform/clock/vietnam-time.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { inWords } from "../database-refusals.ts";
import { refuse, typedMoney } from "../spending/record-commitment.ts";
import { royalty, royaltyRate, royaltyTable } from "../tables.ts";
import { royaltyPolicy } from "./policy.ts";
import { readCoefficient } from "./royalty.ts";

export interface RateTableFields {
  id: string;
  name: string;
  basis: string;
  /** Money as it was typed. */
  unitTyped: string;
  rounding: number;
  validFrom: string;
  validTo: string | null;
  /** Coefficients as they were typed. */
  rates: { kind: string; grade: string; least: string; most: string }[];
}

function readRates(rates: RateTableFields["rates"]) {
  const seen = new Set<string>();
  return rates.map(({ kind, grade, least: from, most: to }, index) => {
    const field = `rates.${index}.least`;
    const [least, most] = [readCoefficient(from), readCoefficient(to)];
    if (kindOf(kind) === undefined) refuse(`rates.${index}.kind`, "Không có loại sản phẩm này.");
    if (least === null || most === null) return refuse(field, "Hệ số là một số, ví dụ 1,25.");
    if (least > most) return refuse(field, "Hệ số thấp nhất lớn hơn hệ số cao nhất.");
    const key = `${kind} ${grade.toLocaleLowerCase("vi")}`;
    if (seen.has(key)) refuse(`rates.${index}.grade`, `Bậc “${grade}” của loại này ghi hai lần.`);
    seen.add(key);
    return { kind, grade, least, most };
  });
}

/** Two tables never hold on the same day: said at the day that has to change, so that nothing typed is lost. @throws Unacceptable */
async function demandOwnDays(
  { tx, actor }: Work,
  { id, validFrom, validTo }: RateTableFields,
): Promise<void> {
  const [other] = await tx
    .select()
    .from(royaltyTable)
    .where(
      and(
        eq(royaltyTable.agencyId, actor.agencyId),
        ne(royaltyTable.id, id),
        validTo === null ? undefined : lte(royaltyTable.validFrom, validTo),
        or(isNull(royaltyTable.validTo), gte(royaltyTable.validTo, validFrom)),
      ),
    )
    .limit(1);
  if (!other) return;
  const until = other.validTo === null ? "" : ` đến hết ${formatDate(other.validTo)}`;
  refuse(
    "validFrom",
    `Ngày hiệu lực chồng với khung “${other.name}”, từ ${formatDate(other.validFrom)}${until}.`,
  );
}

/** Writes down a table of rates; one that royalties were proposed by only gets its last day. */
export async function saveRateTable(work: Work, given: RateTableFields): Promise<void> {
  const { tx, actor } = work;
  const { agencyId } = actor;
  royaltyPolicy.permit(actor, "setRates", { agencyId });
  const { id, name, basis, unitTyped, rounding, validFrom, validTo } = given;
  if (validTo !== null && validTo < validFrom) refuse("validTo", "Ngày hết hiệu lực trước ngày bắt đầu.");
  const fields = { name, basis, unitValue: typedMoney(unitTyped, "unitTyped"), rounding, validFrom, validTo };
  const rates = readRates(given.rates);
  await demandOwnDays(work, given);
  const [before] = await tx
    .select()
    .from(royaltyTable)
    .where(and(eq(royaltyTable.agencyId, agencyId), eq(royaltyTable.id, id)))
    .for("update");
  if (before) {
    const standing = await tx.select().from(royaltyRate).where(eq(royaltyRate.tableId, id));
    const used = await tx
      .select({ id: royalty.id })
      .from(royalty)
      .where(
        inArray(
          royalty.rateId,
          standing.map((one) => one.id),
        ),
      )
      .limit(1);
    if (used.length > 0) {
      const told = (one: { kind: string; grade: string; least: number; most: number }) =>
        [one.kind, one.grade, one.least, one.most].join(" ");
      const same =
        before.unitValue === fields.unitValue &&
        before.rounding === rounding &&
        before.validFrom === validFrom &&
        standing.map(told).toSorted().join() === rates.map(told).toSorted().join();
      if (!same)
        throw new Conflict(
          "Khung này đã có nhuận bút tính theo nên chỉ sửa tên, căn cứ và ngày hết hiệu lực; mức mới ghi thành khung khác.",
        );
    } else await tx.delete(royaltyRate).where(eq(royaltyRate.tableId, id));
    await inWords(tx.update(royaltyTable).set(fields).where(eq(royaltyTable.id, id)));
    if (used.length === 0) await insertRates();
  } else {
    const [made] = await inWords(
      tx
        .insert(royaltyTable)
        .values({ id, agencyId, ...fields })
        .returning({ id: royaltyTable.id }),
    );
    if (made) await insertRates();
  }
  await work.record({
    ...{ act: "save-royalty-table", objectKind: "royalty-table", objectId: id },
    ...(before && {
      before: { name: before.name, unitValue: before.unitValue, validTo: before.validTo },
    }),
    after: { ...fields, rates },
  });

  async function insertRates() {
    await tx
      .insert(royaltyRate)
      .values(rates.map((one) => ({ id: uuidv7(), agencyId, tableId: id, ...one })));
  }
}
