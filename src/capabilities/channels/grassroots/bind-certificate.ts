import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { certificateFingerprint } from "#platform/http/client-certificate.ts";
import type { Work } from "#platform/work/work.ts";
import { takesCertificates } from "./certificates-taken.ts";
import { demandRoomForKey } from "./station-keys.ts";
import { loudspeakerKey } from "./tables.ts";

/** From now on the device that proves itself by this certificate is let in as this station. A certificate is no secret. */
export async function bindCertificate(
  work: Work,
  { id, certificate }: { id: string; certificate: string },
): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  await demandRoomForKey(work, { id, sort: "certificate" });
  if (!takesCertificates())
    throw new Conflict(
      "Máy chủ này chưa nhận chứng thư của máy; người quản trị máy chủ đặt GANDAN_CLIENT_CERT_HEADER trước.",
    );
  const hash = certificateFingerprint(certificate);
  if (hash === null) {
    const message =
      "Không đọc được chứng thư; hãy dán nguyên tệp PEM của một chứng thư (không phải khóa riêng), hoặc mã SHA-256 gồm 64 ký tự.";
    throw new Unacceptable(message, [{ field: "certificate", message }]);
  }
  const keyId = uuidv7();
  const [bound] = await tx
    .insert(loudspeakerKey)
    .values({
      ...{ id: keyId, agencyId, stationId: id, sort: "certificate", hash },
      ...{ ending: hash.slice(-4), madeBy: personId, madeAt: at },
    })
    .onConflictDoNothing()
    .returning({ id: loudspeakerKey.id });
  if (!bound)
    throw new Conflict("Chứng thư này đang gắn với một đài; hãy thu hồi ở đài ấy trước, rồi gắn lại.");
  await work.record({
    act: "bind-station-certificate",
    objectKind: "loudspeaker-station",
    objectId: id,
    after: { keyId, sort: "certificate" },
  });
}
