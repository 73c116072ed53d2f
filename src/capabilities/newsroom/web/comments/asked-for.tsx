import { Checkbox, Stack } from "@mantine/core";
import { beginning } from "#platform/text/beginning.ts";

const LONGEST = 90;

/** The open comments that a return points at: all of them, but for those that are left out. */
export function AskedFor({
  comments,
  left,
  onLeave,
}: {
  comments: { id: string; quote: string | null; body: string }[];
  left: string[];
  onLeave: (left: string[]) => void;
}) {
  if (comments.length === 0) return null;
  return (
    <Checkbox.Group
      mt="sm"
      label="Yêu cầu sửa theo nhận xét"
      value={comments.map(({ id }) => id).filter((id) => !left.includes(id))}
      onChange={(chosen) => onLeave(comments.map(({ id }) => id).filter((id) => !chosen.includes(id)))}
    >
      <Stack gap="xs" mt="xs">
        {comments.map(({ id, quote, body }) => (
          <Checkbox
            key={id}
            value={id}
            label={`${quote ? `“${beginning(quote, LONGEST)}”: ` : ""}${beginning(body, LONGEST)}`}
          />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
