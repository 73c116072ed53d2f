/**
 * True while an input method (Telex, VNI) is putting a letter together: the key belongs to the input method, not to
 * us. Browsers that end composing before the key event still say 229.
 */
export function isComposing(event: KeyboardEvent | { nativeEvent: KeyboardEvent }): boolean {
  const native = "nativeEvent" in event ? event.nativeEvent : event;
  return native.isComposing || native.keyCode === 229;
}

/** True where keys write text, so that a shortcut of one letter must not fire. */
export function isWriting(target: EventTarget | null): boolean {
  if (!target || !("closest" in target)) return false;
  const element = target as HTMLElement;
  return (
    element.isContentEditable || element.closest("input, textarea, select, [contenteditable='true']") !== null
  );
}
