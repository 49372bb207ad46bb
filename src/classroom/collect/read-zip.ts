import { inflateWithin } from '../packed-json.ts';

/** A file in a zip, not yet unpacked. */
export type ZipEntry = {
  readonly name: string;
  readonly isFolder: boolean;
  /** As stored, and as the zip says it will be: a claim. */
  readonly packedBytes: number;
  readonly claimedBytes: number;
  /** Unpacks at most so many bytes. */
  readonly read: (mostBytes: number) => Unpacked;
};

export type Unpacked =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | {
      readonly ok: false;
      readonly reason: 'zip/damaged' | 'zip/encrypted' | 'zip/unknown-compression' | 'zip/too-large';
    };

export type ZipContent =
  | { readonly ok: true; readonly entries: readonly ZipEntry[] }
  | { readonly ok: false; readonly reason: 'zip/damaged' | 'zip/too-many-files' | 'zip/too-large' };

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
const LONGEST_COMMENT = 0xffff;
/** Sizes that say "too large for this format" (zip64). */
const SEE_ZIP64 = 0xffffffff;
const STORED = 0;
const DEFLATED = 8;
const FLAG = { encrypted: 1, utf8: 0x800 };
/** Such an output from so little cannot be text that people wrote. */
const SUSPICIOUS_RATIO = 200;
const HARMLESS_BYTES = 1_000_000;

export function looksLikeZip(bytes: Uint8Array): boolean {
  return (
    bytes.length >= 4 && bytes[0] === 0x50 && bytes[1] === 0x4b && [0x0403, 0x0605].includes(bytes[2] | (bytes[3] << 8))
  );
}

/**
 * The list of files that a zip's directory names; nothing is unpacked yet. A zip whose directory cannot be read is damaged, whatever its
 * beginning looks like.
 *
 * *Source:* PKWARE, *.ZIP File Format Specification* (APPNOTE), sections 4.3.7, 4.3.12, 4.3.16; without zip64 and spanned archives, which no LMS
 * needs for hand-ins.
 */
export function readZip(bytes: Uint8Array, mostFiles: number): ZipContent {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === null) return { ok: false, reason: 'zip/damaged' };
  const count = view.getUint16(end + 10, true);
  const from = view.getUint32(end + 16, true);
  if (from === SEE_ZIP64) return { ok: false, reason: 'zip/too-large' };
  if (count > mostFiles) return { ok: false, reason: 'zip/too-many-files' };
  const entries: ZipEntry[] = [];
  let at = from;
  for (let n = 0; n < count; n++) {
    if (at + ENTRY_BYTES > bytes.length || view.getUint32(at, true) !== ENTRY_SIGNATURE) {
      return { ok: false, reason: 'zip/damaged' };
    }
    entries.push(entryAt(bytes, view, at));
    at += ENTRY_BYTES + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return { ok: true, entries };
}

/** The end record stands last, before a comment of any length. */
function findEnd(view: DataView): number | null {
  const lowest = Math.max(0, view.byteLength - END_BYTES - LONGEST_COMMENT);
  for (let at = view.byteLength - END_BYTES; at >= lowest; at--) {
    if (view.getUint32(at, true) === END_SIGNATURE) return at;
  }
  return null;
}

function entryAt(bytes: Uint8Array, view: DataView, at: number): ZipEntry {
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const checksum = view.getUint32(at + 16, true);
  const packedBytes = view.getUint32(at + 20, true);
  const claimedBytes = view.getUint32(at + 24, true);
  const localAt = view.getUint32(at + 42, true);
  const nameBytes = bytes.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + view.getUint16(at + 28, true));
  const name = decodeName(nameBytes, (flags & FLAG.utf8) !== 0);
  return {
    name,
    isFolder: name.endsWith('/'),
    packedBytes,
    claimedBytes,
    read(mostBytes) {
      if (flags & FLAG.encrypted) return { ok: false, reason: 'zip/encrypted' };
      if (packedBytes === SEE_ZIP64 || localAt === SEE_ZIP64) return { ok: false, reason: 'zip/too-large' };
      const packed = packedAt(bytes, view, localAt, packedBytes);
      if (!packed) return { ok: false, reason: 'zip/damaged' };
      const most = Math.min(mostBytes, Math.max(HARMLESS_BYTES, SUSPICIOUS_RATIO * packedBytes));
      return unpack(packed, method, claimedBytes, most, checksum);
    },
  };
}

function packedAt(bytes: Uint8Array, view: DataView, localAt: number, size: number): Uint8Array | null {
  if (localAt + LOCAL_BYTES > bytes.length || view.getUint32(localAt, true) !== LOCAL_SIGNATURE) return null;
  const from = localAt + LOCAL_BYTES + view.getUint16(localAt + 26, true) + view.getUint16(localAt + 28, true);
  return from + size <= bytes.length ? bytes.subarray(from, from + size) : null;
}

function unpack(packed: Uint8Array, method: number, claimed: number, most: number, checksum: number): Unpacked {
  if (method !== STORED && method !== DEFLATED) return { ok: false, reason: 'zip/unknown-compression' };
  if (claimed > most || (method === STORED && packed.length > most)) return { ok: false, reason: 'zip/too-large' };
  // One byte more than claimed tells a false claim, at no more cost than the claim.
  const bytes = method === STORED ? packed : inflateWithin(packed, claimed);
  if (!bytes || bytes.length !== claimed || crc32(bytes) !== checksum) return { ok: false, reason: 'zip/damaged' };
  return { ok: true, bytes };
}

/** Names are UTF-8 where the flag says so, and often where it does not; else one byte a letter. */
function decodeName(bytes: Uint8Array, isUtf8: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: !isUtf8 }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit++) remainder = remainder & 1 ? (remainder >>> 1) ^ 0xedb88320 : remainder >>> 1;
  return remainder >>> 0;
});

/** *Source:* ISO 3309 (the checksum of zip and PNG). */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = CRC_TABLE[(crc ^ byte) & 0xff] ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
