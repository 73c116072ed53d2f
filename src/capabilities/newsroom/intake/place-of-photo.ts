/** Where a picture was taken, in degrees; south and west are negative. */
export interface Place {
  latitude: number;
  longitude: number;
}

const GPS = 0x8825;
const [LATITUDE_REF, LATITUDE, LONGITUDE_REF, LONGITUDE] = [1, 2, 3, 4] as const;

/** The Exif part of a JPEG file as a TIFF of its own; null: there is none. */
function exifOf(bytes: DataView): DataView | null {
  if (bytes.byteLength < 4 || bytes.getUint16(0) !== 0xffd8) return null;
  let at = 2;
  while (at + 10 < bytes.byteLength) {
    const marker = bytes.getUint16(at);
    const length = bytes.getUint16(at + 2);
    if (marker < 0xffc0 || marker === 0xffda || length < 2) return null;
    const isExif = marker === 0xffe1 && bytes.getUint32(at + 4) === 0x45786966;
    const end = Math.min(at + 2 + length, bytes.byteLength);
    if (isExif && end > at + 10) return new DataView(bytes.buffer, bytes.byteOffset + at + 10, end - at - 10);
    at += 2 + length;
  }
  return null;
}

function placeIn(tiff: DataView): Place | null {
  const little = tiff.getUint16(0) === 0x4949;
  const long = (at: number) => tiff.getUint32(at, little);
  /** Where the value of a tag stands in the directory at `start`; null: it is not in it. */
  const entry = (start: number, tag: number): number | null => {
    const count = tiff.getUint16(start, little);
    for (let index = 0; index < count; index += 1) {
      const at = start + 2 + index * 12;
      if (tiff.getUint16(at, little) === tag) return at + 8;
    }
    return null;
  };
  const pointer = entry(long(4), GPS);
  if (pointer === null) return null;
  const gps = long(pointer);
  const degrees = (refTag: number, tag: number): number => {
    const ref = entry(gps, refTag);
    const value = entry(gps, tag);
    if (ref === null || value === null) return Number.NaN;
    const at = long(value);
    const part = (index: number) => long(at + index * 8) / long(at + index * 8 + 4);
    const side = String.fromCharCode(tiff.getUint8(ref));
    return (part(0) + part(1) / 60 + part(2) / 3600) * (side === "S" || side === "W" ? -1 : 1);
  };
  const latitude = degrees(LATITUDE_REF, LATITUDE);
  const longitude = degrees(LONGITUDE_REF, LONGITUDE);
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) return null;
  // A camera that does not know where it is writes zeros.
  return latitude === 0 && longitude === 0 ? null : { latitude, longitude };
}

/** Where a JPEG picture says it was taken; null when it does not say, or says it in a broken way. */
export function placeOfPhoto(bytes: Uint8Array): Place | null {
  try {
    const exif = exifOf(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    return exif && placeIn(exif);
  } catch (error) {
    // A number that leads out of the file.
    if (error instanceof RangeError) return null;
    throw error;
  }
}
