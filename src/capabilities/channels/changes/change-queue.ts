/** Started at the second by what is to be changed; each minute by the sweep. */
export const CHANGE_QUEUE = "channels.change";
/** Started when a network is to be asked what became of a change; each minute by the sweep. */
export const LOOK_QUEUE = "channels.look-at-changes";
