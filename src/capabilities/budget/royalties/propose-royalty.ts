import { and, eq, isNotNull, notInArray } from "drizzle-orm";
import { paymentDossier } from "#channels";
import { peopleOfAgency } from "#organization";
import { Conflict, NotFound } from "#platform/auth/policy.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Work } from "#platform/work/work.ts";
import { inWords } from "../database-refusals.ts";
import { moneyText } from "../money.ts";
import { demandFree, heldLine, refuse } from "../spending/record-commitment.ts";
import { royalty, royaltyRate, royaltyShare, royaltyTable } from "../tables.ts";
import { tellApprovers } from "../tell-approvers.ts";
import { royaltyPolicy } from "./policy.ts";
import { coefficientText, readCoefficient, royaltyAmount, shareOut } from "./royalty.ts";

export interface RoyaltyProposal {
  id: string;
  itemId: string;
  lineId: string;
  rateId: string;
  /** As it was typed: "1,25". */
  coefficient: string;
  note: string;
  /** Who gets of it, in hundredths of a percent that make the whole. */
  shares: { personId: string | null; name: string; part: number }[];
}

/** The rate with its table, which must hold on the day of publication, for the kind of the product. */
async function rateFor({ tx, actor }: Work, rateId: string, product: { kind: string; publishedOn: string }) {
  const [found] = await tx
    .select({ rate: royaltyRate, table: royaltyTable })
    .from(royaltyRate)
    .innerJoin(royaltyTable, eq(royaltyTable.id, royaltyRate.tableId))
    .where(and(eq(royaltyRate.agencyId, actor.agencyId), eq(royaltyRate.id, rateId)));
  if (!found) throw new NotFound("Không có bậc nhuận bút này trong cơ quan.");
  const { rate, table } = found;
  if (rate.kind !== product.kind) refuse("rateId", "Bậc này dành cho loại sản phẩm khác.");
  const { validFrom, validTo } = table;
  if (product.publishedOn < validFrom || (validTo !== null && product.publishedOn > validTo))
    refuse("rateId", "Khung nhuận bút này không có hiệu lực vào ngày sản phẩm được đăng.");
  return found;
}

async function checkedShares({ tx, actor }: Work, shares: RoyaltyProposal["shares"]) {
  const whole = shares.reduce((sum, { part }) => sum + part, 0);
  if (whole !== 10_000) refuse("shares", `Các phần cộng lại là ${coefficientText(whole)}%, phải đúng 100%.`);
  const names = shares.map(({ name }) => name.toLocaleLowerCase("vi"));
  if (new Set(names).size < names.length) refuse("shares", "Mỗi người chỉ có một phần.");
  const people = await peopleOfAgency(tx, actor.agencyId);
  for (const { personId } of shares)
    if (personId !== null && !people.some(({ id }) => id === personId))
      throw new NotFound("Không có người này trong cơ quan.");
}

/** Proposes what the authors of a published product get: by the rate that held when it was published, once. */
export async function proposeRoyalty(work: Work, input: RoyaltyProposal): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  royaltyPolicy.permit(actor, "propose", { agencyId });
  const { id, itemId, lineId, rateId, note, shares } = input;
  const { content } = await paymentDossier(tx, actor, itemId);
  const publishedOn = toVietnamDate(content.publishedAt).toString();
  const { rate, table } = await rateFor(work, rateId, { kind: content.kind, publishedOn });
  const coefficient =
    readCoefficient(input.coefficient) ?? refuse("coefficient", "Hệ số là một số, ví dụ 1,25.");
  if (coefficient < rate.least || coefficient > rate.most)
    refuse(
      "coefficient",
      `Bậc “${rate.grade}” có hệ số từ ${coefficientText(rate.least)} đến ${coefficientText(rate.most)}.`,
    );
  await checkedShares(work, shares);
  const { unitValue, rounding } = table;
  const amount = royaltyAmount(unitValue, coefficient, rounding);
  if (amount === 0) refuse("coefficient", "Làm tròn theo khung thì không còn đồng nào.");
  const line = await heldLine(work, lineId);
  if (line.approvedAt === null) refuse("lineId", "Dòng dự toán này chưa được duyệt.");
  demandFree(line, amount);
  const [twin] = await tx
    .select({ id: royalty.id })
    .from(royalty)
    .where(and(eq(royalty.itemId, itemId), notInArray(royalty.state, ["refused", "cancelled"])));
  if (twin) throw new Conflict("Sản phẩm này đã có nhuận bút được đề xuất; mỗi sản phẩm chỉ trả một lần.");
  const amounts = shareOut(
    amount,
    shares.map(({ part }) => part),
  );
  await inWords(
    tx.insert(royalty).values({
      ...{ id, agencyId, itemId, lineId, rateId, unitValue, rounding, coefficient, amount, note },
      ...{ state: "proposed", proposedBy: actor.personId, proposedAt: at },
    }),
  );
  await tx.insert(royaltyShare).values(
    shares.map(({ personId, name, part }, position) => ({
      ...{ agencyId, royaltyId: id, position, personId, name, part, amount: amounts[position]! },
    })),
  );
  await work.record({
    ...{ act: "propose-royalty", objectKind: "royalty", objectId: id },
    after: {
      ...{ itemId, lineId, rateId, coefficient: coefficientText(coefficient), amount, note },
      shares: shares.map(({ name }, position) => ({ name, amount: amounts[position]! })),
    },
  });
  await tellApprovers(work, {
    ...{ kind: "royalty", id, href: `/kinh-phi/nhuan-but?nam=${line.year}` },
    title: `Nhuận bút chờ duyệt: ${content.title}, ${moneyText(amount)}`,
    not: [actor.personId, ...shares.flatMap(({ personId }) => personId ?? [])],
  });
}

/** One royalty of the agency, locked, with who is concerned by it. @throws NotFound */
export async function heldRoyalty({ tx, actor }: Work, id: string) {
  const [found] = await tx
    .select()
    .from(royalty)
    .where(and(eq(royalty.agencyId, actor.agencyId), eq(royalty.id, id)))
    .for("update");
  if (!found) throw new NotFound("Không có nhuận bút này trong cơ quan.");
  const own = await tx
    .select({ personId: royaltyShare.personId })
    .from(royaltyShare)
    .where(and(eq(royaltyShare.royaltyId, id), isNotNull(royaltyShare.personId)));
  return { found, concerned: [found.proposedBy, ...own.flatMap(({ personId }) => personId ?? [])] };
}
