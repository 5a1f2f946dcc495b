import { createHash, X509Certificate } from 'node:crypto';
import { generate } from 'selfsigned';
import { clouds } from '../../utils/clouds';

/** A self-signed certificate: PEM texts, and the base64 SHA-256 of its public key as Chromium's switches want it. */
export type Certificate = { key: string; certificate: string; spki: string };

/** Names the sandbox answers for that are neither a portal, a login nor a Graph host of a cloud. */
const furtherNames = [
  'sandbox.test',
  'mysignins.microsoft.com',
  'dod-graph.microsoft.us',
  '*.reactblade.portal.azure.net',
  '*.reactblade-ms.portal.azure.net',
  '*.reactblade-rc.portal.azure.net',
  '*.hosting.azureportal.usgovcloudapi.net',
  '*.hosting.azureportal.chinacloudapi.cn',
];

/** Makes an EC certificate for the sandbox's host names, valid for the life of one process. */
export async function createCertificate(): Promise<Certificate> {
  const names = Object.values(clouds).flatMap(({ portals, login, graph }) => [...portals, login, graph]);
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'Guestpass sandbox' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', digitalSignature: true, keyCertSign: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: [...names, ...furtherNames].map((value) => ({ type: 2, value })) },
    ],
  });
  const publicKey = new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'der' });
  return { key, certificate: cert, spki: createHash('sha256').update(publicKey).digest('base64') };
}
