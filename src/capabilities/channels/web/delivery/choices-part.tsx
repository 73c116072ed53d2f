import { Box, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { FormDialog } from "#ui/form-dialog.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { Section } from "#ui/section.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api, type DeliveryView } from "../api.ts";
import { ChoiceFields, choiceLacking, chosenOf } from "../content/choice-fields.tsx";
import { useKeepDelivery } from "./use-keep-delivery.ts";

/** What was chosen for this post on its network, what the network binds it by, and the way to choose otherwise. */
export function ChoicesPart({ delivery }: { delivery: DeliveryView }) {
  const { id, account, choices, chosen, limits, may, state } = delivery;
  const keep = useKeepDelivery();
  const [asking, ask] = useDisclosure(false);
  if (choices.length === 0 && limits.length === 0) return null;
  const waits = ["pending", "failed", "refused"].includes(state);
  const whole = chosenOf(choices, chosen);
  return (
    <Section id="lua-chon" title={`Riêng trên ${account.networkLabel}`}>
      {choices.map(({ name, label, options }) => (
        <Text size="sm" key={name}>
          {label}: {options.find(({ value }) => value === whole[name])?.label ?? "chưa chọn"}
        </Text>
      ))}
      {limits.map((words) => (
        <Text size="sm" c="gray.7" key={words}>
          {words}
        </Text>
      ))}
      {waits && choices.length > 0 && (
        <Box>
          <MayButton may={may} verb="write" variant="default" hideReason onClick={ask.open}>
            Đổi lựa chọn
          </MayButton>
        </Box>
      )}
      <FormDialog<{ chosen: Record<string, string> }, DeliveryView>
        opened={asking}
        onClose={ask.close}
        title={`Lựa chọn trên ${account.networkLabel}`}
        initial={{ chosen: whole }}
        check={(values) => {
          const lacking = choiceLacking(choices, values.chosen);
          return lacking === null ? {} : { chosen: `Hãy chọn “${lacking}”.` };
        }}
        verb="Ghi lựa chọn"
        submit={(values) =>
          api.channels.changeDelivery.call({
            id,
            wantedAt: delivery.wantedAt,
            ownText: delivery.ownText,
            choices: values.chosen,
          })
        }
        onDone={(answer) => {
          keep(answer);
          sayDone("Đã ghi lựa chọn.");
        }}
      >
        {(form) => (
          <>
            <ChoiceFields
              choices={choices}
              chosen={form.values.chosen}
              onChange={(next) => {
                form.clearErrors();
                form.setFieldValue("chosen", next);
              }}
            />
            {form.errors.chosen && (
              <Text size="sm" c="red.8" role="alert">
                {form.errors.chosen}
              </Text>
            )}
          </>
        )}
      </FormDialog>
    </Section>
  );
}
