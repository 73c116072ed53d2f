import { Anchor, Text } from "@mantine/core";
import { formatDate } from "#platform/clock/vietnam-time.ts";
import { MomentText } from "#ui/date-text.tsx";
import { StateBadge, type StateTone } from "#ui/state-badge.tsx";
import { type AccountState, accountStateLabels } from "../../contract.ts";
import type { Account } from "../api.ts";

const tones: Record<AccountState, StateTone> = { open: "published", paused: "waiting", closed: "withdrawn" };

/** At least so many, so that nobody who is away locks the agency out. */
const ENOUGH = 2;

/** Which account, on which network, and where people find it. */
export function Named({ account: { name, networkLabel, handle, url, twinOf } }: { account: Account }) {
  return (
    <div style={{ overflowWrap: "anywhere" }}>
      <Text fw={600}>{name}</Text>
      <Text size="sm">
        {networkLabel}
        {handle && ` · ${handle}`}
      </Text>
      {url !== null && (
        <Anchor href={url} target="_blank" rel="noopener noreferrer" size="sm">
          {url.replace(/^https?:\/\/(www\.)?/u, "")}
          <span className="only-read-aloud"> (mở ở thẻ mới)</span>
        </Anchor>
      )}
      {twinOf !== null && (
        <Text size="xs" c="red.8">
          Trùng địa chỉ hoặc tên định danh với “{twinOf}”; hãy đóng một trong hai hoặc sửa lại.
        </Text>
      )}
    </div>
  );
}

/** By which unit and whom it is kept, by which decision. */
export function Kept({ account }: { account: Account }) {
  const { unitName, administrators, decision, decisionOn, note } = account;
  return (
    <div style={{ overflowWrap: "anywhere" }}>
      <Text size="sm">{unitName ?? "Cả cơ quan"}</Text>
      <Administrators administrators={administrators} isOwn={account.way === "own"} />
      {decision && (
        <Text size="xs" c="gray.7">
          Quyết định: {decision}
          {decisionOn && `, ngày ${formatDate(decisionOn)}`}
        </Text>
      )}
      {note && (
        <Text size="xs" c="gray.7" style={{ whiteSpace: "pre-line" }}>
          {note}
        </Text>
      )}
    </div>
  );
}

/** Whether it is in use; if not, why and since when. */
export function Standing({ account: { state, stateReason, stateAt, heldUntil } }: { account: Account }) {
  return (
    <>
      <StateBadge tone={tones[state]} word={accountStateLabels[state]} />
      {state !== "open" && (
        <Text size="xs" c="gray.7" mt={4} style={{ overflowWrap: "anywhere" }}>
          {stateReason} (<MomentText at={stateAt} />)
        </Text>
      )}
      {state === "open" && heldUntil !== null && Date.parse(heldUntil) > Date.now() && (
        <Text size="xs" c="gray.7" mt={4}>
          Kênh yêu cầu chờ đến <MomentText at={heldUntil} />
        </Text>
      )}
    </>
  );
}

/** Whether the network shows it as verified, and since when. */
export function Verified({ account: { isVerified, verifiedOn } }: { account: Account }) {
  return (
    <>
      <StateBadge tone={isVerified ? "done" : "none"} word={isVerified ? "Đã xác thực" : "Chưa xác thực"} />
      {verifiedOn !== null && (
        <Text size="xs" c="gray.7" mt={4}>
          Từ {formatDate(verifiedOn)}
        </Text>
      )}
    </>
  );
}

/** Who may sign in to it; who leaves, or that there are too few, stands out. */
function Administrators({
  administrators,
  isOwn,
}: Pick<Account, "administrators"> & {
  /** Our portal has none. */
  isOwn: boolean;
}) {
  const now = administrators.filter(({ until }) => until === null);
  if (isOwn) return null;
  return (
    <>
      {now.map(({ personId, name, since, leavesOn, hasLeft }) => (
        <Text key={personId} size="xs" c={hasLeft || leavesOn ? "red.8" : "gray.7"}>
          Quản trị: {name}, từ {formatDate(since)}
          {hasLeft ? "; đã rời cơ quan, hãy giao người khác" : ""}
          {!hasLeft && leavesOn ? `; làm việc đến ${formatDate(leavesOn)}, hãy giao người khác` : ""}
        </Text>
      ))}
      {now.length < ENOUGH && (
        <Text size="xs" c="red.8">
          {now.length === 0 ? "Chưa ghi ai quản trị" : "Mới có một người quản trị"}; nên có ít nhất hai người.
        </Text>
      )}
    </>
  );
}
