import { Button, Group, Modal, type ModalProps, Stack, Text } from "@mantine/core";
import { type UseFormReturnType, useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useEffect, useRef } from "react";
import { fieldErrors } from "./api-error.ts";
import { ErrorNotice } from "./error-notice.tsx";
import { isComposing } from "./ime.ts";

/** The form inside a dialog: `<TextInput label="Tên" {...form.getInputProps("name")} />`. */
export type DialogForm<Values> = UseFormReturnType<Values>;

export interface FormDialogProps<Values, Answer> {
  opened: boolean;
  onClose: () => void;
  title: string;
  size?: ModalProps["size"];
  /** One or two sentences above the fields: what the act does, and what it does not. */
  lead?: ReactNode;
  /** What the fields hold at first; taken afresh at each opening unless something was typed and not sent. */
  initial: Values;
  /** The fields; names are those of the act's input, so that a refused one is marked. */
  children: (form: DialogForm<Values>) => ReactNode;
  /** What is lacking before it is sent, by field; those that the browser itself asks for need no word here. */
  check?: (values: Values) => Partial<Record<string, string>>;
  /** The verb on the button: "Ghi nhiệm vụ". */
  verb: string;
  submit: (values: Values) => Promise<Answer>;
  onDone?: (answer: Answer) => void;
}

/**
 * A dialog with a form that is sent by Enter, by Ctrl Enter from a longer text, or by its button. What was typed
 * stays when the act is refused and when the dialog is closed without sending; it is gone once the act is done.
 */
export function FormDialog<Values extends Record<string, unknown>, Answer>({
  opened,
  onClose,
  title,
  size = "lg",
  lead,
  initial,
  children,
  check,
  verb,
  submit,
  onDone,
}: FormDialogProps<Values, Answer>) {
  const form = useForm<Values>({ initialValues: initial });
  const send = useMutation({
    mutationFn: submit,
    onSuccess: (answer) => {
      form.reset();
      onClose();
      onDone?.(answer);
    },
    onError: (error) => {
      const refused = fieldErrors(error);
      form.setErrors(refused);
      const [first] = Object.keys(refused);
      if (first) form.getInputNode(first)?.focus();
    },
  });
  // A second click comes before the button is drawn as busy.
  const sending = useRef(false);
  const sendOnce = (values: Values) => {
    if (sending.current) return;
    const lacks = check?.(values) ?? {};
    const [first] = Object.keys(lacks);
    if (first) {
      form.setErrors(lacks);
      form.getInputNode(first)?.focus();
      return;
    }
    sending.current = true;
    send.mutate(values, {
      onSettled: () => {
        sending.current = false;
      },
    });
  };
  const latest = useRef({ form, initial, send, opened });
  latest.current = { form, initial, send, opened };
  useEffect(() => {
    const { form: current, initial: fresh, send: sent } = latest.current;
    if (!opened || current.isDirty()) return;
    sent.reset();
    current.setInitialValues(fresh);
    current.setValues(fresh);
    current.clearErrors();
  }, [opened]);
  // The button was disabled while it was sent, and lost the focus.
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (send.error && document.activeElement === document.body) button.current?.focus();
  }, [send.error]);
  // Taken away while it is open, as by who opened it once it is closed: back to what opened it.
  const opener = useRef(document.activeElement);
  useEffect(
    () => () => {
      const { opened: wasOpen } = latest.current;
      if (!wasOpen) return;
      setTimeout(() => {
        if (document.activeElement === document.body && opener.current instanceof HTMLElement)
          opener.current.focus();
      });
    },
    [],
  );
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={size}
      closeOnClickOutside={!form.isDirty()}
      closeButtonProps={{ "aria-label": "Đóng" }}
    >
      <form
        onSubmit={form.onSubmit(sendOnce)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || isComposing(event)) return;
          event.preventDefault();
          event.currentTarget.requestSubmit();
        }}
      >
        <Stack>
          {lead && <Text component="div">{lead}</Text>}
          {children(form)}
          <ErrorNotice error={send.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Không, quay lại
            </Button>
            <Button ref={button} type="submit" loading={send.isPending}>
              {verb}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
