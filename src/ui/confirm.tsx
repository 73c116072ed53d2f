import { Button, Group, Modal, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { ErrorNotice } from "./error-notice.tsx";

export interface ConfirmProps {
  opened: boolean;
  onClose: () => void;
  title: string;
  /** What will happen, and what will not. */
  children: ReactNode;
  /** The verb on the button: "Thu hồi". */
  verb: string;
  /** Only for what cannot be undone: the word that must be typed first. */
  typedWord?: string;
  /** Label of a reason that must be given; it is handed to `onConfirm`. */
  reasonLabel?: string;
  /** Reasons that are often given, one click each. */
  quickReasons?: readonly string[];
  /** The reason that stands there at first. */
  firstReason?: string;
  onConfirm: (reason: string) => void;
  pending?: boolean;
  error?: unknown;
}

/** Asks once more before an act that others will notice; undo is offered instead wherever an act can be undone. */
export function Confirm({ opened, onClose, title, ...rest }: ConfirmProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={title} closeButtonProps={{ "aria-label": "Đóng" }}>
      <ConfirmForm onClose={onClose} {...rest} />
    </Modal>
  );
}

/** What is typed stays; a reason that stands there already is not said twice. */
const joined = (typed: string, quick: string): string => {
  if (typed.trim() === "") return quick;
  return typed.includes(quick) ? typed : `${typed.trimEnd().replace(/[.;,]$/, "")}; ${quick}`;
};

function ConfirmForm({
  onClose,
  children,
  verb,
  typedWord,
  reasonLabel,
  quickReasons = [],
  firstReason = "",
  onConfirm,
  pending = false,
  error,
}: Omit<ConfirmProps, "opened" | "title">) {
  const [typed, setTyped] = useState("");
  const [reason, setReason] = useState(firstReason);
  const ready =
    (!typedWord || typed.trim().normalize("NFC") === typedWord) && (!reasonLabel || reason.trim() !== "");
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) onConfirm(reason.trim());
      }}
    >
      <Stack>
        <Text component="div">{children}</Text>
        {reasonLabel && (
          <>
            {quickReasons.length > 0 && (
              <Group gap="xs">
                {quickReasons.map((quick) => (
                  <Button
                    key={quick}
                    size="xs"
                    variant="default"
                    onClick={() => setReason((typed) => joined(typed, quick))}
                  >
                    {quick}
                  </Button>
                ))}
              </Group>
            )}
            <Textarea
              label={reasonLabel}
              required
              autosize
              minRows={2}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
              data-autofocus
            />
          </>
        )}
        {typedWord && (
          <TextInput
            label={`Gõ “${typedWord}” để xác nhận`}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            data-autofocus
          />
        )}
        <ErrorNotice error={error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Không, quay lại
          </Button>
          <Button type="submit" disabled={!ready} loading={pending}>
            {verb}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
