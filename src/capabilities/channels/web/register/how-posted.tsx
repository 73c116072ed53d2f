import { Text } from "@mantine/core";
import { MomentText } from "#ui/date-text.tsx";
import { wayLabels } from "../../contract.ts";
import type { Account } from "../api.ts";

/** How texts get there, whether the way in still works, and what the network binds posts by. */
export function HowPosted({ account: { way, connection, mailbox, mails } }: { account: Account }) {
  return (
    <>
      <Text size="sm">{wayLabels[way]}</Text>
      {connection?.isDead && (
        <Text size="xs" c="red.8">
          Mất kết nối{connection.why ? `: ${connection.why}` : ""}
        </Text>
      )}
      {connection && !connection.isDead && connection.expiresAt && (
        <Text size="xs" c="gray.7">
          Kết nối đến <MomentText at={connection.expiresAt} />
        </Text>
      )}
      {connection &&
        !connection.isDead &&
        connection.limits.map((words) => (
          <Text key={words} size="xs" c="gray.7">
            {words}
          </Text>
        ))}
      {mailbox && (
        <>
          <Text size="xs" c="gray.7" style={{ overflowWrap: "anywhere" }}>
            Hộp thư trả về {mailbox.address}:{" "}
            {mailbox.lastReadAt ? (
              <>
                đọc lúc <MomentText at={mailbox.lastReadAt} />, {mailbox.bounces} thư trả về
              </>
            ) : (
              "chưa đọc lần nào"
            )}
          </Text>
          {mailbox.why !== null && mailbox.failingSince !== null && (
            <Text size="xs" c="red.8" style={{ overflowWrap: "anywhere" }}>
              {mailbox.why} (từ <MomentText at={mailbox.failingSince} />)
            </Text>
          )}
        </>
      )}
      {mails && mailbox === null && (
        <Text size="xs" c="gray.7">
          Chưa đặt hộp thư trả về: thư bị trả về sau khi gửi chỉ được biết khi có người ghi.
        </Text>
      )}
    </>
  );
}
