import type { ConnectorCall, Found } from "../connector.ts";
import { publicAt, stateOf } from "./publish-film.ts";

/** Looks after 20, 60 and 180 seconds; the first is due already. */
const NEXT_LOOK = [40, 120];

/** By its id: public, or certainly not. One that is not there at all is a person's to explain. */
export async function findFilm(call: ConnectorCall): Promise<Found> {
  const { handles, keep } = call;
  const status = handles.video ? await stateOf(call) : null;
  if (status !== null && "outcome" in status)
    return { outcome: "unknown", why: "YouTube chưa trả lời; hệ thống hỏi lại.", askAgainIn: 60 };
  if (status !== null && status.privacyStatus !== "public") return { outcome: "absent" };
  if (status !== null) return publicAt(handles.video!);
  const looks = Number(handles.looks ?? 0) + 1;
  await keep({ looks: String(looks) });
  return {
    outcome: "unknown",
    why: "Không thấy video trên kênh; hãy mở YouTube Studio để xem.",
    askAgainIn: NEXT_LOOK[looks - 1] ?? null,
  };
}
