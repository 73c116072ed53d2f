export const TIMELINESS_PATH = "/tien-do-ho-so";
export const APOLOGIES_PATH = "/tien-do-ho-so/xin-loi";
