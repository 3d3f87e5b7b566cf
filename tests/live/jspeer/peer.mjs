// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// matrix-js-sdk driven by JSON-RPC, one object a line on standard input and output.

import { createInterface } from "node:readline";
import { readFile, writeFile } from "node:fs/promises";
import { basename } from "node:path";

// The SDK logs to the console; standard output is for answers only.
console.log = console.info = console.debug = console.trace = (...words) => console.error(...words);
const sdk = await import("matrix-js-sdk");
const { encrypt, decrypt } = await import("./attachment.mjs");
const { conversationMethods } = await import("./conversation.mjs");
const { encryptionMethods } = await import("./encryption.mjs");
const { decodeRecoveryKey } = await import("matrix-js-sdk/lib/crypto-api/recovery-key.js");
const { deriveRecoveryKeyFromPassphrase } = await import(
    "matrix-js-sdk/lib/crypto-api/key-passphrase.js");

let client;
const storage = { key: null, decode: decodeRecoveryKey, derive: deriveRecoveryKeyFromPassphrase };
const conversation = conversationMethods(() => client);
const encryption = encryptionMethods(sdk, () => client, storage);

const room = (id) => {
    const found = client.getRoom(id);
    if (!found) throw new Error(`unknown room ${id}`);
    return found;
};

const eventOf = (roomId, eventId) => {
    const found = room(roomId).findEventById(eventId);
    if (!found) throw new Error(`unknown event ${eventId}`);
    return found;
};

function describe(event, inRoom) {
    const content = event.getContent();
    const reactions = {};
    const related = inRoom.relations.getChildEventsForEvent(
        event.getId(), "m.annotation", "m.reaction");
    for (const [key, events] of related?.getSortedAnnotationsByKey() ?? []) {
        reactions[key] = events.size;
    }
    return {
        eventId: event.getId(),
        sender: event.getSender(),
        type: event.getType(),
        msgtype: content.msgtype ?? null,
        body: content.body ?? null,
        formattedBody: content.formatted_body ?? null,
        replyTo: event.replyEventId ?? null,
        encrypted: event.isEncrypted(),
        failure: event.isDecryptionFailure() ? event.decryptionFailureReason : null,
        session: event.getWireContent().session_id ?? null,
        edited: event.replacingEvent() !== null && event.replacingEvent() !== undefined,
        redacted: event.isRedacted(),
        reactions,
        file: content.file ?? content.url ?? null,
    };
}

const relation = (type, eventId, more = {}) => ({
    "m.relates_to": { rel_type: type, event_id: eventId, ...more },
});

async function login({ homeserver, user, password, deviceName, threads = false }) {
    const anonymous = sdk.createClient({ baseUrl: homeserver });
    const answer = await anonymous.loginRequest({
        type: "m.login.password",
        identifier: { type: "m.id.user", user },
        password,
        initial_device_display_name: deviceName ?? "js peer",
    });
    client = sdk.createClient({
        baseUrl: homeserver,
        userId: answer.user_id,
        deviceId: answer.device_id,
        accessToken: answer.access_token,
        verificationMethods: ["m.sas.v1", "m.qr_code.show.v1", "m.qr_code.scan.v1",
            "m.reciprocate.v1"],
        cryptoCallbacks: {
            getSecretStorageKey: async ({ keys }) => [Object.keys(keys)[0], storage.key],
            cacheSecretStorageKey: (id, info, key) => { storage.key = key; },
        },
    });
    client.on("crypto.verificationRequestReceived", (request) => encryption.follow(request));
    await client.initRustCrypto({ useIndexedDB: false });
    const prepared = new Promise((resolve) =>
        client.on(sdk.ClientEvent.Sync, (state) => state === "PREPARED" && resolve()));
    await client.startClient({ initialSyncLimit: 50, pollTimeout: 10000, threadSupport: threads });
    await prepared;
    return { userId: answer.user_id, deviceId: answer.device_id };
}

async function createRoom({ name, invite = [], encrypted = true, isDirect = false }) {
    const initial = encrypted
        ? [{ type: "m.room.encryption", state_key: "", content: { algorithm: "m.megolm.v1.aes-sha2" } }]
        : [];
    const made = await client.createRoom({
        name, invite, is_direct: isDirect, preset: sdk.Preset.PrivateChat, initial_state: initial,
    });
    return { roomId: made.room_id };
}

