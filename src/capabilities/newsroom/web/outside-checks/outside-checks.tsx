import { Alert, Button, CopyButton, Group, Modal, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { Confirm } from "#ui/confirm.tsx";
import { DateField } from "#ui/date-field.tsx";
import { MomentText } from "#ui/date-text.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { newId } from "#ui/new-id.ts";
import { Section } from "#ui/section.tsx";
import { StateBadge } from "#ui/state-badge.tsx";
import { sayDone } from "#ui/undo.tsx";
import { checkEndLabels, MOST_DAYS, verdictLabels } from "../../outside-checks/outside-check.ts";
import { api, type Item } from "../api.ts";

type Check = Awaited<ReturnType<typeof api.newsroom.outsideChecks.call>>["checks"][number];

const useChecks = (id: string) =>
  useQuery(
    api.newsroom.outsideChecks.queryOptions({ input: { id }, staleTime: 0, refetchOnMount: "always" }),
  );

/** What experts outside answered about one of several texts on a page; nothing where nobody was asked. */
export function OutsideAnswers({ id, of }: { id: string; of: string }) {
  const checks = useChecks(id).data?.checks ?? [];
  if (checks.length === 0) return null;
  return (
    <Stack gap="xs" component="section" aria-label={`Chuyên gia ngoài về “${of}”`}>
      {checks.map((check) => (
        <OneCheck key={check.id} check={check} />
      ))}
    </Stack>
  );
}

/** Which experts outside were asked about the text by a link, what they answered, and the way to ask another. */
export function OutsideChecks({ item, seen }: { item: Item; seen: () => Promise<string | null> }) {
  const queries = useQueryClient();
  const { id, may } = item;
  const found = useChecks(id);
  const [asking, setAsking] = useState(false);
  const [checkId, setCheckId] = useState(newId);
  const [made, setMade] = useState<{ address: string; email: string } | null>(null);
  const [revoking, setRevoking] = useState<Check | null>(null);
  const keep = (checks: Check[]) =>
    queries.setQueryData(api.newsroom.outsideChecks.queryKey({ input: { id } }), { checks });
  const revoke = useMutation(
    api.newsroom.revokeOutside.mutationOptions({
      onSuccess: ({ checks }) => {
        keep(checks);
        setRevoking(null);
        sayDone("Đã thu hồi liên kết.");
      },
    }),
  );
  const checks = found.data?.checks ?? [];
  const mayAsk = may.askOutside?.allowed ?? false;
  if (checks.length === 0 && !mayAsk) return null;
  const today = toVietnamDate(new Date());
  return (
    <Section id="chuyen-gia-ngoai" title="Chuyên gia ngoài">
      {checks.length === 0 && (
        <Text size="sm">
          Cần người ngoài cơ quan xem lại chuyên môn thì gửi một liên kết có hạn, không cần tài khoản.
        </Text>
      )}
      {checks.map((check) => (
        <OneCheck
          key={check.id}
          check={check}
          onRevoke={may.revokeOutside?.allowed ? () => setRevoking(check) : undefined}
        />
      ))}
      {mayAsk && (
        <Button variant="default" size="xs" w="fit-content" onClick={() => setAsking(true)}>
          Nhờ chuyên gia ngoài…
        </Button>
      )}
      <FormDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title="Nhờ chuyên gia ngoài thẩm định"
        lead="Người có tên dưới đây xem được đúng bản này bằng một liên kết, kể cả khi bài chưa công bố, bị hạn chế người xem hay đang cấm đăng, và không xem được gì khác. Liên kết hết hiệu lực khi trả lời xong, hết hạn, bài có bản mới hoặc được quyết định. Trả lời không thay cho việc duyệt."
        initial={{
          name: "",
          organization: "",
          email: "",
          asks: "",
          endsOn: today.add({ days: 7 }).toString() as string | null,
        }}
        verb="Lập liên kết"
        submit={async ({ endsOn, ...fields }) => {
          const revisionId = await seen();
          if (revisionId === null) throw new Error("Bài chưa lưu được; hãy thử lại.");
          const answer = await api.newsroom.askOutside.call({
            id,
            checkId,
            revisionId,
            endsOn: endsOn ?? "",
            ...fields,
          });
          return { ...answer, email: fields.email };
        }}
        onDone={({ token, checks: now, email }) => {
          keep(now);
          setCheckId(newId());
          setMade({ address: `${window.location.origin}/tham-dinh/${token}`, email });
        }}
      >
        {(form) => (
          <>
            <TextInput label="Họ và tên" required maxLength={200} {...form.getInputProps("name")} />
            <TextInput
              label="Nơi công tác"
              required
              maxLength={300}
              {...form.getInputProps("organization")}
            />
            <TextInput label="Thư điện tử" type="email" required {...form.getInputProps("email")} />
            <DateField
              label="Hạn trả lời"
              description={`Nhiều nhất ${MOST_DAYS} ngày.`}
              required
              {...form.getInputProps("endsOn")}
            />
            <Textarea
              label="Cần xem điều gì"
              required
              autosize
              minRows={2}
              maxLength={2000}
              {...form.getInputProps("asks")}
            />
          </>
        )}
      </FormDialog>
      <Modal
        opened={made !== null}
        onClose={() => setMade(null)}
        title="Liên kết chỉ hiện một lần"
        closeButtonProps={{ "aria-label": "Đóng" }}
      >
        {made && (
          <Stack>
            <Text size="sm">
              Hãy chép hoặc gửi ngay; đóng bảng này rồi thì không xem lại được, chỉ thu hồi và lập liên kết
              mới.
            </Text>
            <TextInput label="Liên kết" readOnly value={made.address} />
            <Group>
              <CopyButton value={made.address}>
                {({ copied, copy }) => <Button onClick={copy}>{copied ? "Đã chép" : "Chép liên kết"}</Button>}
              </CopyButton>
              <Button
                component="a"
                variant="default"
                href={`mailto:${encodeURIComponent(made.email)}?subject=${encodeURIComponent("Nhờ thẩm định nội dung")}&body=${encodeURIComponent(`Kính nhờ ông/bà xem giúp nội dung ở liên kết sau (không cần tài khoản, chỉ dùng riêng cho ông/bà):\n${made.address}`)}`}
              >
                Gửi bằng thư
              </Button>
            </Group>
          </Stack>
        )}
      </Modal>
      <Confirm
        opened={revoking !== null}
        onClose={() => setRevoking(null)}
        title="Thu hồi liên kết"
        verb="Thu hồi"
        pending={revoke.isPending}
        error={revoke.error}
        onConfirm={() => revoking && revoke.mutate({ id, checkId: revoking.id })}
      >
        {revoking?.name} không mở được bài nữa. Những lần đã mở vẫn còn trong nhật ký.
      </Confirm>
    </Section>
  );
}

function OneCheck({
  check,
  onRevoke,
}: {
  check: Check;
  /** Absent: one may not, or not here. */
  onRevoke?: (() => void) | undefined;
}) {
  const { name, organization, asks, number, askedByName, askedAt, endsAt, openings, end } = check;
  return (
    <Alert
      color={check.verdict === "mend" ? "orange" : check.verdict ? "green" : "gray"}
      style={{ overflowWrap: "anywhere" }}
    >
      <Stack gap={4}>
        <Text size="sm" fw={600}>
          Chuyên gia ngoài: {name}, {organization}
        </Text>
        {check.verdict ? (
          <>
            <Group gap="xs">
              <StateBadge
                tone={check.verdict === "right" ? "approved" : "returned"}
                word={verdictLabels[check.verdict]}
              />
              <Text size="sm">
                {check.answeredName}, <MomentText at={check.answeredAt} />, về bản {number}
              </Text>
            </Group>
            {check.words && <Text size="sm">“{check.words}”</Text>}
          </>
        ) : (
          <Text size="sm">{end ? checkEndLabels[end] : "Đang chờ trả lời"}</Text>
        )}
        <Text size="xs" c="gray.8">
          {askedByName} nhờ <MomentText at={askedAt} />, bản {number}, hạn <MomentText at={endsAt} />
          {openings > 0 ? `; đã mở ${openings} lần` : "; chưa mở"}. Cần xem: {asks}
        </Text>
        {end === null && onRevoke && (
          <Button variant="subtle" color="red" size="compact-sm" w="fit-content" onClick={onRevoke}>
            Thu hồi liên kết<span className="only-read-aloud"> của {name}</span>
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
