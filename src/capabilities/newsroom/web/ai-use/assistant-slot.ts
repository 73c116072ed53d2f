import type { ComponentType } from "react";
import type { AiUse } from "../../ai-use/ai-use.ts";
import type { ContentFields } from "../../content-fields.ts";

/** What the editor gives an assistant, and takes from it. */
export interface AssistantProps {
  itemId: string;
  kind: string;
  /** The text as it stands, saved or not. */
  fields: ContentFields;
  /** Puts a proposal that the writer accepted into the text, together with the record of how it was made. */
  propose: (part: Partial<Omit<ContentFields, "aiUse">>, made: AiUse) => void;
}

let assistant: ComponentType<AssistantProps> | null = null;

/** Puts an assistant beside the text; the one who fills the slot answers for what it sends where. */
export function fillAssistantSlot(component: ComponentType<AssistantProps>): void {
  assistant = component;
}

/** Who fills the slot; null: nobody, and nothing is shown. */
export const assistantInSlot = (): ComponentType<AssistantProps> | null => assistant;
