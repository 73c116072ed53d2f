import { Alert } from "@mantine/core";
import { MomentText } from "#ui/date-text.tsx";
import type { Item } from "../api.ts";

/** Whoever looks afterwards reads first why it did not wait for them, and who answers for that. */
export function PostCheckNotice({ item: { postCheckDue, history } }: { item: Item }) {
  const sent = history.findLast(({ event }) => event === "scheduleUrgently");
  if (!postCheckDue || !sent) return null;
  return (
    <Alert color="yellow" title="Đăng khẩn, chờ hậu kiểm">
      {sent.personName} cho đăng khẩn lúc <MomentText at={sent.at} />, không qua người thứ hai. Lý do: “
      {sent.reason}”
    </Alert>
  );
}
