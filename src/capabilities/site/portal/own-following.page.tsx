/** @jsxImportSource hono/jsx */
import type { PortalCall, PortalFormCall, PortalMove, PortalPage } from "#platform/http/portal-page.ts";
import {
  addressOfLink,
  confirmFollowing,
  followedBy,
  ownLink,
  paces,
  requestOfToken,
  stopFollowing,
  topicLabels,
} from "../published.ts";
import { FOLLOW_PATH, followFrame } from "./follow.page.tsx";

const confirmPath = (token: string) => `${FOLLOW_PATH}/xac-nhan/${token}`;
const ownPath = (link: string) => `${FOLLOW_PATH}/cua-toi/${link}`;

/** GET /theo-doi/xac-nhan/<token>: programs that open every link confirm nothing; the button does. */
export async function answerConfirmation({ database, agency, params, now }: PortalCall): Promise<PortalPage> {
  const token = params.token ?? "";
  const found = await requestOfToken(database, agency.id, token, now);
  const path = confirmPath(token);
  const labels = await topicLabels(database, agency.id, found?.request.topics ?? []);
  if (found?.end === "open")
    return followFrame({
      title: "Xác nhận nhận tin qua thư",
      path,
      body: (
        <>
          <h1>Xác nhận nhận tin qua thư</h1>
          <p class="lead">{paces[found.request.pace]}, về:</p>
          <ul>
            {[...labels.values()].map((label) => (
              <li>{label}</li>
            ))}
          </ul>
          <form action={path} method="post">
            <button type="submit">Xác nhận</button>
          </form>
        </>
      ),
    });
  if (found?.end === "confirmed") {
    const own = ownPath(ownLink(agency.id, found.request.addressHash));
    return followFrame({
      title: "Đã xác nhận",
      path,
      body: (
        <>
          <h1>Đã xác nhận</h1>
          <p class="lead">Từ nay bạn nhận tin về điều đã chọn ({paces[found.request.pace].toLowerCase()}).</p>
          <p>
            <a href={own}>Xem, đổi hoặc thôi theo dõi</a>
          </p>
        </>
      ),
    });
  }
  return followFrame({
    status: 404,
    title: found ? "Liên kết đã hết hạn" : "Liên kết không đúng",
    path,
    body: (
      <>
        <h1>{found ? "Liên kết đã hết hạn" : "Liên kết không đúng"}</h1>
        <p class="lead">
          {found
            ? "Liên kết xác nhận chỉ dùng được trong 48 giờ. Chưa có gì được gửi đến địa chỉ của bạn."
            : "Hãy chép trọn liên kết từ thư. Chưa có gì được gửi đến địa chỉ của bạn."}
        </p>
        <p>
          <a href={FOLLOW_PATH}>Ghi lại địa chỉ để nhận thư xác nhận mới</a>
        </p>
      </>
    ),
  });
}

/** POST /theo-doi/xac-nhan/<token> */
export async function takeConfirmation({
  database,
  agency,
  params,
  now,
}: PortalFormCall): Promise<PortalMove> {
  const token = params.token ?? "";
  await confirmFollowing(database, agency.id, token, now);
  return { kind: "move", to: confirmPath(token) };
}

/** GET /theo-doi/cua-toi/<link>: what an address follows; opened it changes nothing. */
export async function answerOwnFollowing({
  database,
  agency,
  params,
}: PortalCall): Promise<PortalPage | null> {
  const link = params.link ?? "";
  const addressHash = addressOfLink(agency.id, link);
  if (addressHash === null) return null;
  const followed = await followedBy(database, agency.id, addressHash);
  const path = ownPath(link);
  const labels = await topicLabels(
    database,
    agency.id,
    followed.map(({ topic }) => topic),
  );
  if (followed.length === 0)
    return followFrame({
      title: "Bạn không theo dõi gì",
      path,
      body: (
        <>
          <h1>Bạn không theo dõi gì</h1>
          <p class="lead">Không còn thư nào được gửi; địa chỉ của bạn đã được xóa.</p>
          <p>
            <a href={FOLLOW_PATH}>Theo dõi lại</a>
          </p>
        </>
      ),
    });
  return followFrame({
    title: "Điều bạn theo dõi",
    path,
    body: (
      <>
        <h1>Điều bạn theo dõi</h1>
        <ul class="followed">
          {followed.map(({ topic, pace }) => (
            <li>
              <span>
                {labels.get(topic)} <span class="soft">({paces[pace].toLowerCase()})</span>
              </span>
              <form action={path} method="post">
                <input type="hidden" name="chu-de" value={topic} />
                <button type="submit" class="plain">
                  Thôi nhận<span class="unseen">: {labels.get(topic)}</span>
                </button>
              </form>
            </li>
          ))}
        </ul>
        <form action={path} method="post">
          <button type="submit">Thôi nhận tất cả</button>
        </form>
        <p>
          <a href={FOLLOW_PATH}>Theo dõi thêm hoặc đổi nhịp gửi</a>
        </p>
      </>
    ),
  });
}

/**
 * POST /theo-doi/cua-toi/<link>: one topic, or without one all. It is also the one click of RFC 8058, which a mail
 * program sends without opening anything.
 */
export async function takeStop({
  database,
  agency,
  params,
  form,
  now,
}: PortalFormCall): Promise<PortalMove | null> {
  const link = params.link ?? "";
  const addressHash = addressOfLink(agency.id, link);
  if (addressHash === null) return null;
  const topic = form.get("chu-de");
  await stopFollowing(
    database,
    { agencyId: agency.id, addressHash, reason: "reader", ...(topic && { topic }) },
    now,
  );
  return { kind: "move", to: ownPath(link) };
}
