import { Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { notify } from "../notify.ts";
import { pushDevice } from "../tables.ts";
import { areDeviceKeys } from "./encrypt-push.ts";
import { isPushEndpoint } from "./push-transport.ts";

export interface NewPushDevice {
  endpoint: string;
  publicKey: string;
  authSecret: string;
}

/**
 * From now on this device is told as well; what it was told for another person before ends. Its owner hears of it,
 * on every way there is. @throws Unacceptable when messages may not go there
 */
export async function addPushDevice(
  work: Work,
  { name, ...device }: NewPushDevice & { name: string },
): Promise<void> {
  const { tx, actor, at, record } = work;
  if (!isPushEndpoint(device.endpoint) || !areDeviceKeys(device))
    throw new Unacceptable("Trình duyệt này dùng một dịch vụ đẩy mà hệ thống không gửi đến được.");
  const owned = { agencyId: actor.agencyId, personId: actor.personId, name, addedAt: at };
  const [added] = await tx
    .insert(pushDevice)
    .values({ id: uuidv7(), ...device, ...owned })
    .onConflictDoUpdate({
      target: pushDevice.endpoint,
      set: { ...device, ...owned, lastSentAt: null, lastError: null },
    })
    .returning();
  await record({
    act: "add-push-device",
    objectKind: "person",
    objectId: actor.personId,
    after: { device: name },
  });
  await notify(work, {
    personIds: [actor.personId],
    cause: `account-push-device:${added!.id}:${at.toISOString()}`,
    kind: "security",
    title: `Từ nay thông báo cũng đến ${name}`,
    href: "/workspace/cai-dat-thong-bao",
  });
}
