import { fieldsIn, startsWithField } from "./field-name.ts";
import type { Item, Line } from "./line.ts";

/**
 * The lines that state a task's unit, time or product ("Đơn vị chủ trì: …", "- Thời gian: …").
 * Lines that name only a product or helpers, with no unit or time beside them, are running text.
 */
export function labelledLines(items: Item[]): Set<Line> {
  const found = new Set<Line>();
  let group: Line[] = [];
  let tells = false;
  let awaiting = false;
  const end = () => {
    if (tells) for (const line of group) found.add(line);
    group = [];
    tells = false;
    awaiting = false;
  };
  for (const item of items) {
    if (item.kind === "line" && startsWithField(item.text)) {
      const fields = fieldsIn(item.text.replace(/^[\s\-–+*•]+/, ""));
      group.push(item);
      tells ||= fields.some(({ name }) => name === "lead" || name === "due");
      awaiting = fields.at(-1)?.value === "";
    } else if (!awaiting) end();
  }
  end();
  return found;
}
