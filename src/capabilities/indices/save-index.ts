import { and, eq, inArray } from "drizzle-orm";
import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import type { Unit, View } from "./index-kind.ts";
import { componentsOf } from "./index-queries.ts";
import { indexPolicy } from "./policy.ts";
import { indexPagesChanged } from "./publishing/pages-changed.ts";
import { asPublished } from "./save-result.ts";
import { indexComponent, indexKind, indexResult } from "./tables.ts";

export interface IndexFields {
  id: string;
  shortName: string;
  name: string;
  publisher: string;
  view: View;
  unit: Unit;
  most: string;
  breaks: number[];
  note: string;
  components: { id: string; number: number; name: string; most: string | null }[];
}

const refuse = (field: string, message: string): never => {
  throw new Unacceptable(message, [{ field, message }]);
};

function refuseImpossible({ most, unit, breaks, components }: IndexFields): void {
  if (Number(asPublished(most)) === 0) refuse("most", "Điểm cao nhất phải lớn hơn 0.");
  if (unit === "percent" && Number(asPublished(most)) !== 100)
    refuse("most", "Chỉ số tính bằng phần trăm có điểm cao nhất là 100.");
  if (new Set(breaks).size !== breaks.length) refuse("breaks", "Một năm đổi cách đo ghi hai lần.");
  const numbers = components.map(({ number }) => number);
  const twice = numbers.find((number, at) => numbers.indexOf(number) !== at);
  if (twice !== undefined) refuse("components", `Hai thành phần cùng số ${twice}.`);
}

/** Makes an index, or changes it with its components; one that has results cannot be left out. */
export async function saveIndex(work: Work, given: IndexFields): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  indexPolicy.permit(actor, "save", { agencyId });
  refuseImpossible(given);
  const { id, components, ...rest } = given;
  const fields = {
    ...rest,
    most: asPublished(given.most),
    breaks: given.breaks.toSorted((a, b) => a - b),
  };
  const [namesake] = await tx
    .select({ id: indexKind.id })
    .from(indexKind)
    .where(and(eq(indexKind.agencyId, agencyId), eq(indexKind.shortName, fields.shortName)));
  if (namesake && namesake.id !== id) refuse("shortName", "Cơ quan đã có chỉ số mang tên gọi tắt này.");
  const [before] = await tx
    .select()
    .from(indexKind)
    .where(and(eq(indexKind.agencyId, agencyId), eq(indexKind.id, id)))
    .for("update");
  const had = before ? await componentsOf(tx, id) : [];
  if (before) await tx.update(indexKind).set(fields).where(eq(indexKind.id, id));
  else {
    const [made] = await tx
      .insert(indexKind)
      .values({ id, agencyId, ...fields, madeAt: at })
      .onConflictDoNothing()
      .returning({ id: indexKind.id });
    if (!made) throw new Conflict("Chỉ số này vừa được ghi; hãy tải lại trang.");
  }
  await saveComponents(work, id, had, components);
  await work.record({
    ...{ act: before ? "change-index" : "add-index", objectKind: "index", objectId: id },
    ...(before && { before: { ...before, components: had.map(({ name }) => name) } }),
    after: { ...fields, components: components.map(({ name }) => name) },
  });
  await indexPagesChanged(tx);
}

async function saveComponents(
  { tx, actor }: Work,
  indexId: string,
  had: { id: string; name: string }[],
  wanted: IndexFields["components"],
): Promise<void> {
  const kept = new Set(wanted.map(({ id }) => id));
  const gone = had.filter(({ id }) => !kept.has(id));
  const ids = gone.map(({ id }) => id);
  const [measured] = await tx
    .select({ componentId: indexResult.componentId })
    .from(indexResult)
    .where(inArray(indexResult.componentId, ids))
    .limit(1);
  if (measured) {
    const name = gone.find(({ id }) => id === measured.componentId)!.name;
    refuse("components", `Thành phần “${name}” đã có kết quả nên không bỏ được; chưa có gì thay đổi.`);
  }
  await tx.delete(indexComponent).where(inArray(indexComponent.id, ids));
  const known = new Set(had.map(({ id }) => id));
  for (const { id, number, name, most } of wanted) {
    const fields = { number, name, most: most === null ? null : asPublished(most) };
    if (known.has(id)) await tx.update(indexComponent).set(fields).where(eq(indexComponent.id, id));
    else await tx.insert(indexComponent).values({ id, agencyId: actor.agencyId, indexId, ...fields });
  }
}
