/** A certificate that signs itself, for servers on this machine. */
import { generateKeyPairSync, randomBytes, sign, type KeyObject } from "node:crypto";

/** A key and its certificate, as PEM. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** An element of DER: its tag, its length, its content. */
function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

const hex = (digits: string): Buffer => Buffer.from(digits, "hex");
const sequence = (...parts: readonly Uint8Array[]): Buffer => der(0x30, ...parts);
const time = (text: string): Buffer => der(0x18, Buffer.from(text));

/** ecdsa-with-SHA256 */
const ALGORITHM = sequence(der(0x06, hex("2a8648ce3d040302")));
/** commonName */
const name = (text: string): Buffer =>
  sequence(der(0x31, sequence(der(0x06, hex("550403")), der(0x0c, Buffer.from(text)))));
/** subjectAltName, of names as DNS has them. */
const alternatives = (names: readonly string[]): Buffer =>
  sequence(der(0x06, hex("551d11")), der(0x04, sequence(...names.map((one) => der(0x82, Buffer.from(one))))));
/** basicConstraints: an authority, which who trusts it takes it for. */
const AUTHORITY = sequence(der(0x06, hex("551d13")), der(0x01, hex("ff")), der(0x04, sequence(der(0x01, hex("ff")))));

/** Makes one for host names. */
export function certificateFor(names: readonly string[]): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const subject = name("made up");
  const said = sequence(
    der(0xa0, der(0x02, hex("02"))),
    der(0x02, Buffer.from([1, ...randomBytes(8)])),
    ALGORITHM,
    subject,
    sequence(time("20200101000000Z"), time("21200101000000Z")),
    subject,
    publicKey.export({ type: "spki", format: "der" }),
    der(0xa3, sequence(AUTHORITY, alternatives(names))),
  );
  return { key: pemOf(privateKey), cert: signed(said, privateKey) };
}

const pemOf = (key: KeyObject): string => key.export({ type: "pkcs8", format: "pem" }).toString();

function signed(said: Buffer, key: KeyObject): string {
  const whole = sequence(said, ALGORITHM, der(0x03, hex("00"), sign("sha256", said, key)));
  const lines = whole.toString("base64").replace(/.{64}/g, "$&\n");
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
}
