import { Radio, Stack } from "@mantine/core";
import type { NetworkChoices } from "../api.ts";

type Chosen = Record<string, string>;

/** What holds for each choice: what somebody chose, else what is usual; "" where nothing does yet. */
export const chosenOf = (choices: NetworkChoices, chosen: Chosen): Chosen =>
  Object.fromEntries(choices.map(({ name, usual }) => [name, chosen[name] ?? usual ?? ""]));

/** The first choice that nobody has made and that has no usual answer; null: all are made. */
export const choiceLacking = (choices: NetworkChoices, chosen: Chosen): string | null => {
  const whole = chosenOf(choices, chosen);
  return choices.find(({ name }) => whole[name] === "")?.label ?? null;
};

/** What is chosen for a post on its network; what the network forbids under this account is told and cannot be chosen. */
export function ChoiceFields({
  choices,
  chosen,
  onChange,
  of,
  asked = false,
}: {
  choices: NetworkChoices;
  chosen: Chosen;
  onChange: (chosen: Chosen) => void;
  /** Read aloud with each question, where several accounts ask it. */
  of?: string;
  /** It was tried to go on without an answer: what lacks one says so, and the first of it takes the focus. */
  asked?: boolean;
}) {
  const whole = chosenOf(choices, chosen);
  return (
    <Stack gap="sm">
      {choices.map(({ name, label, hint, options, usual }) => (
        <Radio.Group
          key={name}
          label={
            <>
              {label}
              {of && <span className="only-read-aloud"> ({of})</span>}
            </>
          }
          description={hint}
          required={usual === null}
          value={whole[name] ?? ""}
          error={asked && whole[name] === "" ? "Hãy chọn một câu trả lời." : undefined}
          onChange={(value) => onChange({ ...chosen, [name]: value })}
        >
          <Stack gap={6} mt={6}>
            {options.map((option) => (
              <Radio
                key={option.value}
                data-path={
                  whole[name] === "" && option === options.find(({ forbidden }) => forbidden === null)
                    ? "choices"
                    : undefined
                }
                value={option.value}
                label={option.label}
                description={option.forbidden}
                disabled={option.forbidden !== null}
              />
            ))}
          </Stack>
        </Radio.Group>
      ))}
    </Stack>
  );
}
