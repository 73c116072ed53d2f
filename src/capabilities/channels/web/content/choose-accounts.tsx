import { Checkbox, Stack, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { FormDialog } from "#ui/form-dialog.tsx";
import { sayDone } from "#ui/undo.tsx";
import { wayLabels } from "../../contract.ts";
import { type AccountChoice, api } from "../api.ts";
import {
  momentOfWhen,
  WhenFields,
  type WhenValues,
  whenLacks,
  whenOfMoment,
} from "../delivery/when-fields.tsx";
import { cutsOf } from "../words/count-words.ts";

interface Values extends WhenValues {
  accountIds: string[];
}

/** Chooses the accounts and the hour; of each account what would be cut or refused there. */
export function ChooseAccounts({
  itemId,
  accounts,
  isPublic,
  opened,
  onClose,
}: {
  itemId: string;
  accounts: AccountChoice[];
  isPublic: boolean;
  opened: boolean;
  onClose: () => void;
}) {
  const queries = useQueryClient();
  const open = accounts.filter(({ chosen }) => !chosen);
  const initial: Values = { ...whenOfMoment(null), accountIds: [] };
  return (
    <FormDialog<Values, unknown>
      opened={opened}
      onClose={onClose}
      title="Chọn kênh"
      lead="Mỗi tài khoản nhận bài đúng một lần. Kênh đăng tay thì đến giờ có bộ tài liệu chờ người đăng."
      initial={initial}
      check={(values) => ({
        ...(values.accountIds.length === 0 && { accountIds: "Hãy chọn ít nhất một tài khoản." }),
        ...whenLacks(values),
      })}
      verb="Đưa vào hàng chờ"
      submit={async (values) => {
        const answer = await api.channels.planDeliveries.call({
          id: itemId,
          accountIds: values.accountIds,
          wantedAt: momentOfWhen(values),
        });
        queries.setQueryData(api.channels.deliveriesOfContent.queryKey({ input: { id: itemId } }), answer);
      }}
      onDone={() => {
        void queries.invalidateQueries({ queryKey: api.channels.deliveries.key() });
        sayDone(isPublic ? "Đã đưa vào hàng chờ đăng." : "Đã chọn kênh; bài lên cổng thì đến lượt.");
      }}
    >
      {(form) => (
        <>
          <Checkbox.Group label="Tài khoản" required {...form.getInputProps("accountIds")}>
            <Stack gap="sm" mt="xs">
              {open.map((account) => (
                <Choice key={account.id} account={account} />
              ))}
            </Stack>
          </Checkbox.Group>
          <WhenFields
            value={form.values}
            onChange={(change) => {
              form.clearErrors();
              form.setValues(change);
            }}
            isPublic={isPublic}
            error={form.errors.wantedAt}
          />
        </>
      )}
    </FormDialog>
  );
}

/** One account: whether it is meant for this kind, how it is posted there, and what would be cut or refused. */
function Choice({ account }: { account: AccountChoice }) {
  const { id, name, networkLabel, way, state, stateReason, meant, preview } = account;
  const remarks = [...preview.issues.map((issue) => `Sẽ bị từ chối: ${issue}`), ...cutsOf(preview)];
  return (
    <Checkbox
      value={id}
      label={name}
      description={
        <>
          {networkLabel} · {wayLabels[way]}
          {meant && " · nên có với loại bài này"}
          {state === "paused" && ` · đang tạm dừng: ${stateReason}`}
          {remarks.map((remark, index) => (
            <Text
              key={remark}
              component="span"
              display="block"
              size="xs"
              c={index < preview.issues.length ? "red.8" : "gray.7"}
            >
              {remark}
            </Text>
          ))}
        </>
      }
    />
  );
}
