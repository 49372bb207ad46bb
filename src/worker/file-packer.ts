import { Gzip, Zip, type ZipInputFile } from 'fflate';

/** Compresses what is written to it, piece by piece. */
export type Compressor = {
  /** Settles when the piece has been taken: its memory may then be written anew. */
  write(piece: Uint8Array<ArrayBuffer>): Promise<void>;
  end(): Promise<void>;
};

/** @param push takes a gzip file (RFC 1952), chunk by chunk */
export type MakeCompressor = (push: (chunk: Uint8Array<ArrayBuffer>) => void) => Compressor;

/**
 * The platform's own compression, several times faster than any script's; a script's where the browser has none (before Chrome 80,
 * Firefox 113, Safari 16.4).
 */
export const gzipCompressor: MakeCompressor =
  typeof CompressionStream === 'undefined' ? scriptedCompressor : nativeCompressor;

export function nativeCompressor(push: (chunk: Uint8Array<ArrayBuffer>) => void): Compressor {
  const { readable, writable } = new CompressionStream('gzip');
  const writer = writable.getWriter();
  const reader = readable.getReader();
  const read = (async () => {
    for (let next = await reader.read(); !next.done; next = await reader.read()) push(next.value);
  })();
  return {
    write: (piece) => writer.write(piece),
    async end() {
      await writer.close();
      await read;
    },
  };
}

const SCRIPTED_LEVEL = 3;

export function scriptedCompressor(push: (chunk: Uint8Array<ArrayBuffer>) => void): Compressor {
  const gzip = new Gzip({ level: SCRIPTED_LEVEL, mtime: 0 }, (chunk) => push(chunk));
  return {
    async write(piece) {
      // It keeps what it is given until it has compressed it.
      gzip.push(piece.slice());
    },
    async end() {
      gzip.push(new Uint8Array(0), true);
    },
  };
}

export type FileInArchive = Compressor;

/**
 * An archive (ZIP, APPNOTE 6.3) made while its files come, one after the other. Each is compressed as a gzip file, which carries the
 * checksum that the archive wants; its frame is taken off.
 *
 * @param push takes the archive, chunk by chunk
 */
export function openArchive(push: (chunk: Uint8Array<ArrayBuffer>) => void, makeCompressor = gzipCompressor) {
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    push(chunk);
  });
  return {
    add(path: string): FileInArchive {
      // The same game makes the same file, whenever it is made.
      const file: ZipInputFile = {
        filename: path,
        size: 0,
        crc: 0,
        compression: DEFLATED,
        mtime: '1980-01-01T00:00:00',
      };
      zip.add(file);
      const unframe = gzipUnframer((chunk) => file.ondata?.(null, chunk, false));
      const compressor = makeCompressor(unframe.push);
      return {
        write: compressor.write,
        async end() {
          await compressor.end();
          const { checksum, size } = unframe.end();
          file.crc = checksum;
          file.size = size;
          file.ondata?.(null, new Uint8Array(0), true);
        },
      };
    },
    end(): void {
      zip.end();
    },
  };
}

const DEFLATED = 8;
const GZIP_HEAD = 10;
const GZIP_FOOT = 8;

/** Passes on the compressed data of a gzip file without its head (ten bytes, as no option is set) and its foot. */
function gzipUnframer(push: (chunk: Uint8Array<ArrayBuffer>) => void) {
  let head = GZIP_HEAD;
  /** The last bytes so far: they may be the foot. */
  let held = new Uint8Array(0);
  return {
    push(chunk: Uint8Array<ArrayBuffer>) {
      const taken = Math.min(head, chunk.length);
      head -= taken;
      const data = chunk.subarray(taken);
      const all = new Uint8Array(held.length + data.length);
      all.set(held);
      all.set(data, held.length);
      const sure = Math.max(0, all.length - GZIP_FOOT);
      if (sure > 0) push(all.subarray(0, sure));
      held = all.slice(sure);
    },
    end(): { readonly checksum: number; readonly size: number } {
      const foot = new DataView(held.buffer, held.byteOffset, GZIP_FOOT);
      return { checksum: foot.getUint32(0, true), size: foot.getUint32(4, true) };
    },
  };
}
