import type { Connector, ConnectorCall } from "../connector.ts";
import { changePost, lookAtPost, lookWhetherGone, removePost } from "./change-post.ts";
import { checkPage } from "./check-page.ts";
import { facebookConnection, facebookSecret } from "./facebook-secret.ts";
import { findPost } from "./find-post.ts";
import { graphOf } from "./graph-call.ts";
import { ownPost } from "./own-post.ts";
import { postId } from "./post-id.ts";
import { publishPost } from "./publish-post.ts";
import { pollVideo, publishVideo } from "./publish-video.ts";
import { readFigures } from "./read-figures.ts";

async function enter(call: ConnectorCall) {
  const secret = facebookSecret(await call.credentials.read());
  return { secret, graph: graphOf(call, secret) };
}

/** Facebook Pages through the Graph API. */
export const facebook: Connector = {
  network: "facebook",
  connection: facebookConnection,
  check: checkPage,
  submit: async (call) => {
    const { secret, graph } = await enter(call);
    const video = call.post.recordings.find(({ sort }) => sort === "video");
    return video ? publishVideo(call, secret, graph, video) : publishPost(call, secret, graph);
  },
  poll: async (call) => pollVideo(call, (await enter(call)).graph),
  figures: { most: 25, read: readFigures, idOf: postId },
  reconcile: async (call) => {
    const { secret, graph } = await enter(call);
    return findPost(call, secret, graph);
  },
  identify: async (call, address) => {
    const { secret, graph } = await enter(call);
    return ownPost(call, secret, graph, address);
  },
  change: {
    reachesPeople: false,
    effect: "Thay lời, giữ bình luận và lượt xem",
    submit: async (call) => changePost(call, (await enter(call)).graph),
    look: async (call) => lookAtPost(call, (await enter(call)).graph),
  },
  remove: {
    reachesPeople: false,
    effect: "Bài bị xóa cùng bình luận, lượt xem; không lấy lại được",
    submit: async (call) => removePost(call, (await enter(call)).graph),
    look: async (call) => lookWhetherGone(call, (await enter(call)).graph),
  },
};
