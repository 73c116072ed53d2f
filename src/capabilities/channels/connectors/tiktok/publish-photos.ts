import { tiktok as network } from "../../networks/tiktok.ts";
import type { ConnectorCall, Outcome } from "../connector.ts";
import { creatorOf, hindranceOf, levelOf } from "./creator.ts";
import { outcomeOfStanding, standingOf } from "./look-at-post.ts";
import { captionOf } from "./publish-film.ts";
import { tiktokOf } from "./tiktok-call.ts";
import { outcomeOf } from "./tiktok-outcome.ts";

const TITLE = 90;

/**
 * Pictures, which the network fetches from our portal as soon as it is told of them: the one call that must not be made
 * twice.
 */
export async function publishPhotos(call: ConnectorCall): Promise<Outcome> {
  const { post, choices, handles, keep, risky, now } = call;
  const { tiktok, secret } = tiktokOf(call);
  if (handles.publish) {
    const standing = await standingOf(tiktok, call);
    if (standing.is === "waiting" || standing.is === "lost")
      return { outcome: "unknown", why: "TikTok không còn biết mã của bài đã nhận." };
    return outcomeOfStanding(call, standing);
  }
  const creator = await creatorOf(tiktok);
  if ("outcome" in creator) return creator;
  const hindrance = hindranceOf(call, creator, { audited: (await secret()).audited, seconds: 0 });
  if (hindrance) return hindrance;
  await keep({
    username: creator.username,
    level: levelOf(call),
    firstRisky: handles.firstRisky || now().toISOString(),
    size: "0",
    publishedAt: "",
  });
  await risky();
  const begun = await tiktok("/v2/post/publish/content/init/", {
    media_type: "PHOTO",
    post_mode: "DIRECT_POST",
    post_info: {
      title: post.title.normalize("NFC").slice(0, TITLE),
      description: captionOf(post),
      privacy_level: levelOf(call),
      disable_comment: !creator.mayComment || choices.comments === "off",
      auto_add_music: false,
      brand_content_toggle: false,
      brand_organic_toggle: false,
    },
    source_info: {
      source: "PULL_FROM_URL",
      photo_cover_index: 0,
      photo_images: post.pictures.slice(0, network.pictures.most).map(({ narrow }) => narrow),
    },
  });
  if (!begun.ok) return outcomeOf(begun.trouble, { visible: true });
  if (!begun.data.publish_id) return { outcome: "unknown", why: "TikTok nhận ảnh mà không cho biết mã." };
  await keep({ publish: String(begun.data.publish_id) });
  return { outcome: "pending", askAgainIn: 10, why: "TikTok đang tải ảnh từ cổng." };
}
