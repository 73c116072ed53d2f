import { connectorOf } from "../connectors/index.ts";
import { networkLabel } from "../networks/index.ts";

interface Standing {
  url: string | null;
  remoteId: string | null;
  /** Null: the product posted it. */
  recordedBy: string | null;
}

/** Under which id a network is asked how a post did, or why it cannot be asked; null: the network tells no figures. */
export function askedId(
  { url, remoteId, recordedBy }: Standing,
  account: { network: string; remoteId: string | null },
): { id: string } | { why: string } | null {
  const reader = connectorOf(account.network)?.figures;
  if (!reader) return null;
  if (recordedBy === null) return remoteId === null ? null : { id: remoteId };
  // The network said that it stands there under this id.
  if (url !== null && remoteId !== null) return { id: remoteId };
  const label = networkLabel(account.network);
  if (!reader.idOf)
    return {
      why: `Bài đăng tay nên hệ thống không hỏi được số: địa chỉ ở ${label} không cho biết mã của bài. Hãy ghi số tay hoặc nhập từ tệp.`,
    };
  const id = url === null ? null : reader.idOf(url, account.remoteId);
  return id === null
    ? {
        why: `Bài đăng tay, và địa chỉ đã ghi không cho biết mã của bài ở ${label} nên hệ thống không hỏi được số. Hãy ghi số tay hoặc nhập từ tệp.`,
      }
    : { id };
}
