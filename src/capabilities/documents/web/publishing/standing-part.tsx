import { Anchor, Group, List, Select, Stack, Text, Textarea, Title } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { DateField } from "#ui/date-field.tsx";
import { DayText, MomentText } from "#ui/date-text.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { LinkText } from "#ui/navigation.tsx";
import { StateBadge } from "#ui/state-badge.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api, type DocumentStanding } from "../api.ts";
import { documentName } from "../words.ts";

type Amendment = DocumentStanding["amendedBy"][number];

/** Whether a document stands on the portal, and which others it is bound to; each changed from here. */
export function StandingPart({ id }: { id: string }) {
  const standing = useQuery(api.documents.standing.queryOptions({ input: { id } }));
  return <Asked query={standing}>{(found) => <Known id={id} standing={found} />}</Asked>;
}

function Known({ id, standing }: { id: string; standing: DocumentStanding }) {
  const { slug, publishedAt, publishedBy, workingDays, takenOffAt, takenOffReason, keptOff, may } = standing;
  const queries = useQueryClient();
  const [asking, setAsking] = useState<"take-off" | "amend" | "keep-off" | "let-public" | null>(null);
  const [removing, setRemoving] = useState<Amendment | null>(null);
  const done = (message: string) => async () => {
    await queries.invalidateQueries({ queryKey: api.documents.key() });
    sayDone(message);
  };
  const publish = useMutation(
    api.documents.publish.mutationOptions({ onSuccess: done("Đã đưa văn bản lên cổng.") }),
  );
  return (
    <>
      <Stack component="section" aria-labelledby="tren-cong" gap="xs" align="flex-start">
        <Title order={2} size="h3" id="tren-cong">
          Trên cổng
        </Title>
        {publishedAt !== null ? (
          <>
            <StateBadge tone="published" word="Đang công khai" />
            <Text size="sm">
              Từ <MomentText at={publishedAt} />
              {publishedBy !== null && `, ${publishedBy} đưa lên`}
              {workingDays !== null && `; sau ${workingDays} ngày làm việc kể từ ngày ban hành`}.{" "}
              <Anchor href={`/van-ban/${slug}`} size="sm" underline="always">
                Xem trên cổng
              </Anchor>
            </Text>
            <MayButton may={may} verb="take-off" variant="default" onClick={() => setAsking("take-off")}>
              Rút khỏi cổng
            </MayButton>
          </>
        ) : keptOff !== null ? (
          <>
            <StateBadge tone="note" word="Không công khai" />
            <Text size="sm">
              Lý do: {keptOff.reason} ({keptOff.markedByName} ghi <MomentText at={keptOff.markedAt} />
              ). Văn bản không bị tính chậm công khai.
            </Text>
            <MayButton may={may} verb="take-off" variant="default" onClick={() => setAsking("let-public")}>
              Bỏ ghi không công khai
            </MayButton>
          </>
        ) : (
          <>
            <Text size="sm">
              {takenOffAt === null ? (
                "Chưa đưa lên cổng."
              ) : (
                <>
                  Đã rút khỏi cổng <MomentText at={takenOffAt} />. Lý do: {takenOffReason}
                </>
              )}
            </Text>
            <Group>
              <MayButton
                may={may}
                verb="publish"
                loading={publish.isPending}
                onClick={() => publish.mutate({ id })}
              >
                Đưa lên cổng
              </MayButton>
              <MayButton
                may={may}
                verb="take-off"
                variant="default"
                hideReason
                onClick={() => setAsking("keep-off")}
              >
                Ghi không công khai
              </MayButton>
            </Group>
            <ErrorNotice error={publish.error} />
          </>
        )}
      </Stack>
      <Stack component="section" aria-labelledby="quan-he" gap="xs" align="flex-start">
        <Title order={2} size="h3" id="quan-he">
          Sửa đổi, thay thế
        </Title>
        <Relations standing={standing} onRemove={setRemoving} />
        <Group>
          <MayButton may={may} verb="relate" variant="default" onClick={() => setAsking("amend")}>
            Ghi văn bản sửa đổi
          </MayButton>
        </Group>
      </Stack>
      <FormDialog
        opened={asking === "take-off"}
        onClose={() => setAsking(null)}
        title="Rút văn bản khỏi cổng"
        lead="Địa chỉ của văn bản sẽ nói đã rút từ ngày nào và vì sao. Trong sổ không có gì đổi."
        initial={{ reason: "" }}
        verb="Rút khỏi cổng"
        submit={({ reason }) => api.documents.takeOff.call({ id, reason })}
        onDone={done("Đã rút khỏi cổng.")}
      >
        {(form) => <Textarea label="Lý do rút" required autosize {...form.getInputProps("reason")} />}
      </FormDialog>
      <FormDialog
        opened={asking === "keep-off"}
        onClose={() => setAsking(null)}
        title="Ghi văn bản không công khai"
        lead="Dùng cho văn bản không thuộc diện công khai. Văn bản vẫn ở trong sổ, thôi tính hạn công khai và không đưa lên cổng được cho đến khi bỏ ghi."
        initial={{ reason: "" }}
        verb="Ghi không công khai"
        submit={({ reason }) => api.documents.keepOff.call({ id, reason })}
        onDone={done("Đã ghi không công khai.")}
      >
        {(form) => <Textarea label="Lý do" required autosize {...form.getInputProps("reason")} />}
      </FormDialog>
      <FormDialog
        opened={asking === "let-public"}
        onClose={() => setAsking(null)}
        title="Bỏ ghi không công khai"
        lead="Hạn công khai lại được tính từ ngày ban hành; văn bản chỉ lên cổng khi bấm Đưa lên cổng."
        initial={{ reason: "" }}
        verb="Bỏ ghi"
        submit={({ reason }) => api.documents.letPublic.call({ id, reason })}
        onDone={done("Đã bỏ ghi không công khai.")}
      >
        {(form) => <Textarea label="Lý do" required autosize {...form.getInputProps("reason")} />}
      </FormDialog>
      <AmendDialog
        id={id}
        opened={asking === "amend"}
        onClose={() => setAsking(null)}
        onDone={done("Đã ghi văn bản sửa đổi.")}
      />
      <FormDialog
        opened={removing !== null}
        onClose={() => setRemoving(null)}
        title={removing ? `Bỏ ghi sửa đổi bởi ${documentName(removing)}` : ""}
        initial={{ reason: "" }}
        verb="Bỏ ghi sửa đổi"
        submit={async ({ reason }) =>
          removing && api.documents.removeAmendment.call({ id, byId: removing.id, reason })
        }
        onDone={done("Đã bỏ ghi sửa đổi.")}
      >
        {(form) => <Textarea label="Lý do" required autosize {...form.getInputProps("reason")} />}
      </FormDialog>
    </>
  );
}

