import { Text } from "@mantine/core";

/** What happens to a card that is moved by keyboard: read aloud, and shown while one is held. */
export function HeldStatus({ said, over }: { said: string; over: string | null }) {
  return (
    <div role="status" className={over === null ? "only-read-aloud" : undefined}>
      {over === null ? (
        said
      ) : (
        <Text size="sm" fw={600}>
          {said} Enter để thả vào {over}, Esc để thôi.
        </Text>
      )}
    </div>
  );
}
