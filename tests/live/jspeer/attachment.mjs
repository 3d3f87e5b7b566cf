// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Encrypted attachments by the specification (version v2), on Node's own crypto.

import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";

const unpadded = (bytes) => bytes.toString("base64").replace(/=+$/, "");

export function encrypt(plain) {
    const key = randomBytes(32);
    const iv = Buffer.concat([randomBytes(8), Buffer.alloc(8)]);
    const cipher = createCipheriv("aes-256-ctr", key, iv);
    const data = Buffer.concat([cipher.update(plain), cipher.final()]);
    return {
        data,
        info: {
            v: "v2",
            key: {
                kty: "oct",
                key_ops: ["encrypt", "decrypt"],
                alg: "A256CTR",
                k: key.toString("base64url"),
                ext: true,
            },
            iv: unpadded(iv),
            hashes: { sha256: unpadded(createHash("sha256").update(data).digest()) },
        },
    };
}

export function decrypt(data, info) {
    const hash = unpadded(createHash("sha256").update(data).digest());
    if (hash !== info.hashes.sha256) throw new Error("the attachment's hash is wrong");
    const decipher = createDecipheriv(
        "aes-256-ctr",
        Buffer.from(info.key.k, "base64url"),
        Buffer.from(info.iv, "base64"),
    );
    return Buffer.concat([decipher.update(data), decipher.final()]);
}