async function send({ roomId, body, replyTo, formattedBody }) {
    const content = { msgtype: "m.text", body };
    if (formattedBody) {
        content.format = "org.matrix.custom.html";
        content.formatted_body = formattedBody;
    }
    if (replyTo) content["m.relates_to"] = { "m.in_reply_to": { event_id: replyTo } };
    return { eventId: (await client.sendMessage(roomId, content)).event_id };
}

async function edit({ roomId, eventId, body }) {
    const content = {
        msgtype: "m.text", body: `* ${body}`,
        "m.new_content": { msgtype: "m.text", body },
        ...relation("m.replace", eventId),
    };
    return { eventId: (await client.sendMessage(roomId, content)).event_id };
}

async function react({ roomId, eventId, key }) {
    const content = relation("m.annotation", eventId, { key });
    return { eventId: (await client.sendEvent(roomId, "m.reaction", content)).event_id };
}

async function sendFile({ roomId, path, mimetype = "application/octet-stream" }) {
    const plain = await readFile(path);
    const { data, info } = encrypt(plain);
    const { content_uri: url } = await client.uploadContent(new Blob([data]), {
        type: "application/octet-stream", includeFilename: false });
    const content = {
        msgtype: mimetype.startsWith("image/") ? "m.image" : "m.file",
        body: basename(path),
        filename: basename(path),
        info: { mimetype, size: plain.length },
        file: { ...info, url },
    };
    return { eventId: (await client.sendMessage(roomId, content)).event_id };
}

async function saveFile({ roomId, eventId, path }) {
    const info = eventOf(roomId, eventId).getContent().file;
    const url = client.mxcUrlToHttp(info.url, undefined, undefined, undefined, false, true, true);
    const answer = await fetch(url, {
        headers: { Authorization: `Bearer ${client.getAccessToken()}` } });
    if (!answer.ok) throw new Error(`the download answered ${answer.status}`);
    const plain = decrypt(Buffer.from(await answer.arrayBuffer()), info);
    await writeFile(path, plain);
    return { bytes: plain.length };
}

async function timeline({ roomId }) {
    const found = client.getRoom(roomId);
    if (!found) return { items: [] };
    const events = found.getLiveTimeline().getEvents();
    await Promise.allSettled(events.map((event) => client.decryptEventIfNeeded(event)));
    return { items: events.map((event) => describe(event, found)) };
}

async function logout() {
    await client.logout(true);
    client = undefined;
    return {};
}

const { follow: _unused, ...encryptionCalls } = encryption;
const methods = {
    ...encryptionCalls,
    ...conversation,
    login, logout, createRoom, send, edit, react, sendFile, saveFile, timeline,
    whoami: () => ({ userId: client.getUserId(), deviceId: client.getDeviceId() }),
    join: async ({ roomId }) => ({ roomId: (await client.joinRoom(roomId)).roomId }),
    leave: async ({ roomId }) => (await client.leave(roomId), {}),
    invite: async ({ roomId, userId }) => (await client.invite(roomId, userId), {}),
    kick: async ({ roomId, userId }) => (await client.kick(roomId, userId), {}),
    redact: async ({ roomId, eventId }) =>
        ({ eventId: (await client.redactEvent(roomId, eventId)).event_id }),
    rotate: async ({ roomId }) => (await client.getCrypto().forceDiscardSession(roomId), {}),
    rooms: () => ({
        rooms: client.getRooms().map((known) => ({
            roomId: known.roomId, name: known.name, membership: known.getMyMembership() })) }),
    older: async ({ roomId, limit = 50 }) => (await client.scrollback(room(roomId), limit), {}),
};

async function answer(line) {
    let id = null;
    try {
        const message = JSON.parse(line);
        id = message.id;
        const method = methods[message.method];
        if (!method) throw new Error(`unknown method ${message.method}`);
        return { jsonrpc: "2.0", id, result: await method(message.params ?? {}) };
    } catch (error) {
        console.error(error);
        const data = { errcode: error.errcode ?? null };
        return { jsonrpc: "2.0", id, error: { code: 1, message: String(error.message), data } };
    }
}

const input = createInterface({ input: process.stdin });
input.on("line", async (line) => process.stdout.write(`${JSON.stringify(await answer(line))}\n`));
input.on("close", () => process.exit(0));
