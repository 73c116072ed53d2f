/** Started at the second by what makes something due; each minute by the sweep. */
export const DELIVER_QUEUE = "channels.deliver";
