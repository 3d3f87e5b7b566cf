// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Key files by the specification ("Key exports"), on Node's own crypto: the SDK has keys as JSON only.

import { createCipheriv, createDecipheriv, createHmac, pbkdf2Sync, randomBytes,
    timingSafeEqual } from "node:crypto";

const HEADER = "-----BEGIN MEGOLM SESSION DATA-----";
const FOOTER = "-----END MEGOLM SESSION DATA-----";

function keysOf(passphrase, salt, iterations) {
    const both = pbkdf2Sync(passphrase, salt, iterations, 64, "sha512");
    return { aes: both.subarray(0, 32), mac: both.subarray(32) };
}

const macOf = (key, data) => createHmac("sha256", key).update(data).digest();

export function seal(json, passphrase, iterations = 100000) {
    const salt = randomBytes(16);
    const iv = randomBytes(16);
    iv[8] &= 0x7f;
    const { aes, mac } = keysOf(passphrase, salt, iterations);
    const cipher = createCipheriv("aes-256-ctr", aes, iv);
    const count = Buffer.alloc(4);
    count.writeUInt32BE(iterations);
    const data = Buffer.concat([Buffer.from([1]), salt, iv, count,
        cipher.update(Buffer.from(json, "utf8")), cipher.final()]);
    const text = Buffer.concat([data, macOf(mac, data)]).toString("base64");
    return [HEADER, ...text.match(/.{1,96}/g), FOOTER, ""].join("\n");
}

export function open(file, passphrase) {
    const lines = file.trim().split(/\r?\n/);
    if (lines.shift() !== HEADER || lines.pop() !== FOOTER) throw new Error("not a key file");
    const all = Buffer.from(lines.join(""), "base64");
    const data = all.subarray(0, -32);
    if (data[0] !== 1) throw new Error("a key file of another version");
    const { aes, mac } = keysOf(passphrase, data.subarray(1, 17), data.readUInt32BE(33));
    if (!timingSafeEqual(macOf(mac, data), all.subarray(-32))) throw new Error("wrong passphrase");
    const decipher = createDecipheriv("aes-256-ctr", aes, data.subarray(17, 33));
    return Buffer.concat([decipher.update(data.subarray(37)), decipher.final()]).toString("utf8");
}
