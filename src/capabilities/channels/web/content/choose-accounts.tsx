import { Box, Checkbox, Stack, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type DialogForm, FormDialog } from "#ui/form-dialog.tsx";
import { sayDone } from "#ui/undo.tsx";
import { wayLabels } from "../../contract.ts";
import { type AccountChoice, api, type DeliveriesOfItem } from "../api.ts";
import { TimeCheck } from "../delivery/time-check.tsx";
import {
  momentOfWhen,
  WhenFields,
  type WhenValues,
  whenLacks,
  whenOfMoment,
} from "../delivery/when-fields.tsx";
import { newRelease, ReleaseFields, type ReleaseValues } from "../press-room/release-fields.tsx";
import { cutsOf } from "../words/count-words.ts";
import { ChoiceFields, choiceLacking, chosenOf } from "./choice-fields.tsx";

interface Values extends WhenValues, ReleaseValues {
  accountIds: string[];
  /** By account, what is chosen for its network. */
  choices: Record<string, Record<string, string>>;
}

/** Chooses the accounts and the hour; of each account what would be cut or refused there. */
export function ChooseAccounts({
  itemId,
  accounts,
  lists,
  embargoUntil,
  isPublic,
  opened,
  onClose,
}: {
  itemId: string;
  accounts: AccountChoice[];
  lists: DeliveriesOfItem["lists"];
  embargoUntil: string | null;
  isPublic: boolean;
  opened: boolean;
  onClose: () => void;
}) {
  const queries = useQueryClient();
  const open = accounts.filter(({ chosen }) => !chosen);
  const already = accounts.filter(({ chosen }) => chosen).map(({ name }) => name);
  const initial: Values = { ...whenOfMoment(null), ...newRelease, accountIds: [], choices: {} };
  return (
    <FormDialog<Values, unknown>
      opened={opened}
      onClose={onClose}
      title="Chọn kênh"
      lead="Mỗi tài khoản nhận bài đúng một lần. Kênh đăng tay thì đến giờ có bộ tài liệu chờ người đăng."
      initial={initial}
      check={(values) => ({
        ...(values.accountIds.length === 0 && { accountIds: "Hãy chọn ít nhất một tài khoản." }),
        ...choicesLack(open, values),
        ...whenLacks(values),
      })}
      verb="Đưa vào hàng chờ"
      submit={async (values) => {
        const answer = await api.channels.planDeliveries.call({
          id: itemId,
          accountIds: values.accountIds,
          wantedAt: momentOfWhen(values),
          choices: Object.fromEntries(
            open
              .filter(({ id }) => values.accountIds.includes(id))
              .map(({ id, choices }) => [id, chosenOf(choices, values.choices[id] ?? {})]),
          ),
          timeReason: values.timeReason,
          release: { listIds: values.listIds, mediaIds: values.mediaIds, isAhead: values.isAhead },
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
          {already.length > 0 && (
            <Text size="sm">Đã chọn cho bài này, xem ở mục “Đăng ở đâu”: {already.join("; ")}.</Text>
          )}
          <Checkbox.Group label="Tài khoản" required {...form.getInputProps("accountIds")}>
            <Stack gap="sm" mt="xs">
              {open.map((account) => (
                <Box key={account.id}>
                  <Choice account={account} />
                  {form.values.accountIds.includes(account.id) && account.choices.length > 0 && (
                    <Box pl="xl" pt="xs">
                      <ChoiceFields
                        choices={account.choices}
                        chosen={form.values.choices[account.id] ?? {}}
                        of={account.name}
                        asked={form.errors.choices !== undefined}
                        onChange={(chosen) => {
                          form.clearErrors();
                          form.setFieldValue("choices", { ...form.values.choices, [account.id]: chosen });
                        }}
                      />
                    </Box>
                  )}
                </Box>
              ))}
            </Stack>
          </Checkbox.Group>
          {form.errors.choices && (
            <Text size="sm" c="red.8" role="alert">
              {form.errors.choices}
            </Text>
          )}
          {open.some(({ id, asksRecipients }) => asksRecipients && form.values.accountIds.includes(id)) && (
            <ReleaseFields
              form={form as unknown as DialogForm<ReleaseValues>}
              lists={lists}
              embargoUntil={embargoUntil}
            />
          )}
          <WhenFields
            value={form.values}
            onChange={(change) => {
              form.clearErrors();
              form.setValues(change);
            }}
            isPublic={isPublic}
            error={form.errors.wantedAt}
          />
          <TimeCheck
            itemId={itemId}
            accountIds={form.values.accountIds}
            value={form.values}
            onChange={(change) => {
              form.clearErrors();
              form.setValues(change);
            }}
          />
        </>
      )}
    </FormDialog>
  );
}

/** Which account still asks for a choice. */
function choicesLack(accounts: AccountChoice[], values: Values): { choices?: string } {
  for (const { id, name, choices } of accounts) {
    if (!values.accountIds.includes(id)) continue;
    const lacking = choiceLacking(choices, values.choices[id] ?? {});
    if (lacking !== null) return { choices: `Hãy chọn “${lacking}” cho ${name}.` };
  }
  return {};
}

/** One account: whether it is meant for this kind, how it is posted there, and what would be cut or refused. */
function Choice({ account }: { account: AccountChoice }) {
  const { id, name, networkLabel, way, state, stateReason, meant, preview, limits, closed } = account;
  const remarks = [
    ...preview.issues.map((issue) => `Sẽ bị từ chối: ${issue}`),
    ...cutsOf(preview),
    ...limits,
  ];
  return (
    <Checkbox
      value={id}
      label={name}
      disabled={closed !== null}
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
