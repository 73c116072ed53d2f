import { Alert, Button, Group, Modal, Radio, Select, Stack } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { useGo } from "#ui/navigation.tsx";
import { newId } from "#ui/new-id.ts";
import type { ContentFields } from "../content-fields.ts";
import { channelLabels, contentKinds } from "../contract.ts";
import { api } from "./api.ts";

/** A text that was written before it became an item. */
interface WrittenText {
  /** The id of the item that it becomes, however often it is sent. */
  id: string;
  fields: ContentFields;
  onSent: () => Promise<void>;
}

/** Asks what is to be written and for which unit, then opens the text: an empty one, or what was written already. */
export function NewContent({
  opened,
  onClose,
  written,
}: {
  opened: boolean;
  onClose: () => void;
  written?: WrittenText;
}) {
  const go = useGo();
  const me = useQuery(api.organization.me.queryOptions());
  const units = useQuery(api.organization.listUnits.queryOptions({ input: {} }));
  const [kind, setKind] = useState(contentKinds[0]!.slug);
  const own = me.data?.appointments.find(({ unitId }) => unitId !== null)?.unitId ?? null;
  const [chosen, setChosen] = useState<string | null>(null);
  const unitId = chosen ?? own;
  // Sent twice, by a second click or after a lost answer, it is one draft; another choice is another draft.
  const [draftId, setDraftId] = useState(newId);
  const draft = useMutation({
    mutationFn: async (chosen: { kind: string; unitId: string }) => {
      const { id, current } = await api.newsroom.draft.call({ id: written?.id ?? draftId, ...chosen });
      if (written) {
        await api.newsroom.save.call({
          id,
          saveId: newId(),
          baseRevisionId: current.id,
          fields: written.fields,
        });
        await written.onSent();
      }
      return id;
    },
    onSuccess: (id) => go(`/noi-dung/${id}`),
  });
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={written ? "Đưa bài lên thành bản nháp" : "Viết nội dung mới"}
      closeButtonProps={{ "aria-label": "Đóng" }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (unitId) draft.mutate({ kind, unitId });
        }}
      >
        <Stack>
          <Radio.Group
            label="Loại"
            value={kind}
            onChange={(next) => {
              setKind(next);
              setDraftId(newId());
            }}
          >
            <Stack gap="xs" mt="xs">
              {contentKinds.map(({ slug, label, hint, channels }) => (
                <Radio
                  key={slug}
                  value={slug}
                  label={label}
                  description={`${hint} Kênh: ${channels.map((channel) => channelLabels[channel]).join(", ")}.`}
                />
              ))}
            </Stack>
          </Radio.Group>
          {units.data?.units.length === 0 && (
            <Alert color="orange" title="Cơ quan chưa có đơn vị nào">
              Bài nào cũng do một đơn vị viết. Hãy nhờ người quản trị thêm đơn vị ở mục Cơ quan, đơn vị rồi
              quay lại đây{written && "; bài viết tạm vẫn còn nguyên"}.
            </Alert>
          )}
          <Select
            label="Đơn vị"
            required
            allowDeselect={false}
            data={(units.data?.units ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            value={unitId}
            onChange={(next) => {
              setChosen(next);
              setDraftId(newId());
            }}
          />
          <ErrorNotice error={draft.error ?? units.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Không, quay lại
            </Button>
            <Button type="submit" loading={draft.isPending} disabled={!unitId}>
              {written ? "Đưa lên" : "Bắt đầu viết"}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
