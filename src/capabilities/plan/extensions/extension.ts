/** A request for more time: asked once, then granted, refused, or taken back by who asked. */
export const extensionStates = ["asked", "granted", "refused", "withdrawn"] as const;
export type ExtensionState = (typeof extensionStates)[number];

export const extensionWords: Record<ExtensionState, string> = {
  asked: "Chờ quyết định",
  granted: "Đồng ý gia hạn",
  refused: "Không đồng ý",
  withdrawn: "Đã rút đề nghị",
};
