import {
  Anchor,
  Button,
  Checkbox,
  Group,
  NumberInput,
  Paper,
  Stack,
  Text,
  TextInput,
  Title,
} from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { today } from "#platform/clock/vietnam-time.ts";
import { Confirm } from "#ui/confirm.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { useGo, WORKSPACE } from "#ui/navigation.tsx";
import { sayDone } from "#ui/undo.tsx";
import { inOrder } from "../../reading/in-order.ts";
import { api, type ImportView } from "../api.ts";

/** The year that the plan names, else the running one. */
const yearOf = ({ header }: ImportView["reading"]): number =>
  Number(/\b(20\d\d)\b/.exec(`${header.title ?? ""} ${header.date ?? ""}`)?.[1] ?? today().year);

const existingPlan = (error: unknown): string | null => {
  const data = (error as { data?: { planId?: unknown } } | null)?.data;
  return typeof data?.planId === "string" ? data.planId : null;
};

/** Confirms exactly what is on the screen, or throws the preview away. */
export function ConfirmSection({
  found,
  unsent,
  whenKept,
}: {
  found: ImportView;
  /** Something typed could not be kept yet. */
  unsent: boolean;
  /** Waits for a correction on its way; gives the version that then stands. */
  whenKept: () => Promise<number>;
}) {
  const go = useGo();
  const queries = useQueryClient();
  const { id, reading } = found;
  const [typedYear, setYear] = useState<number | null>(null);
  const [discarding, setDiscarding] = useState(false);
  const [fromAbove, setFromAbove] = useState(false);
  const [typedIssuer, setIssuer] = useState<string | null>(null);
  const issuer = fromAbove ? (typedIssuer ?? reading.header.agency ?? "") : null;
  const year = typedYear ?? yearOf(reading);
  const leave = (words: string, address: string) => {
    void queries.invalidateQueries({ queryKey: api.plan.key() });
    sayDone(words);
    go(address);
  };
  const confirm = useMutation({
    mutationFn: async () => api.plan.confirmImport.call({ id, year, version: await whenKept(), issuer }),
    onSuccess: ({ planId, inForce }) =>
      leave(
        issuer !== null
          ? "Đã đưa vào để đối chiếu. Ở kế hoạch của cơ quan, mở thẻ “Cấp trên” để nối các mục."
          : inForce
            ? "Đã đưa kế hoạch vào hệ thống và thực hiện ngay, vì năm nay chưa có kế hoạch nào đang thực hiện."
            : "Đã đưa kế hoạch vào hệ thống. Bấm “Đưa vào thực hiện” khi bắt đầu; các kế hoạch đang thực hiện vẫn giữ nguyên.",
        `/ke-hoach/${planId}`,
      ),
  });
  const discard = useMutation(
    api.plan.discardImport.mutationOptions({
      onSuccess: () => leave("Đã bỏ bản xem trước.", "/ke-hoach"),
    }),
  );
  const existing = existingPlan(confirm.error);
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="xac-nhan">
      <Stack gap="sm">
        <Title order={2} size="h4" id="xac-nhan">
          Xác nhận
        </Title>
        <Text size="sm">
          {inOrder(reading.clauses).length} mục, {reading.tasks.length} nhiệm vụ
          {reading.warnings.length > 0
            ? `; còn ${reading.warnings.length} chỗ chưa chắc, nên xem lại trước khi xác nhận.`
            : "."}{" "}
          Xác nhận xong vẫn giao việc, thêm nghĩa vụ, nhiệm vụ được; các mục vẫn sửa được. Kế hoạch đang thực
          hiện khác không bị thay.
        </Text>
        <NumberInput
          label="Kế hoạch của năm"
          value={year}
          onChange={(value) => setYear(Number(value))}
          clampBehavior="none"
          allowDecimal={false}
          error={
            year < 2000 || year > 2100
              ? "Năm gồm bốn chữ số, từ 2000 đến 2100; hãy gõ lại, ví dụ 2026."
              : undefined
          }
          hideControls
          maw="10rem"
        />
        <Checkbox
          label="Đây là kế hoạch của cơ quan cấp trên, đưa vào để đối chiếu"
          description="Không thực hiện, không công khai ở đây; kế hoạch của cơ quan nối từng mục với nó."
          checked={fromAbove}
          onChange={(event) => setFromAbove(event.currentTarget.checked)}
        />
        {issuer !== null && (
          <TextInput
            label="Cơ quan ban hành"
            required
            value={issuer}
            onChange={(event) => setIssuer(event.currentTarget.value)}
            error={issuer.trim() === "" ? "Hãy nhập cơ quan ban hành." : undefined}
            maw="32rem"
          />
        )}
        {unsent && <Text size="sm">Ở đầu văn bản còn chỗ chưa lưu được; hãy lưu lại rồi xác nhận.</Text>}
        <ErrorNotice error={confirm.error} />
        {existing && <Anchor href={`${WORKSPACE}/ke-hoach/${existing}`}>Mở kế hoạch đã có</Anchor>}
        <Group>
          <Button loading={confirm.isPending} disabled={unsent} onClick={() => confirm.mutate()}>
            Xác nhận, đưa vào kế hoạch
          </Button>
          <Button variant="subtle" color="red" onClick={() => setDiscarding(true)}>
            Bỏ bản xem trước
          </Button>
        </Group>
      </Stack>
      <Confirm
        opened={discarding}
        onClose={() => setDiscarding(false)}
        title="Bỏ bản xem trước"
        verb="Bỏ"
        pending={discard.isPending}
        error={discard.error}
        onConfirm={() => discard.mutate({ id })}
      >
        Bản đọc và mọi chỗ đã sửa bị bỏ hẳn; tệp gốc trên máy của bạn không bị ảnh hưởng.
      </Confirm>
    </Paper>
  );
}
