import { Unacceptable } from "#platform/auth/policy.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Work } from "#platform/work/work.ts";
import { outletOf } from "../press-queries.ts";
import type { PickupKind } from "./pickup.ts";
import { pickupAddress, searchOf } from "./pickup-address.ts";

export interface PickupFields {
  outletId: string | null;
  outletName: string;
  kind: PickupKind;
  title: string;
  url: string;
  /** The day on which the press published it. */
  publishedOn: string;
  note: string;
}

export const refusePickup = (field: string, message: string): never => {
  throw new Unacceptable(message, [{ field, message }]);
};

/** What is written down of a pick-up, and by which press agency it is. @throws Unacceptable */
export async function describedPickup(
  { tx, actor, at }: Work,
  { outletId, outletName, kind, title, url: given, publishedOn, note }: PickupFields,
) {
  const outlet = outletId ? (await outletOf(tx, actor.agencyId, outletId)).name : outletName.trim();
  if (outlet === "") refusePickup("outletName", "Hãy chọn hoặc ghi tên cơ quan báo chí.");
  if (publishedOn > toVietnamDate(at).toString()) refusePickup("publishedOn", "Ngày đăng ở tương lai.");
  const { url, key: urlKey } = pickupAddress({ url: given, outlet, title, publishedOn });
  return {
    outlet,
    columns: {
      ...{ outletId, outletName: outletId ? "" : outlet, kind, title, url, urlKey, publishedOn, note },
      search: searchOf([title, outlet, url]),
    },
  };
}
