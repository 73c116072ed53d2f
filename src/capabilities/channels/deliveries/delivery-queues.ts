/** Started at the second by what makes something due; each minute by the sweep. */
export const DELIVER_QUEUE = "channels.deliver";
/** Started when a network is to be asked what became of something; each minute by the sweep. */
export const ASK_QUEUE = "channels.ask-networks";