function Relations({
  standing: { amendedBy, amends, replaces, may },
  onRemove,
}: {
  standing: DocumentStanding;
  onRemove: (amendment: Amendment) => void;
}) {
  if (amendedBy.length + amends.length + replaces.length === 0)
    return <Text size="sm">Chưa ghi văn bản nào sửa đổi hay được văn bản này sửa đổi, thay thế.</Text>;
  const link = (one: { id: string; type: string; number: string | null; abstract: string | null }) => (
    <LinkText to="/van-ban/$id" params={{ id: one.id }} underline="always">
      {documentName(one)}
    </LinkText>
  );
  return (
    <List size="sm" spacing={4}>
      {amendedBy.map((one) => (
        <List.Item key={one.id}>
          Được sửa đổi bởi {link(one)}, từ ngày <DayText day={one.fromDay} />{" "}
          <MayButton
            may={may}
            verb="relate"
            variant="subtle"
            size="compact-sm"
            hideReason
            aria-label={`Bỏ ghi sửa đổi bởi ${documentName(one)}`}
            onClick={() => onRemove(one)}
          >
            Bỏ ghi
          </MayButton>
        </List.Item>
      ))}
      {amends.map((one) => (
        <List.Item key={one.id}>
          Sửa đổi {link(one)}, từ ngày <DayText day={one.fromDay} />
        </List.Item>
      ))}
      {replaces.map((one) => (
        <List.Item key={one.id}>Thay thế {link(one)}</List.Item>
      ))}
    </List>
  );
}

function AmendDialog({
  id,
  opened,
  onClose,
  onDone,
}: {
  id: string;
  opened: boolean;
  onClose: () => void;
  onDone: () => Promise<void>;
}) {
  const others = useQuery({ ...api.documents.list.queryOptions({ input: {} }), enabled: opened });
  const choices = (others.data?.documents ?? [])
    .filter((other) => other.id !== id)
    .map((other) => ({ value: other.id, label: documentName(other) }));
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title="Ghi văn bản sửa đổi"
      lead="Văn bản được sửa đổi vẫn còn hiệu lực; trên cổng hai văn bản dẫn tới nhau. Văn bản bị thay hẳn thì ghi ở nút Sửa."
      initial={{ byId: null as string | null, fromDay: null as string | null }}
      verb="Ghi văn bản sửa đổi"
      submit={({ byId, fromDay }) =>
        api.documents.amend.call({ id, byId: byId ?? "", fromDay: fromDay ?? "" })
      }
      onDone={() => void onDone()}
    >
      {(form) => (
        <>
          <Select
            label="Văn bản sửa đổi"
            required
            data={choices}
            searchable
            nothingFoundMessage="Chưa có trong sổ"
            {...form.getInputProps("byId")}
          />
          <DateField label="Sửa đổi có hiệu lực từ ngày" required {...form.getInputProps("fromDay")} />
        </>
      )}
    </FormDialog>
  );
}
