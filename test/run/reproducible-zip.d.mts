export function reproducibleZip(archive: Uint8Array): Promise<Buffer>;
