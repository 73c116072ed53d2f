import { Group, Modal, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Confirm } from "#ui/confirm.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { sayDone } from "#ui/undo.tsx";
import { agencyKindLabels } from "../contract.ts";
import { api, type SubordinateView } from "./api.ts";
import type { OneTimeLink } from "./hand-over.tsx";
import { NameFields } from "./name-fields.tsx";

/** One agency under this one: its name, whether it is in use, a new link while nobody has entered yet. */
export function SubordinateDialog({
  agency,
  onClose,
  onLink,
}: {
  agency: SubordinateView;
  onClose: () => void;
  onLink: (given: OneTimeLink) => void;
}) {
  const queries = useQueryClient();
  const [asked, setAsked] = useState<"name" | "rest" | null>(null);
  const { id, name, superiorName, symbol, place, kind, active, may } = agency;
  const done = (sentence: string) => {
    void queries.invalidateQueries({ queryKey: api.organization.listAgencies.key() });
    setAsked(null);
    sayDone(sentence);
  };
  const setActive = useMutation(
    api.organization.setAgencyActive.mutationOptions({
      onSuccess: () => done(active ? "Đã ngừng cơ quan." : "Đã mở lại cơ quan."),
    }),
  );
  const invite = useMutation(
    api.organization.inviteAdministrator.mutationOptions({
      onSuccess: ({ link, minutes }) => {
        onClose();
        if (link) onLink({ name: `người quản trị của ${name}`, link, minutes });
      },
    }),
  );
  return (
    <Modal opened onClose={onClose} title={name} size="lg">
      <Stack>
        <Text size="sm">
          {agencyKindLabels[kind]} · ký hiệu {symbol} · {place}
          {!active && " · đã ngừng"}
        </Text>
        <ErrorNotice error={invite.error ?? (active ? null : setActive.error)} />
        <Group gap="xs" align="flex-start">
          <MayButton may={may} verb="rename" variant="default" onClick={() => setAsked("name")}>
            Sửa tên, ký hiệu
          </MayButton>
          <MayButton
            may={may}
            verb="invite"
            variant="default"
            loading={invite.isPending}
            onClick={() => invite.mutate({ id })}
          >
            Tạo lại đường dẫn cho người quản trị
          </MayButton>
          <MayButton
            may={may}
            verb="rest"
            variant="default"
            loading={!active && setActive.isPending}
            onClick={() => (active ? setAsked("rest") : setActive.mutate({ id, active: true }))}
          >
            {active ? "Ngừng hoạt động" : "Mở lại"}
          </MayButton>
        </Group>
      </Stack>
      <FormDialog
        opened={asked === "name"}
        onClose={() => setAsked(null)}
        title={`Sửa tên: ${name}`}
        initial={{ name, superiorName: superiorName ?? "", symbol, place }}
        verb="Lưu tên"
        submit={(fields) =>
          api.organization.renameAgency.call({
            id,
            ...fields,
            superiorName: fields.superiorName.trim() || null,
          })
        }
        onDone={() => done("Đã lưu tên cơ quan.")}
      >
        {(form) => <NameFields field={(key) => form.getInputProps(key)} />}
      </FormDialog>
      <Confirm
        opened={asked === "rest"}
        onClose={() => setAsked(null)}
        title={`Ngừng hoạt động: ${name}`}
        verb="Ngừng hoạt động"
        pending={setActive.isPending}
        error={setActive.error}
        onConfirm={() => setActive.mutate({ id, active: false })}
      >
        Mọi người của cơ quan này bị đăng xuất ngay và không đăng nhập được nữa. Dữ liệu của họ giữ nguyên; có
        thể mở lại bất cứ lúc nào.
      </Confirm>
    </Modal>
  );
}
