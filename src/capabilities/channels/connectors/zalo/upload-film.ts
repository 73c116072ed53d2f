import { readFile } from "node:fs/promises";
import type { ConnectorCall, Outcome } from "../connector.ts";
import { filmOf } from "./article.ts";
import type { Zalo } from "./zalo-call.ts";
import { outcomeOf } from "./zalo-outcome.ts";

const UPLOAD_SECONDS = 600;
const READY = 1;
const CONVERTING = 3;

/** The film of an article, uploaded once and made ready there; null: there is none, or it is ready. */
export async function uploadFilm(call: ConnectorCall, zalo: Zalo): Promise<Outcome | null> {
  const { handles, keep } = call;
  const film = filmOf(call);
  if (!film || handles.film) return null;
  if (!handles.filmJob) {
    const form = new FormData();
    const bytes = new Uint8Array(await readFile(film.path));
    form.set("file", new Blob([bytes], { type: film.contentType }), "video.mp4");
    const sent = await zalo("/v2.0/article/upload_video/preparevideo", {
      method: "POST",
      form,
      seconds: UPLOAD_SECONDS,
    });
    if (!sent.ok) return outcomeOf(sent.trouble, { visible: false });
    await keep({ filmJob: String(sent.data.token ?? "") });
  }
  const looked = await zalo("/v2.0/article/upload_video/verify", { query: { token: handles.filmJob! } });
  if (!looked.ok) return outcomeOf(looked.trouble, { visible: false });
  const status = Number(looked.data.status);
  if (status === READY) {
    await keep({ film: String(looked.data.video_id) });
    return null;
  }
  if (status === CONVERTING || status === 0)
    return { outcome: "retry", why: "Zalo đang chuyển đổi video; bài được tạo khi video xong.", after: 10 };
  await keep({ filmJob: "" });
  return {
    outcome: "rejected",
    why: `Zalo không chuyển đổi được video (trạng thái ${status}); hãy xem lại tệp.`,
  };
}
