import type { Connector } from "../connector.ts";
import { foundWhenLetIn, letIn } from "../fresh-secret.ts";
import { changeFilm, hideFilm, lookAtFilm, lookWhetherHidden } from "./change-film.ts";
import { checkChannel } from "./check-channel.ts";
import { filmId } from "./film-id.ts";
import { findFilm } from "./find-film.ts";
import { ownFilm } from "./own-film.ts";
import { bringOut, publishFilm } from "./publish-film.ts";
import { readFigures } from "./read-figures.ts";
import { youtubeConnection } from "./youtube-secret.ts";

/** YouTube by its Data API: videos, uploaded as private and made public once they stand. */
export const youtube: Connector = {
  network: "youtube",
  connection: youtubeConnection,
  check: checkChannel,
  submit: (call) => letIn(publishFilm(call)),
  poll: (call) => letIn(bringOut(call)),
  reconcile: (call) => foundWhenLetIn(findFilm(call)),
  identify: ownFilm,
  change: {
    reachesPeople: false,
    effect: "Thay tiêu đề, mô tả; tệp video giữ nguyên",
    submit: (call) => letIn(changeFilm(call)),
    look: (call) => foundWhenLetIn(lookAtFilm(call)),
  },
  remove: {
    reachesPeople: false,
    effect: "Video chuyển sang riêng tư; lượt xem, bình luận vẫn giữ",
    submit: (call) => letIn(hideFilm(call)),
    look: (call) => foundWhenLetIn(lookWhetherHidden(call)),
  },
  figures: {
    most: 50,
    read: readFigures,
    idOf: filmId,
  },
};
