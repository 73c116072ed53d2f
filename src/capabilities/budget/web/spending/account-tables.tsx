import { Button, Group, Text } from "@mantine/core";
import { formatDate } from "#platform/clock/vietnam-time.ts";
import { DataTable } from "#ui/data-table.tsx";
import { moneyNumber, moneyText } from "../../money.ts";
import { stands } from "../../spending/entry.ts";
import type { Account, Commitment, Expense } from "../api.ts";
import { DocumentList } from "./document-list.tsx";
import { EntryState } from "./entry-state.tsx";

/** What was promised; a row that takes from another names it, and nothing is ever taken out of the list. */
export function CommitmentTable({
  account: { commitments, may },
  onReduce,
  onCarry,
}: {
  account: Account;
  onReduce: (of: Commitment) => void;
  onCarry: (of: Commitment) => void;
}) {
  return (
    <DataTable
      caption="Cam kết chi của dòng, đơn vị đồng"
      rows={commitments}
      rowKey={({ id }) => id}
      empty={<Text size="sm">Chưa ghi cam kết nào.</Text>}
      columns={[
        {
          key: "noi-dung",
          header: "Nội dung",
          cell: ({ what, partner, number, reducesId, carriedFromId, reason }) => (
            <>
              <Text fw={600}>{reducesId ? `Giảm cam kết: ${what}` : what}</Text>
              <Text size="sm">
                {partner}, số {number}
                {carriedFromId && " · chuyển từ năm trước sang"}
              </Text>
              {reason && <Text size="sm">Lý do: {reason}</Text>}
            </>
          ),
        },
        { key: "ngay", header: "Ngày", cell: ({ signedOn }) => formatDate(signedOn) },
        { key: "tien", header: "Giá trị", numeric: true, cell: ({ amount }) => moneyNumber(amount) },
        {
          key: "da-chi",
          header: "Đã chi; còn",
          cell: (one) => (one.reducesId ? "–" : `${moneyNumber(one.spent)}; còn ${moneyNumber(openOf(one))}`),
        },
        {
          key: "trang-thai",
          header: "Trạng thái",
          cell: (one) => <EntryState kind="commitment" entry={one} name={`cam kết ${one.number}`} />,
        },
        {
          key: "tep",
          header: "Tệp",
          cell: (one) => (
            <DocumentList
              owner="commitment"
              ownerId={one.id}
              documents={one.documents}
              may={may}
              of={`cam kết ${one.number}`}
            />
          ),
        },
        {
          key: "viec",
          header: "Việc",
          cell: (one) =>
            one.reducesId === null && stands(one.state) && openOf(one) > 0 && may.record?.allowed ? (
              <Group gap={6}>
                <Button
                  size="xs"
                  miw="max-content"
                  variant="default"
                  aria-label={`Hủy, giảm cam kết ${one.number}`}
                  onClick={() => onReduce(one)}
                >
                  Hủy, giảm
                </Button>
                <Button
                  size="xs"
                  miw="max-content"
                  variant="default"
                  aria-label={`Chuyển năm sau cam kết ${one.number}`}
                  onClick={() => onCarry(one)}
                >
                  Chuyển năm sau
                </Button>
              </Group>
            ) : (
              "–"
            ),
        },
      ]}
    />
  );
}

/** What of a commitment is neither paid nor taken away. */
export const openOf = ({ amount, reduced, spent }: Commitment): number => amount - reduced - spent;

/** What was paid, each with its papers; a row that takes back names what it takes back. */
export function ExpenseTable({
  account: { expenses, commitments, may },
  onTakeBack,
  onTell,
}: {
  account: Account;
  onTakeBack: (of: Expense) => void;
  onTell: (of: Expense) => void;
}) {
  const numberOf = (commitmentId: string | null) =>
    commitments.find(({ id }) => id === commitmentId)?.number ?? null;
  return (
    <DataTable
      caption="Khoản chi của dòng, đơn vị đồng"
      rows={expenses}
      rowKey={({ id }) => id}
      empty={<Text size="sm">Chưa ghi khoản chi nào.</Text>}
      columns={[
        {
          key: "noi-dung",
          header: "Nội dung",
          cell: ({ what, payee, reversesId, reason, takenBack, commitmentId }) => (
            <>
              <Text fw={600}>{reversesId ? `Thu hồi: ${what}` : what}</Text>
              <Text size="sm">
                {payee}
                {commitmentId && ` · theo cam kết ${numberOf(commitmentId)}`}
              </Text>
              {takenBack > 0 && <Text size="sm">Đã thu hồi {moneyText(takenBack)}</Text>}
              {reason && <Text size="sm">Lý do: {reason}</Text>}
            </>
          ),
        },
        {
          key: "chung-tu",
          header: "Chứng từ",
          cell: ({ documentNumber, documentDay }) => `${documentNumber}, ${formatDate(documentDay)}`,
        },
        { key: "ngay", header: "Ngày chi", cell: ({ paidOn }) => formatDate(paidOn) },
        { key: "tien", header: "Số tiền", numeric: true, cell: ({ amount }) => moneyNumber(amount) },
        {
          key: "trang-thai",
          header: "Trạng thái",
          cell: (one) => <EntryState kind="expense" entry={one} name={`chứng từ ${one.documentNumber}`} />,
        },
        {
          key: "tep",
          header: "Tệp",
          cell: (one) => (
            <DocumentList
              owner="expense"
              ownerId={one.id}
              documents={one.documents}
              may={may}
              of={`chứng từ ${one.documentNumber}`}
            />
          ),
        },
        {
          key: "viec",
          header: "Việc",
          cell: (one) =>
            one.reversesId === null &&
            stands(one.state) &&
            one.takenBack < one.amount &&
            may.record?.allowed ? (
              <Group gap={6}>
                <Button
                  size="xs"
                  variant="default"
                  miw="max-content"
                  aria-label={`Thu hồi khoản chi ${one.documentNumber}`}
                  onClick={() => onTakeBack(one)}
                >
                  Thu hồi
                </Button>
                {!one.isRoyalty && (
                  <Button
                    size="xs"
                    variant="default"
                    miw="max-content"
                    aria-label={`Gắn sản phẩm cho chứng từ ${one.documentNumber}`}
                    onClick={() => onTell(one)}
                  >
                    Gắn sản phẩm
                  </Button>
                )}
              </Group>
            ) : (
              "–"
            ),
        },
      ]}
    />
  );
}
