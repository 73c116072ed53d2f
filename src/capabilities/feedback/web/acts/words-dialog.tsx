import { Textarea, TextInput } from "@mantine/core";
import { FormDialog } from "#ui/form-dialog.tsx";

export interface WordsDialogProps {
  opened: boolean;
  onClose: () => void;
  onDone: () => void;
  title: string;
  lead: string;
  verb: string;
  /** Fields in order, by their names in the act's input. */
  fields: { name: string; label: string; long?: boolean; initial?: string; description?: string }[];
  submit: (values: Record<string, string>) => Promise<unknown>;
}

/** An act that asks for a few words. */
export function WordsDialog({ fields, submit, onDone, ...rest }: WordsDialogProps) {
  return (
    <FormDialog
      {...rest}
      initial={Object.fromEntries(fields.map(({ name, initial = "" }) => [name, initial]))}
      submit={submit}
      onDone={onDone}
    >
      {(form) => (
        <>
          {fields.map(({ name, label, long, description }, index) =>
            long ? (
              <Textarea
                key={name}
                label={label}
                description={description}
                required
                data-autofocus={index === 0 || undefined}
                autosize
                minRows={3}
                maxRows={12}
                {...form.getInputProps(name)}
              />
            ) : (
              <TextInput
                key={name}
                label={label}
                description={description}
                required
                data-autofocus={index === 0 || undefined}
                {...form.getInputProps(name)}
              />
            ),
          )}
        </>
      )}
    </FormDialog>
  );
}
