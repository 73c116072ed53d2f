import type { Connector } from "../connector.ts";
import { foundWhenLetIn, letIn } from "../fresh-secret.ts";
import { broadcastArticle } from "./broadcast-article.ts";
import {
  changeArticle,
  lookAtArticle,
  lookWhetherGone,
  pollChange,
  removeArticle,
} from "./change-article.ts";
import { checkAccount } from "./check-account.ts";
import { findArticle } from "./find-article.ts";
import { ownArticle } from "./own-article.ts";
import { bringOut, publishArticle } from "./publish-article.ts";
import { readFigures } from "./read-figures.ts";
import { zaloConnection } from "./zalo-secret.ts";

/** Zalo Official Account: articles, by the v2.0 interface. */
export const zalo: Connector = {
  network: "zalo",
  connection: zaloConnection,
  check: checkAccount,
  submit: (call) => letIn(publishArticle(call)),
  poll: (call) => letIn(bringOut(call)),
  figures: { most: 100, read: readFigures },
  reconcile: (call) => foundWhenLetIn(findArticle(call)),
  follow: broadcastArticle,
  identify: ownArticle,
  change: {
    reachesPeople: false,
    effect: "Thay cả bài, giữ địa chỉ",
    submit: (call) => letIn(changeArticle(call)),
    poll: (call) => letIn(pollChange(call)),
    look: (call) => foundWhenLetIn(lookAtArticle(call)),
  },
  remove: {
    reachesPeople: false,
    effect: "Bài bị xóa khỏi OA; không lấy lại được",
    submit: (call) => letIn(removeArticle(call)),
    look: (call) => foundWhenLetIn(lookWhetherGone(call)),
  },
};
